/**
 * The annual report as a Word document: the fields of the model in a template, the shipped one or a Sở's own. Number,
 * day of issue and signature stay blank; they are the văn thư's and the leader's.
 */
import type { AnnualDocument, AnnualModel } from './annual.ts';
import { compileAnnual } from './annual.ts';
import { NAMED_ROLES } from './annual-documents.ts';
import type { TemplateProblem } from './word-template.ts';
import { fillTemplate, templateProblems } from './word-template.ts';

/**
 * The report as the bytes of a .docx. Without a template the shipped outline is built, which takes the `docx` library
 * and longer; a template from `directives/templates` is filled at once. Throws TemplateError for a broken template.
 */
export async function annualDocx(model: AnnualModel, template?: Uint8Array): Promise<Uint8Array> {
  return fillTemplate(template ?? (await shippedTemplate()), model.fields);
}

/** Loaded only when asked for: nothing else in the service needs the library that builds documents. */
async function shippedTemplate(): Promise<Uint8Array> {
  const { buildHaTinh } = await import('./template/ha-tinh.ts');
  return buildHaTinh();
}

/** Everything that is wrong with a template somebody wants to use for annual reports; an empty list when nothing is. */
export function checkTemplate(template: Uint8Array): TemplateProblem[] {
  return templateProblems(template, sampleFields());
}

const SAMPLE_DOCUMENTS: AnnualDocument[] = NAMED_ROLES.map((role) => ({
  role,
  type: 'Quyết định',
  number: '01',
  year_in_code: null,
  symbol: 'QĐ-UBND',
  date: '2026-01-05',
  issuer: null,
  subject: null,
  raw: 'Quyết định số 01/QĐ-UBND ngày 05/01/2026',
}));

/** A report in which every list has a row and every condition holds, so that no part of a template stays unseen. */
function sampleFields(): AnnualModel['fields'] {
  const { fields } = compileAnnual({
    unit: { name: 'xã Mẫu', kind: 'commune' },
    year: 2026,
    window: { from: '2026-01-01', to: '2026-12-31' },
    months: [],
    yearly: {},
    documents: SAMPLE_DOCUMENTS,
    merged: [{ day: '2026-07-01', from: '2026-01', to: '2026-06', units: ['xã Cũ'], silent: [] }],
    settings: { standardCode: 'TCVN ISO 9001:2015', ratio: { mode: 'truncate', decimals: 2 } },
  });
  const held = Object.entries(fields).map(([name, field]) => [name, typeof field === 'boolean' ? true : field]);
  return Object.fromEntries(held);
}
