/** Compiling the tables that were ordered, a piece at a time, and sending each when it is whole. */
import { line } from '../../conversations/say.ts';
import type { Reader, Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { settle, type Timer, type TimerEnd, waitingUnder } from '../../db/timers.ts';
import { unitTree } from '../../db/units.ts';
import type { Instant } from '../../domain/date.ts';
import { parseSpan } from '../../domain/span.ts';
import type { MonthTable } from '../../reports/month-table.ts';
import type { House } from '../house.ts';
import { render } from '../render.ts';
import { type Scene, setScene, speak } from '../scene.ts';
import { compilePiece, MONTH_TABLE, type TableOrder, tableFile, tableKey } from './month-file.ts';
import { spanName } from './status-lines.ts';

/** Months of units compiled in one piece: some ten milliseconds in which no reply is written. */
const PIECE = 300;
/** States of progress shown of one table: a message edited more often only flickers. */
const PROGRESS_STEPS = 10;

/** What has been compiled of the table at work; it is only ever what the rows would give again. */
interface Partly {
  timer: number;
  done: number;
  table?: MonthTable;
}

export interface TableWork {
  /** Whether a table is ordered and not sent. */
  pending(read: Reader): boolean;
  /** Compiles the next piece, or sends what is whole; answers whether anything was done. */
  step(tx: Tx, now: Instant): boolean;
}

/** The work on the tables of a house. */
export function tableWork(house: House): TableWork {
  let partly: Partly | undefined;
  return {
    pending(read) {
      const isOrdered = waitingUnder(read, `${MONTH_TABLE}:`) !== undefined;
      if (!isOrdered) partly = undefined;
      return isOrdered;
    },
    step(tx, now) {
      const timer = waitingUnder(tx, `${MONTH_TABLE}:`);
      if (!timer) return false;
      if (partly?.timer !== timer.id) partly = { timer: timer.id, done: 0 };
      const scene = sceneOf(house, tx, timer, now);
      const order = timer.payload as TableOrder;
      if (!scene) settle(tx, timer.id, 'needless', now);
      else if (partly.done >= order.units.length && partly.table) send(scene, timer, order, partly.table);
      else partly = further(scene, timer, order, partly);
      return true;
    },
  };
}

function sceneOf(house: House, tx: Tx, { personId, payload }: Timer, now: Instant): Scene | undefined {
  const person = personId === undefined ? undefined : personById(tx, personId);
  const { to } = payload as TableOrder;
  return person && setScene({ house, tx, now, person, to, priority: 0 });
}

/** The table with its next piece. */
function further(scene: Scene, timer: Timer, order: TableOrder, partly: Partly): Partly {
  const size = Math.max(1, Math.floor(PIECE / order.periods.length));
  const units = order.units.slice(partly.done, partly.done + size);
  const piece = compilePiece(scene.tx, scene.house, unitTree(scene.tx), order, units);
  const done = partly.done + units.length;
  const stepOf = (n: number): number => Math.floor((PROGRESS_STEPS * n) / order.units.length);
  if (stepOf(done) > stepOf(partly.done) && done < order.units.length) sayProgress(scene, timer, order, done);
  if (!partly.table) return { ...partly, done, table: piece };
  partly.table.rows.push(...piece.rows);
  partly.table.sources.push(...piece.sources);
  partly.table.mergers?.push(...(piece.mergers ?? []));
  partly.table.splits?.push(...(piece.splits ?? []));
  return { ...partly, done };
}

const nameOf = ({ span }: TableOrder) => {
  const known = parseSpan(span);
  return known ? spanName(known) : span;
};

function sayProgress(scene: Scene, timer: Timer, order: TableOrder, done: number): void {
  const said = line('table-progress', { span: nameOf(order), done, units: order.units.length });
  pushInPlace(scene, timer, said, { key: `${tableKey(timer.key)}:${done}`, progress: true });
}

function pushInPlace(
  { tx, to, now, person, pen }: Scene,
  timer: Timer,
  said: ReturnType<typeof line>,
  { key, progress }: { key: string; progress: boolean },
): void {
  const message = {
    ...render({ lines: [said] }, pen.write),
    replaces: { key: tableKey(timer.key) },
    ...(progress ? { progress: true as const } : {}),
  };
  enqueue(tx, { key, to, priority: 0, message, at: now, personId: person.id });
}

function send(scene: Scene, timer: Timer, order: TableOrder, table: MonthTable): void {
  const made = line('table-made', { span: nameOf(order) });
  pushInPlace(scene, timer, made, { key: `${tableKey(timer.key)}:made`, progress: true });
  const args = {
    span: nameOf(order),
    scope: order.scope,
    units: order.units.length,
    at: { time: order.asOf },
  };
  const key = `${timer.key}:file`;
  speak(scene, { lines: [line('table-ready', args)] }, { attachment: tableFile(scene, order.span, table), key });
  settle(scene.tx, timer.id, 'fired', scene.now);
}

/** Says that a table will not come: its timer has come round and it was never whole. */
export function giveUpTable(house: House, tx: Tx, timer: Timer, now: Instant): TimerEnd {
  const scene = sceneOf(house, tx, timer, now);
  if (!scene) return 'needless';
  speak(scene, { lines: [line('table-failed', { span: nameOf(timer.payload as TableOrder) })] });
  return 'fired';
}
