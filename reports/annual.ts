/**
 * The annual report as data: a year's months, yearly answers and documents in; figures, the fields of its template,
 * and the gaps by name out. Pure, and safe to store as JSON. Whatever is a gap here is marked in the text, and the
 * other way round, because both are read from the same facts.
 */
import type { Citation } from '../domain/citation.ts';
import type { IsoDate } from '../domain/date.ts';
import type { DocumentRole } from '../domain/document.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import { INDICATOR_NAMES } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { RatioRule } from '../domain/ratio.ts';
import { missingRoles } from './annual-documents.ts';
import { annualFields } from './annual-fields.ts';
import type { MergedPast } from './annual-lineage.ts';
import { auditsOf, lateReason, phrases, reviewed } from './annual-months.ts';
import type { Facts, Figures, FiledMonth } from './annual-totals.ts';
import { countFacts, expectedPeriods, withDerived, yearFacts } from './annual-totals.ts';
import type { ReportingUnit } from './annual-unit.ts';
import type { Fields } from './word-template.ts';

export type AnnualDocument = Citation & { role: DocumentRole };

export interface AnnualInput {
  unit: ReportingUnit;
  year: number;
  /** First and last day the figures cover; the months that end inside it are expected. */
  window: { from: IsoDate; to: IsoDate };
  /** The months filed, in order. */
  months: FiledMonth[];
  /** What was answered once for the year. */
  yearly: Figures;
  documents: AnnualDocument[];
  /** Whose figures of before a merger are among the months; absent for a unit that was never merged. */
  merged?: MergedPast[];
  settings: {
    /** The standard as it is printed: 'TCVN ISO 9001:2015'. */
    standardCode: string;
    ratio: RatioRule;
  };
}

/** Something the report should state and cannot, with the months that kept silent when others spoke. */
export interface Gap {
  what: IndicatorName | DocumentRole;
  months?: Period[];
}

export interface AnnualModel {
  unit: ReportingUnit;
  year: number;
  window: { from: IsoDate; to: IsoDate };
  /** Value and silent months of every indicator the report states; `audit_done` is the number of audits held. */
  facts: Facts;
  documents: AnnualDocument[];
  /** Values for the fields of a template, by their Vietnamese names. */
  fields: Fields;
  gaps: Gap[];
}

/** Figures that are only a means to others: the audits are counted, and a pending total is printed in its parts. */
const UNSTATED: readonly IndicatorName[] = ['pending_total', 'difficulties'];

export function compileAnnual(input: AnnualInput): AnnualModel {
  const facts = factsOf(input);
  const { unit, year, window, documents } = input;
  return { unit, year, window, facts, documents, fields: annualFields(input, facts), gaps: gapsOf(facts, input) };
}

function factsOf({ months, yearly, window }: AnnualInput): Facts {
  const expected = expectedPeriods(window.from, window.to);
  const filed = months.map(withDerived);
  const facts: Facts = {
    ...countFacts(filed, expected),
    ...yearFacts(yearly),
    ...reviewed(filed, 'management_review_date'),
    ...lateReason(filed),
    ...auditsOf(filed, expected),
  };
  const met = phrases(filed, 'difficulties');
  if (facts.year_difficulties?.value === undefined && met.length > 0) {
    facts.year_difficulties = { value: met.join('; '), missing: [] };
  }
  if (facts.corrective_action_date === undefined) delete facts.corrective_action_status;
  return facts;
}

function gapsOf(facts: Facts, { documents }: AnnualInput): Gap[] {
  const gaps: Gap[] = [];
  for (const what of INDICATOR_NAMES) {
    const fact = facts[what];
    if (fact === undefined || UNSTATED.includes(what)) continue;
    if (fact.value === undefined) gaps.push({ what });
    else if (fact.missing.length > 0) gaps.push({ what, months: fact.missing });
  }
  return [...gaps, ...missingRoles(documents).map((what) => ({ what }))];
}
