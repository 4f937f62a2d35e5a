/**
 * "Tải số liệu tháng 10": the figures of a scope as a spreadsheet. What is read is frozen in the message. A table of
 * thousands of units is compiled a piece at a time between other people's turns, with its progress shown; what there
 * is to do stands in the archive, so a process that dies begins the same table anew, with the same figures.
 */
import { line } from '../../conversations/say.ts';
import { monthRows } from '../../db/month-rows.ts';
import type { Reader } from '../../db/open.ts';
import { plan } from '../../db/timers.ts';
import type { Instant } from '../../domain/date.ts';
import type { Address, Attachment } from '../../domain/message.ts';
import type { Period } from '../../domain/period.ts';
import type { Span } from '../../domain/span.ts';
import type { UnitId, UnitTree } from '../../domain/unit.ts';
import { indicatorsOfForm, MONTH_FORM } from '../../reports/month-columns.ts';
import { compileMonthTable, type MonthTable } from '../../reports/month-table.ts';
import type { House } from '../house.ts';
import { type Scene, speak, tell } from '../scene.ts';
import type { Scope } from './scope.ts';
import { standingOf } from './standing.ts';
import { nothingOf, spanName } from './status-lines.ts';

/** The kind, and the beginning of the key, of the timers that stand for a table being compiled. */
export const MONTH_TABLE = 'month-table';

/** Months of units compiled within a turn: some twenty milliseconds. */
const AT_ONCE = 600;
/** A table that is not there after an hour will not come. */
const GIVEN_UP_AFTER_MS = 60 * 60_000;

/** What a table is compiled from; JSON-safe. */
export interface TableOrder {
  to: Address;
  /** Id of the span asked for. */
  span: string;
  scope: string;
  units: UnitId[];
  periods: Period[];
  /** The moment whose figures it shows. */
  asOf: Instant;
}

const INDICATORS = indicatorsOfForm(MONTH_FORM);

/** The piece of a table for some of its units. */
export function compilePiece(
  read: Reader,
  house: Pick<House, 'window'>,
  tree: UnitTree,
  order: Omit<TableOrder, 'to' | 'span'>,
  units: readonly UnitId[],
): MonthTable {
  const { scope, periods, asOf } = order;
  const rows = monthRows(read, units, periods, INDICATORS, asOf);
  return compileMonthTable({
    scope,
    periods,
    window: house.window,
    asOf,
    units: units.map((id) => ({ name: tree.get(id)?.name ?? '', months: rows.get(id) ?? [] })),
    unitsInAll: order.units.length,
  });
}

/** The table as part of a message. */
export const tableFile = ({ pen }: Pick<Scene, 'pen'>, span: string, data: MonthTable): Attachment => ({
  maker: 'month-xlsx',
  name: pen.write(line('table-name', { span })),
  show: 'document',
  data,
});

/** Answers "tải số liệu …": the file, or that it is being compiled. */
export function sendTable(scene: Scene, scope: Scope, span: Span): void {
  const standing = standingOf(scene, scope, span);
  const nothing = nothingOf(scene, standing);
  if (nothing) return tell(scene, nothing);
  const order: TableOrder = {
    to: scene.to,
    span: span.id,
    scope: scope.name,
    units: standing.units.map(({ unit }) => unit.id),
    periods: [...standing.periods],
    asOf: scene.now,
  };
  if (order.units.length * order.periods.length > AT_ONCE) return orderTable(scene, span, order);
  const table = compilePiece(scene.tx, scene.house, scene.tree, order, order.units);
  const args = { span: spanName(span), scope: scope.name, units: order.units.length, at: { time: scene.now } };
  speak(scene, { lines: [line('table-ready', args)] }, { attachment: tableFile(scene, span.id, table) });
}

/** The key of the first word of a table's progress: every later one takes its place. */
export const tableKey = (timerKey: string): string => `${timerKey}:progress`;

function orderTable(scene: Scene, span: Span, order: TableOrder): void {
  const { tx, now, person, message } = scene;
  // Ordered by time, so that whoever asked first is served first.
  const key = `${MONTH_TABLE}:${String(now).padStart(15, '0')}:${person.id}:${message ?? 0}`;
  plan(tx, { key, kind: MONTH_TABLE, dueAt: now + GIVEN_UP_AFTER_MS, personId: person.id, payload: order });
  const lines = [line('table-making', { span: spanName(span), units: order.units.length })];
  speak(scene, { lines }, { key: tableKey(key) });
}
