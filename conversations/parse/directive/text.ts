/**
 * The text of a công văn read for what it asks: its number, and each task with its deadline, how often it is owed, what
 * shows it done and to whom it goes. Nothing is guessed silently: what the words leave open is listed in `unsure`, and
 * a task without a date has none. Pure and total: any text gives an answer.
 */
import type { Citation } from '../../../domain/citation.ts';
import type { IsoDate } from '../../../domain/date.ts';
import type { DeadlineRule } from '../../../domain/deadline.ts';
import type { Recurrence, Trigger } from '../../../domain/directive.ts';
import type { DocumentRole } from '../../../domain/document-role.ts';
import { normalise } from '../../../domain/text.ts';
import { readCitations } from '../citation/citation.ts';
import { citationText } from '../citation/text.ts';
import { type Clause, lettersIn } from './body.ts';
import { deadlinesIn, type SaidDeadline } from './deadline.ts';
import { issuerIn } from './head.ts';
import { cut, isAtOnce, isOptional, recipientIn, recurrenceOf, rolesOf, titleOf, triggerOf } from './nature.ts';
import { type Task, tasksIn } from './task.ts';

/** What a person should look at before the task is issued. */
export type Unsure = 'deadline' | 'recurrence' | 'who' | 'title';

export interface DraftItem {
  /** The sentence as written, at most 300 characters. */
  text: string;
  /** Short, for people. */
  title: string;
  deadline?: DeadlineRule;
  /** The deadline's own words. */
  said?: string;
  /** Owed only in this year: its date is written with it. */
  year?: number;
  recurrence: Recurrence;
  trigger?: Trigger;
  roles: DocumentRole[];
  recipient?: string;
  /** The one office it is asked of, where the letter names one. */
  who?: string;
  continuous: boolean;
  /** "nếu có" */
  optional: boolean;
  unsure: Unsure[];
}

export interface DraftDirective {
  citation?: Citation;
  issuer?: string;
  items: DraftItem[];
}

/** Longest text read: fifteen messages, or a letter of twenty pages. */
export const DIRECTIVE_TEXT_MAX = 60_000;
/** More tasks than any letter asks; the rest of a longer one is better pasted as a second. */
export const ITEMS_MAX = 60;
const TEXT_MAX = 300;
const WHO_MAX = 100;

/** The letter read last: a form asks for it several times a turn. */
let last: { text: string; today: IsoDate; read: DraftDirective } | undefined;

/** Reads a letter; `today` dates terms that run from its receipt. */
export function readDirectiveText(text: string, today: IsoDate): DraftDirective {
  if (last?.text !== text || last.today !== today) last = { text, today, read: readLetter(text, today) };
  return last.read;
}

function readLetter(text: string, today: IsoDate): DraftDirective {
  const source = text.slice(0, DIRECTIVE_TEXT_MAX);
  const citation = headIn(source);
  const issuer = issuerIn(source);
  const context = { today, signed: citation?.date ?? undefined };
  const items = lettersIn(source).flatMap((clauses) => itemsOf(clauses, context));
  return {
    ...(citation === undefined ? {} : { citation }),
    ...(issuer === undefined ? {} : { issuer }),
    items: items.slice(0, ITEMS_MAX),
  };
}

/** The letter's own number: what stands behind "Số:" at the beginning of a line, before anything is asked. */
function headIn(text: string): Citation | undefined {
  const at = /^[\s*[]*số\s*:/imu.exec(normalise(text));
  if (!at) return undefined;
  // Pasted without its empty lines, the subject would run on into the addressees.
  const [citation] = readCitations(
    normalise(text)
      .slice(at.index)
      .replace(/\n(?=\s*kính gửi)/giu, '\n\n'),
  );
  return citation?.symbol ? citation : undefined;
}

type Reading = { today: IsoDate; signed: IsoDate | undefined };

function itemsOf(clauses: readonly Clause[], context: Reading): DraftItem[] {
  /** The deadline of each numbered point, for "báo cáo theo quy định tại điểm 1". */
  const ofPoint = new Map<string, SaidDeadline>();
  let before: { paragraph: number; who: string | undefined } | undefined;
  return clauses.flatMap((clause) => {
    const asked = before?.paragraph === clause.paragraph ? before.who : undefined;
    const tasks = clause.point === 'lead' ? leadTasks(clause, context) : tasksIn(clause, asked);
    if (tasks[0]) before = { paragraph: clause.paragraph, who: tasks[0].who };
    return tasks.flatMap((task) => draftsOf(task, context, ofPoint));
  });
}

/** The sentence that leads into the list is a task of its own only where it sets a day. */
function leadTasks(clause: Clause, context: Reading): Task[] {
  if (deadlinesIn(citationText(clause.text), context).every(({ deadline }) => deadline === undefined)) return [];
  return tasksIn({ ...clause, point: '', listed: false });
}

const POINT = /(?:tai|theo|nhu) (?:quy dinh tai )?(?:diem|khoan|muc) (\d{1,2})/;

function draftsOf(task: Task, context: Reading, ofPoint: Map<string, SaidDeadline>): DraftItem[] {
  const source = citationText(task.what);
  const own = task.isSupport ? [] : deadlinesIn(source, context);
  const said = POINT.exec(source.folded)?.[1];
  const referred = own.length === 0 && /bao cao/.test(source.folded) ? ofPoint.get(`${said}`) : undefined;
  const [first] = own;
  if (first && !ofPoint.has(task.point)) ofPoint.set(task.point, first);
  if (referred) return [draftOf(task, source.folded, referred)];
  return own.length === 0
    ? [draftOf(task, source.folded)]
    : own.map((each) => draftOf(task, source.folded, each, own.length > 1));
}

function draftOf(task: Task, folded: string, said?: SaidDeadline, isOneOfSeveral = false): DraftItem {
  const roles = rolesOf(folded);
  const trigger = said?.trigger ?? (said?.deadline ? undefined : triggerOf(folded));
  const who = task.who === '' ? undefined : task.who;
  const often = recurrenceOf(folded, roles);
  const recurrence = trigger
    ? 'on_event'
    : task.isSupport
      ? 'continuous'
      : said?.deadline
        ? 'yearly'
        : often.recurrence;
  const deadline = said?.deadline ?? (trigger && isAtOnce(folded) ? ({ kind: 'on_event' } as const) : undefined);
  const isSure = trigger !== undefined || task.isSupport || said?.year !== undefined || often.sure;
  const isYearlyByPoint = said?.deadline !== undefined && !task.what.includes(said.said);
  const unsure: Unsure[] = [
    ...(said !== undefined && (said.unsure || isOneOfSeveral) ? (['deadline'] as const) : []),
    ...(isSure || isYearlyByPoint ? [] : (['recurrence'] as const)),
    ...(who === undefined ? [] : (['who'] as const)),
  ];
  const recipient = recipientIn(task.what);
  return {
    text: cut(task.text, TEXT_MAX),
    title: titleOf(task.what, said?.said),
    ...(deadline === undefined ? {} : { deadline }),
    ...(said === undefined ? {} : { said: said.said }),
    ...(said?.year === undefined || recurrence !== 'yearly' ? {} : { year: said.year }),
    recurrence,
    ...(trigger === undefined ? {} : { trigger }),
    roles,
    ...(recipient === undefined ? {} : { recipient }),
    ...(who === undefined ? {} : { who: cut(who, WHO_MAX) }),
    continuous: recurrence === 'continuous',
    optional: isOptional(folded),
    unsure,
  };
}
