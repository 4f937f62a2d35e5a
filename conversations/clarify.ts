/**
 * Questions back about a reading that is not certain. Each says what was read, why it cannot be taken as it stands,
 * and offers the likely readings; nothing is laid down until the person takes one or types anew.
 */
import { type Conflict, mends } from '../domain/balance.ts';
import { value } from '../domain/figure.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import type { Amounts } from '../domain/balance.ts';
import { clarifyId } from './engine.ts';
import type { Clarification, Patch } from './flow.ts';
import type { Doubt } from './parse/doubt.ts';
import { type Line, line, type Value } from './say.ts';

/** Ways out offered when figures do not tie; more would not fit one screen. */
const MENDS_OFFERED_MAX = 4;

type Way = { label: Line; patch: Patch };

const clarification = (lines: Line[], ways: Way[], yes?: number, no?: number): Clarification => ({
  lines,
  options: ways.map((way, index) => ({ id: clarifyId(index), ...way })),
  ...(yes === undefined ? {} : { yes }),
  ...(no === undefined ? {} : { no }),
});

/** The name of an indicator as a value inside a sentence. */
export const nameOf = (name: IndicatorName): Value => line(`indicator-${name}`);

const retype = (clear: IndicatorName[] = []): Way => ({ label: line('choice-retype'), patch: { clear } });

/** A number that is no count as written: the likely count is proposed. */
export function clarifyCount(doubt: Doubt, name: IndicatorName): Clarification | undefined {
  if (!('proposal' in doubt) || doubt.proposal === undefined) return undefined;
  const figures = { [doubt.ask ?? name]: value(doubt.proposal) };
  const lines = [line(`doubt-${doubt.reason}`, { text: doubt.text, name: nameOf(doubt.ask ?? name) })];
  lines.push(line('doubt-proposal', { n: doubt.proposal }));
  return clarification(lines, [{ label: line('choice-number', { n: doubt.proposal }), patch: { figures } }, retype()], 0, 1);
}

/** Which of several figures a number is. */
export function whichFigure(n: number, candidates: readonly IndicatorName[]): Clarification {
  const ways = candidates.map((name) => ({ label: nameOf(name) as Line, patch: { figures: { [name]: value(n) } } }));
  return clarification([line('doubt-which_figure', { n })], [...ways, retype()]);
}

/** Any other doubt of the parser, as a sentence and what can be offered. */
export function clarifyParse(doubt: Doubt): Clarification | undefined {
  switch (doubt.reason) {
    case 'which_figure':
      return doubt.candidates.length > 0
        ? whichFigure(doubt.value, doubt.candidates)
        : clarification([line('doubt-no_figure', { n: doubt.value })], [retype()]);
    case 'split_unknown':
      return clarification(
        [line('doubt-split_unknown', { n: doubt.value, names: { each: doubt.candidates.map(nameOf), with: ', ' } })],
        [retype()],
      );
    case 'rest_unknown':
      return clarification([line('doubt-rest_unknown', { name: nameOf(doubt.ask) })], [retype()]);
    case 'conflict':
      return clarification(
        [line('doubt-conflict', { name: nameOf(doubt.ask) })],
        doubt.values.map((n) => ({ label: line('choice-number', { n }), patch: { figures: { [doubt.ask]: value(n) } } })),
      );
    case 'impossible_date':
      return clarification([line('doubt-impossible_date', { text: doubt.text })], [retype()]);
    case 'day_missing':
      return clarification([line('doubt-day_missing', { month: doubt.month })], [retype()]);
    case 'month_missing':
      return clarification([line('doubt-month_missing', { day: doubt.day })], [retype()]);
    case 'lunar_date':
      return clarification([line('doubt-lunar_date', { day: doubt.day, month: doubt.month })], [retype()]);
    case 'weekday_mismatch':
      return dateOffered(line('doubt-weekday_mismatch', { day: { day: doubt.date } }), [doubt.date], doubt.ask);
    case 'future_date':
      return dateOffered(line('doubt-future_date', { day: { day: doubt.date } }), [doubt.date], doubt.ask);
    case 'which_date':
      return dateOffered(line('doubt-which_date'), doubt.dates, doubt.ask);
    default:
      return 'proposal' in doubt && doubt.ask ? clarifyCount(doubt, doubt.ask) : undefined;
  }
}

function dateOffered(said: Line, dates: string[], name: IndicatorName | undefined): Clarification {
  const ways = name
    ? dates.map((date) => ({ label: line('choice-date', { day: { day: date } }), patch: { figures: { [name]: value(date) } } }))
    : [];
  return clarification([said], [...ways, retype()], ways.length === 1 ? 0 : undefined, ways.length === 1 ? 1 : undefined);
}

/** Figures that cannot all be true: both sums, the difference, and the single changes that would settle it. */
export function clarifyTie(conflict: Conflict, amounts: Amounts, changeable: (name: IndicatorName) => boolean): Clarification {
  const { equation, leftSum, rightSum } = conflict;
  const side = (names: readonly IndicatorName[]): Value => ({
    each: names
      .filter((name) => amounts[name] !== undefined)
      .map((name) => line('doubt-term', { name: nameOf(name), n: amounts[name] ?? 0 })),
    with: ' + ',
  });
  const gap = Math.abs(leftSum - rightSum);
  const args = { left: side(equation.left), right: side(equation.right), left_sum: leftSum, right_sum: rightSum, gap };
  const ways = mends(conflict, amounts, changeable)
    .slice(0, MENDS_OFFERED_MAX)
    .map((mend) => ({
      label: line('choice-mend-figure', { name: nameOf(mend.name), n: mend.value }),
      patch: { figures: { [mend.name]: value(mend.value) } },
    }));
  const involved = [...equation.left, ...equation.right].filter(changeable);
  return clarification([line('doubt-tie', args), line('doubt-tie-question')], [...ways, retype(involved)]);
}

/** Ten times the usual: named as such and asked once. */
export function clarifyTenTimes(name: IndicatorName, n: number, usual: number, mark: string): Clarification {
  const tenth = n / 10;
  const keep: Way = { label: line('choice-really', { n }), patch: { done: [mark] } };
  const ways: Way[] = Number.isInteger(tenth)
    ? [{ label: line('choice-number', { n: tenth }), patch: { figures: { [name]: value(tenth) } } }, keep]
    : [keep, retype([name])];
  const lines = [line('doubt-ten-times', { name: nameOf(name), n, times: Math.floor(n / usual), usual })];
  if (Number.isInteger(tenth)) lines.push(line('doubt-proposal', { n: tenth }));
  return clarification(lines, ways);
}

/** This month's opening figure against last month's closing one. */
export function clarifyCarriedOver(n: number, known: number, mark: string): Clarification {
  return clarification(
    [line('doubt-carried-over', { n, known })],
    [
      { label: line('choice-number', { n: known }), patch: { clear: ['carried_over'] } },
      { label: line('choice-really', { n }), patch: { done: [mark] } },
    ],
  );
}

/** An event dated after today or far from the month reported on. */
export function clarifyDate(name: IndicatorName, date: string, key: 'doubt-date-future' | 'doubt-date-outside', mark: string) {
  return clarification(
    [line(key, { name: nameOf(name), day: { day: date } })],
    [
      { label: line('choice-really-date', { day: { day: date } }), patch: { done: [mark] } },
      retype([name]),
    ],
    0,
    1,
  );
}
