/**
 * What a year's months say beside their counts: the internal audits with the findings of the latest one, its
 * corrective action, the management review, why dossiers were late, and the difficulties met. Only what matters is
 * stated: a year without an audit has no findings to miss.
 */
import type { IndicatorName } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Fact, Facts, FiledMonth } from './annual-totals.ts';
import { said } from './annual-totals.ts';
import { phraseOf } from './wording.ts';

const FINDINGS = [
  'minor_nonconformities',
  'major_nonconformities',
  'recommendations',
  'observations',
] as const satisfies IndicatorName[];

/**
 * The audits of the year. `audit_done` becomes the number of different days on which one was held; months not filed,
 * or with "chưa có số liệu", may hide one and are named with it.
 */
export function auditsOf(months: FiledMonth[], expected: Period[]): Facts {
  const filed = new Set(months.filter((m) => m.figures.audit_done?.kind !== 'no_data').map((m) => m.period));
  // Of several units merged since, one may have spoken where another did not.
  const doubtful = new Set(months.filter((m) => m.figures.audit_done?.kind === 'no_data').map((m) => m.period));
  const missing = expected.filter((period) => !filed.has(period) || doubtful.has(period));
  const held = months.filter(
    (month) => isText(month, 'audit_date') || said('audit_done', month.figures.audit_done) === 'Có',
  );
  const dates = [...new Set(held.map((month) => textOf(month, 'audit_date')).filter((date) => date !== ''))].sort();
  const count = dates.length || Math.min(held.length, 1);
  if (count === 0 && filed.size === 0) return { audit_done: { missing: [] } };
  const facts: Facts = { audit_done: { value: count, missing } };
  if (count > 0) Object.assign(facts, latestAudit(held, dates.at(-1)), reviewed(months, 'corrective_action_date'));
  const findings = FINDINGS.map((name) => facts[name]?.value);
  if (findings.every((found) => found === 0)) delete facts.corrective_action_date;
  return facts;
}

/** The findings belong to one audit, so they are read only in the months that speak of its day. */
function latestAudit(held: FiledMonth[], date: string | undefined): Facts {
  const speaking = date === undefined ? held : held.filter((month) => textOf(month, 'audit_date') === date);
  const facts: Facts = { audit_date: date === undefined ? { missing: [] } : { value: date, missing: [] } };
  for (const name of FINDINGS) facts[name] = last(speaking.map((month) => said(name, month.figures[name])));
  return facts;
}

/** The day of a corrective action or a management review: the latest named; '' when every month said there was none. */
export function reviewed(months: FiledMonth[], name: 'corrective_action_date' | 'management_review_date'): Facts {
  const dates = months.map((month) => textOf(month, name)).filter((date) => date !== '');
  const none = months.length > 0 && months.every((month) => month.figures[name]?.kind === 'nil');
  return { [name]: last([none ? '' : undefined, dates.sort().at(-1)]) };
}

/** Why dossiers were late, each reason once; the months with late dossiers and no reason are named. */
export function lateReason(months: FiledMonth[]): Facts {
  const late = months.filter((month) => Number(said('resolved_late', month.figures.resolved_late) ?? 0) > 0);
  if (late.length === 0) return {};
  const reasons = phrases(late, 'late_reason');
  const missing = late.filter((month) => textOf(month, 'late_reason') === '').map((month) => month.period);
  return { late_reason: reasons.length === 0 ? { missing: [] } : { value: reasons.join('; '), missing } };
}

/** Different texts of the months, in their order. */
export function phrases(months: FiledMonth[], name: IndicatorName): string[] {
  const texts = months.map((month) => phraseOf(textOf(month, name))).filter((text) => text !== '');
  return [...new Set(texts)];
}

const isText = (month: FiledMonth, name: IndicatorName): boolean => textOf(month, name) !== '';

function textOf({ figures }: FiledMonth, name: IndicatorName): string {
  const text = said(name, figures[name]);
  return typeof text === 'string' ? text.trim() : '';
}

function last(values: (number | string | undefined)[]): Fact {
  const value = values.findLast((one) => one !== undefined);
  return value === undefined ? { missing: [] } : { value, missing: [] };
}
