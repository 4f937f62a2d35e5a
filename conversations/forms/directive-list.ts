/** The tasks read from a công văn as a person checks them: numbered, a page at a time, each with its day or without. */
import type { IsoDate } from '../../domain/date.ts';
import type { DraftItem, Unsure } from '../parse/directive/text.ts';
import { type Line, line, type Value } from '../say.ts';

/** Tasks shown at once: two lines each on a phone is one screen. */
export const PAGE_ITEMS = 8;

/** How many pages a list has; an empty list has one. */
export const pagesOf = (items: readonly DraftItem[]): number => Math.max(1, Math.ceil(items.length / PAGE_ITEMS));

export type DueOf = (item: DraftItem) => IsoDate | undefined;

/** One page of the list. @param page from 0 */
export function listLines(items: readonly DraftItem[], page: number, dueOf: DueOf): Line[] {
  const from = page * PAGE_ITEMS;
  const shown = items.slice(from, from + PAGE_ITEMS);
  const heading =
    pagesOf(items) > 1
      ? line('directive-list-part', { n: items.length, from: from + 1, to: from + shown.length })
      : line('directive-list', { n: items.length });
  return [heading, ...shown.map((item, at) => itemLine(item, from + at + 1, dueOf)), ...doubtLines(shown, from)];
}

const itemLine = (item: DraftItem, n: number, dueOf: DueOf): Line =>
  line(item.unsure.length > 0 ? 'directive-item-unsure' : 'directive-item', {
    n: String(n),
    title: item.title,
    when: whenLine(item, dueOf),
  });

/** When a task is due, in a few words. */
export function whenLine(item: DraftItem, dueOf: DueOf): Line {
  const { deadline, year, trigger, said = '' } = item;
  if (deadline?.kind === 'after_event') {
    return line(trigger === 'internal_audit' ? 'directive-when-audit' : 'directive-when-after', {
      days: deadline.days,
    });
  }
  if (deadline?.kind === 'on_event') return line('directive-when-at-once');
  if (trigger) return line('directive-when-event');
  if (item.continuous) return said === '' ? line('directive-when-always') : line('directive-when-said', { said });
  if (!deadline) return line('directive-when-none');
  const due = dueOf(item);
  if (due === undefined) return line('directive-when-past', { said });
  return year === undefined
    ? line('directive-when-yearly', { due: { day: due } })
    : line('directive-when-once', { due: { day: due } });
}

const DOUBTS: readonly Unsure[] = ['deadline', 'recurrence', 'who', 'title'];

/** What the marks mean, each once, with the tasks it is about. */
function doubtLines(shown: readonly DraftItem[], from: number): Line[] {
  return DOUBTS.flatMap((doubt): Line[] => {
    const each = shown.flatMap((item, at): Value[] =>
      item.unsure.includes(doubt) ? [whichItem(item, from + at + 1, doubt)] : [],
    );
    return each.length === 0 ? [] : [line(`directive-unsure-${doubt}`, { items: { each, with: ', ' } })];
  });
}

const whichItem = (item: DraftItem, n: number, doubt: Unsure): Value =>
  doubt === 'who' && item.who !== undefined
    ? line('directive-who', { n: String(n), who: item.who })
    : doubt === 'deadline' && item.said !== undefined
      ? line('directive-said', { n: String(n), said: item.said })
      : String(n);
