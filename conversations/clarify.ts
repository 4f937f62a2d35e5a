/**
 * Questions back about a reading that is not certain. Each says what was read, why it cannot be taken as it stands,
 * and offers the likely readings; nothing is laid down until the person takes one or types anew.
 */
import { type Amounts, type Conflict, mends, partsOf } from '../domain/balance.ts';
import { type Figure, NO_DATA, value } from '../domain/figure.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import type { Clarification, Patch, Reading } from './flow.ts';
import type { Doubt, NumberDoubt } from './parse/doubt.ts';
import { type Line, line, type Value } from './say.ts';

/** Ways out offered when figures do not tie; more would not fit one screen. */
const MENDS_OFFERED_MAX = 4;

/** Figures that are parts of a whole and have a short name beside it. */
const SLOTS = [
  'received_online',
  'received_direct',
  'resolved_early',
  'resolved_on_time',
  'resolved_late',
  'pending_in_time',
  'pending_overdue',
  'procedures_amended',
  'procedures_new',
  'procedures_repealed',
  'minor_nonconformities',
  'major_nonconformities',
  'recommendations',
  'observations',
  'training_attendees',
  'training_courses_hosted',
] as const satisfies readonly IndicatorName[];
type SlotName = (typeof SLOTS)[number];

const isSlot = (name: IndicatorName): name is SlotName => (SLOTS as readonly string[]).includes(name);

/** The id of the nth option of a clarification. */
export const clarifyId = (index: number): string => `clarify:${index}`;

type Way = { label: Line; patch: Patch };

const clarification = (
  lines: Line[],
  ways: Way[],
  more: Pick<Clarification, 'yes' | 'no' | 'about' | 'keep'> = {},
): Clarification => ({
  lines,
  options: ways.map((way, index) => ({ id: clarifyId(index), ...way })),
  ...more,
});

/** The first option is what "đúng" takes, the second what "không" takes. */
const YES_NO = { yes: 0, no: 1 } as const;

/** What a reader makes of a doubt: a question with options, or only the reason when there is nothing to choose from. */
export function asReading({ lines, ...rest }: Clarification, patch?: Patch): Reading {
  const isNotice = rest.options.every(({ label }) => label.key === 'choice-retype');
  if (isNotice) return patch ? { kind: 'got', patch, also: lines } : { kind: 'unread', lines };
  return { kind: 'unclear', clarification: { lines, ...rest }, ...(patch ? { patch } : {}) };
}

/** The name of an indicator as a value inside a sentence. */
export const nameOf = (name: IndicatorName): Value => line(`indicator-${name}`);

/** Several figures by the short names they have inside one question: "trước hạn; đúng hạn; quá hạn". */
export const slotNames = (names: readonly IndicatorName[]): Value => ({ each: names.map(slotName), with: '; ' });

export const slotName = (name: IndicatorName): Value => (isSlot(name) ? line(`slot-${name}`) : nameOf(name));

const retype = (clear: IndicatorName[] = []): Way => ({ label: line('choice-retype'), patch: { clear } });

/** A doubt about how a number is written; it can be named even where no reading is proposed. */
export const isNumberDoubt = (doubt: Doubt): doubt is Extract<Doubt, { reason: NumberDoubt }> =>
  'text' in doubt && doubt.reason !== 'impossible_date';

/** A number that is no count as written: the likely count is proposed. */
export function clarifyCount(doubt: Doubt, name: IndicatorName): Clarification | undefined {
  if (!('proposal' in doubt) || doubt.proposal === undefined) return undefined;
  const figures = { [doubt.ask ?? name]: value(doubt.proposal) };
  const lines = [line(`doubt-${doubt.reason}`, { text: doubt.text, name: nameOf(doubt.ask ?? name) })];
  lines.push(line('doubt-proposal', { n: doubt.proposal }));
  return clarification(lines, [{ label: line('choice-number', { n: doubt.proposal }), patch: { figures } }, retype()], {
    ...YES_NO,
    about: doubt.ask ?? name,
  });
}

/** Which of several figures a number is. */
export function whichFigure(n: number, candidates: readonly IndicatorName[]): Clarification {
  const ways = candidates.map((name) => ({ label: nameOf(name) as Line, patch: { figures: { [name]: value(n) } } }));
  return clarification([line('doubt-which_figure', { n })], [...ways, retype()]);
}

/** "chưa" where numbers were asked: nobody knows yet, or none so far. */
export function clarifyNotYet(names: readonly IndicatorName[], text: string): Clarification {
  const all = (figure: Figure) => ({ figures: Object.fromEntries(names.map((name) => [name, figure])) });
  return clarification(
    [line('doubt-uncertain', { text })],
    [
      { label: line('choice-no-data'), patch: all(NO_DATA) },
      { label: line('choice-all-zero', { count: names.length }), patch: all(value(0)) },
    ],
  );
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
        doubt.values.map((n) => ({
          label: line('choice-number', { n }),
          patch: { figures: { [doubt.ask]: value(n) } },
        })),
        { about: doubt.ask },
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
    ? dates.map((date) => ({
        label: line('choice-date', { day: { day: date } }),
        patch: { figures: { [name]: value(date) } },
      }))
    : [];
  return clarification([said], [...ways, retype()], ways.length === 1 ? YES_NO : {});
}

/** Figures that cannot all be true: both sums, the difference, and the single changes that would settle it. */
export function clarifyTie(
  conflict: Conflict,
  { given, amounts }: { given: Amounts; amounts: Amounts },
  changeable: (name: IndicatorName) => boolean,
): Clarification {
  const { equation, leftSum, rightSum } = conflict;
  const side = (names: readonly IndicatorName[], total: number): Value => {
    const terms = names
      .filter((name) => amounts[name] !== undefined)
      .map((name) => line('doubt-term', { name: nameOf(name), n: amounts[name] ?? 0 }));
    const [only] = terms;
    return terms.length === 1 && only ? only : line('doubt-sum', { terms: { each: terms, with: ' + ' }, total });
  };
  const gap = Math.abs(leftSum - rightSum);
  const args = { left: side(equation.left, leftSum), right: side(equation.right, rightSum), gap };
  const ways = mends(conflict, { given, amounts }, changeable)
    .slice(0, MENDS_OFFERED_MAX)
    .map((mend) => ({
      label: line('choice-mend-figure', { name: nameOf(mend.name), n: mend.value }),
      patch: { figures: { [mend.name]: value(mend.value) } },
    }));
  const names = [...equation.left, ...equation.right];
  const involved = names.flatMap((name) => (changeable(name) ? [name] : partsOf(name, equation).filter(changeable)));
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
  return clarification(lines, ways, { ...YES_NO, about: name, keep: ways.indexOf(keep) });
}

/** This month's opening figure against last month's closing one. */
export function clarifyCarriedOver(n: number, known: number, mark: string): Clarification {
  return clarification(
    [line('doubt-carried-over', { n, known })],
    [
      { label: line('choice-number', { n: known }), patch: { clear: ['carried_over'] } },
      { label: line('choice-really', { n }), patch: { done: [mark] } },
    ],
    { about: 'carried_over', keep: 1 },
  );
}

/** An event dated after today or far from the month reported on. */
export function clarifyDate(
  name: IndicatorName,
  date: string,
  key: 'doubt-date-future' | 'doubt-date-outside',
  mark: string,
) {
  return clarification(
    [line(key, { name: nameOf(name), day: { day: date } })],
    [{ label: line('choice-really-date', { day: { day: date } }), patch: { done: [mark] } }, retype([name])],
    YES_NO,
  );
}
