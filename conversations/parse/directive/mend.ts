/**
 * Corrections to the list of tasks read from a công văn, as somebody types them: "bỏ 2, 5", "3 trước ngày 20/11", "3
 * không hạn", "4 hằng năm", "4 chỉ năm 2026", "tên 2: …", "thêm: …".
 */
import type { IsoDate } from '../../../domain/date.ts';
import { normalise } from '../../../domain/text.ts';
import { citationText } from '../citation/text.ts';
import { deadlinesIn } from './deadline.ts';
import { cut, TITLE_MAX } from './nature.ts';
import { type DraftItem, ITEMS_MAX, readDirectiveText, type Unsure } from './text.ts';

export type Mended =
  | { kind: 'mended'; items: DraftItem[]; at: number }
  /** A number no task has. */
  | { kind: 'no_item'; n: number }
  /** Words of a deadline that name no day. */
  | { kind: 'no_day'; said: string }
  | { kind: 'none' };

const DROP = /^(?:bo|xoa|loai|drop|remove)(?: viec| muc| dong| so)? ([\d\s,;-]+(?: va \d+)?)$/;
const RENAME = /^(?:ten|sua ten|doi ten|title) (?:viec )?(\d{1,2}) ?[:=-]? ?/;
const ADD = /^(?:them|bo sung|add)(?: viec)? ?: ?/;
const ITEM =
  /^(?:sua )?(?:viec |muc |so |dong )?(\d{1,2})(?:[:.),] ?| )(?:la |thanh |sua thanh |doi thanh |han )?(?=\S)/;
const UNDATED = /^(?:khong|ko|bo)(?: co)?(?: thoi)? han$|^no (?:deadline|date)$/;
const YEARLY = /^(?:hang|moi) nam$|^(?:every year|yearly)$/;
const ALWAYS = /^thuong xuyen$|^(?:always|all the time)$/;
const ONE_YEAR = /^(?:chi |mot lan |1 lan )?(?:trong )?nam (\d{4})$|^(?:mot lan|1 lan|once)$/;

const without = (item: DraftItem, ...settled: Unsure[]): Unsure[] =>
  item.unsure.filter((each) => !settled.includes(each));

/** The task without its deadline and what that brought with it. */
function undated(item: DraftItem): DraftItem {
  const { deadline: _deadline, said: _said, year: _year, trigger: _trigger, ...rest } = item;
  return rest;
}

/** Reads a correction of `items`, numbered from 1; `today` dates terms and "một lần". */
export function readMend(text: string, items: readonly DraftItem[], today: IsoDate): Mended {
  const written = normalise(text).replace(/\s+/gu, ' ').trim();
  const { folded } = citationText(written);
  const drop = DROP.exec(folded)?.[1];
  if (drop !== undefined) return dropped(drop, items);
  const add = ADD.exec(folded);
  if (add) return added(written.slice(add[0].length), items, today);
  const rename = RENAME.exec(folded);
  if (rename) {
    const title = written.slice(rename[0].length).trim();
    if (title === '') return { kind: 'none' };
    return changed(Number(rename[1]), items, (item) => ({
      ...item,
      title: cut(title, TITLE_MAX),
      unsure: without(item, 'title'),
    }));
  }
  const item = ITEM.exec(folded);
  return item ? redated(Number(item[1]), written.slice(item[0].length), items, today) : { kind: 'none' };
}

function dropped(said: string, items: readonly DraftItem[]): Mended {
  const numbers = [...said.matchAll(/(\d+)(?: ?- ?(\d+))?/g)].flatMap(([, from = '', to = from]) => {
    const count = Math.min(Number(to) - Number(from), ITEMS_MAX) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, at) => Number(from) + at);
  });
  const unknown = numbers.find((n) => n < 1 || n > items.length);
  if (unknown !== undefined) return { kind: 'no_item', n: unknown };
  const kept = items.filter((_, at) => !numbers.includes(at + 1));
  return numbers.length === 0 ? { kind: 'none' } : { kind: 'mended', items: kept, at: Math.min(...numbers) };
}

function added(words: string, items: readonly DraftItem[], today: IsoDate): Mended {
  const [read] = readDirectiveText(`Yêu cầu:\n- ${words}`, today).items;
  const said = words.trim();
  if (said === '' || items.length >= ITEMS_MAX) return { kind: 'none' };
  const plain: DraftItem = {
    text: cut(said, TITLE_MAX),
    title: cut(said, TITLE_MAX),
    recurrence: 'yearly',
    roles: [],
    continuous: false,
    optional: false,
    unsure: ['recurrence'],
  };
  return { kind: 'mended', items: [...items, read ?? plain], at: items.length + 1 };
}

function changed(n: number, items: readonly DraftItem[], change: (item: DraftItem) => DraftItem): Mended {
  const found = items[n - 1];
  if (!found) return { kind: 'no_item', n };
  return { kind: 'mended', items: items.map((item) => (item === found ? change(item) : item)), at: n };
}

/** Another deadline or frequency for a task. */
function redated(n: number, words: string, items: readonly DraftItem[], today: IsoDate): Mended {
  const { folded } = citationText(words);
  const plain = folded.replace(/[.!\s]+$/, '');
  if (UNDATED.test(plain))
    return changed(n, items, (item) => ({ ...undated(item), ...timely(item), unsure: without(item, 'deadline') }));
  if (YEARLY.test(plain)) return changed(n, items, (item) => yearly(item));
  if (ALWAYS.test(plain)) {
    return changed(n, items, (item) => ({
      ...undated(item),
      recurrence: 'continuous',
      continuous: true,
      unsure: without(item, 'deadline', 'recurrence'),
    }));
  }
  const one = ONE_YEAR.exec(plain);
  if (one) return changed(n, items, (item) => ({ ...yearly(item), year: Number(one[1] ?? today.slice(0, 4)) }));
  const bare = /^(?:ngay )?\d{1,2} ?[/.-] ?\d{1,2}/.test(plain) ? `chậm nhất ${words}` : words;
  const [said] = deadlinesIn(citationText(bare), { today });
  if (!said) return { kind: 'none' };
  const { deadline } = said;
  if (!deadline) return { kind: 'no_day', said: said.said };
  return changed(n, items, (item) => {
    const often = said.year !== undefined || /(?:hang|moi) nam/.test(folded) ? (['recurrence'] as const) : [];
    const onEvent = deadline.kind === 'after_event' || deadline.kind === 'on_event';
    const trigger = said.trigger ?? item.trigger;
    return {
      ...undated(item),
      deadline,
      said: said.said,
      ...(said.year === undefined ? {} : { year: said.year }),
      recurrence: onEvent ? 'on_event' : 'yearly',
      ...(onEvent && trigger ? { trigger } : {}),
      continuous: false,
      unsure: without(item, 'deadline', ...often),
    };
  });
}

/** Without a term from an event a task is owed each year. */
const timely = ({ recurrence, trigger }: DraftItem): Pick<DraftItem, 'recurrence' | 'trigger'> =>
  recurrence === 'on_event' && trigger ? { recurrence, trigger } : { recurrence };

function yearly(item: DraftItem): DraftItem {
  const fits = item.deadline?.kind === 'fixed';
  const { year: _year, trigger: _trigger, deadline, said, ...rest } = item;
  return {
    ...rest,
    ...(fits && deadline ? { deadline } : {}),
    ...(fits && said !== undefined ? { said } : {}),
    recurrence: 'yearly',
    continuous: false,
    unsure: without(item, 'recurrence'),
  };
}
