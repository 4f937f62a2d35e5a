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
import { isUnknown } from '../../domain/dossier-sum.ts';
import { FILE_NAME_MAX, fileWord } from '../../domain/file-name.ts';
import { mergedOn } from '../../domain/lineage.ts';
import type { Address, Attachment } from '../../domain/message.ts';
import { coverage, type Period } from '../../domain/period.ts';
import type { Span } from '../../domain/span.ts';
import { mergedAmong } from '../../domain/stock.ts';
import type { Unit, UnitId, UnitTree } from '../../domain/unit.ts';
import { indicatorsOfForm, MONTH_FORM } from '../../reports/month-columns.ts';
import { compileMonthTable, type MonthTable, type TableUnit } from '../../reports/month-table.ts';
import type { House } from '../house.ts';
import { type Scene, speak, tell } from '../scene.ts';
import type { Scope } from './scope.ts';
import { passedIn, type Standing, standingOf } from './standing.ts';
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
  /** A row each. */
  units: UnitId[];
  /** What was merged into some of them, with whose figures theirs are added up. */
  past?: [UnitId, UnitId[]][];
  /** Units that were split on the way, with those of their parts that have rows. */
  splits?: [UnitId, UnitId[]][];
  /** Units that have ended and whose stock is counted with what came after them. */
  passed?: UnitId[];
  /** Units that carried over what another of the table had pending: it is in that one's figures. */
  carried?: UnitId[];
  periods: Period[];
  /** The months owed by those of the units that did not owe all of them. */
  owed?: [UnitId, Period[]][];
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
  const past = new Map(order.past);
  const all = units.flatMap((id) => [id, ...(past.get(id) ?? [])]);
  const rows = monthRows(read, all, periods, INDICATORS, asOf);
  const owed = new Map(order.owed);
  const splits = new Map(order.splits);
  const [passed, carried] = [new Set(order.passed), new Set(order.carried)];
  const nameOf = (id: UnitId): string => tree.get(id)?.name ?? '';
  const tableUnit = (id: UnitId): TableUnit => {
    const some = owed.get(id);
    return {
      name: nameOf(id),
      months: rows.get(id) ?? [],
      ...(some ? { owed: some } : {}),
      ...(passed.has(id) ? { isPassedOn: true as const } : {}),
      ...(carried.has(id) ? { carriesOver: true as const } : {}),
    };
  };
  const rowUnit = (id: UnitId): TableUnit => {
    const [olds, parts] = [past.get(id), splits.get(id)];
    const unit = tree.get(id);
    const day = olds && unit ? mergedOn(tree, unit) : undefined;
    return {
      ...tableUnit(id),
      ...(olds ? { past: olds.map(tableUnit) } : {}),
      ...(day === undefined ? {} : { mergedOn: day }),
      ...(parts ? { splitInto: parts.map(nameOf) } : {}),
    };
  };
  return compileMonthTable({
    scope,
    periods,
    window: house.window,
    asOf,
    units: units.map(rowUnit),
    unitsInAll: order.units.length + order.units.reduce((sum, id) => sum + (past.get(id)?.length ?? 0), 0),
  });
}

/** The table as part of a message, by a name that tells whose and of when it is wherever the file is taken. */
export function tableFile({ pen }: Pick<Scene, 'pen'>, span: string, data: MonthTable): Attachment {
  const named = (scope: string): string => pen.write(line('table-file', { scope, span: span.toLowerCase() }));
  const name = named(fileWord(data.scope, FILE_NAME_MAX - named('').length));
  return { maker: 'month-xlsx', name, show: 'document', data };
}

/** Answers "tải số liệu …": the file, or that it is being compiled. */
export function sendTable(scene: Scene, scope: Scope, span: Span): void {
  const standing = standingOf(scene, scope, span);
  const nothing = nothingOf(scene, standing);
  if (nothing) return tell(scene, nothing);
  const order = orderOf(scene, standing);
  if (order.units.length * order.periods.length > AT_ONCE) return orderTable(scene, span, order);
  const table = compilePiece(scene.tx, scene.house, scene.tree, order, order.units);
  const args = { span: spanName(span), scope: scope.name, units: order.units.length, at: { time: scene.now } };
  speak(scene, { lines: [line('table-ready', args)] }, { attachment: tableFile(scene, span.id, table) });
}

/** What a standing is compiled to a table from. */
function orderOf(scene: Scene, { span, scope, units, periods }: Standing): TableOrder {
  const { to, now, tree } = scene;
  const until = new Map(units.map((each) => [each.unit.id, lastDay(scene, each.periods)]));
  const past = mergedAmong(
    tree,
    units.map(({ unit }) => unit),
    (heir, { validTo = '' }) => (until.get(heir) ?? '') > validTo,
  );
  const folded = new Set([...past.values()].flat());
  const rows = units.flatMap(({ unit }) => (folded.has(unit.id) ? [] : [unit]));
  const partly = units.filter((each) => each.periods.length < periods.length);
  return {
    to,
    span: span.id,
    scope: scope.name,
    units: rows.map(({ id }) => id),
    ...(past.size > 0 ? { past: [...past] } : {}),
    ...splitsAmong(units.map(({ unit }) => unit)),
    ...stocksOf(scene, units, periods),
    periods: [...periods],
    ...(partly.length > 0 ? { owed: partly.map((each) => [each.unit.id, [...each.periods]]) } : {}),
    asOf: now,
  };
}

/** The last day of the months a unit owes. */
const lastDay = ({ house }: Scene, periods: readonly Period[]): string =>
  periods.map((period) => coverage(period, house.window).to).at(-1) ?? '';

function splitsAmong(units: readonly Unit[]): Pick<TableOrder, 'splits'> {
  const listed = new Set(units.map(({ id }) => id));
  const parts = new Map<UnitId, UnitId[]>();
  for (const { id, splitFrom } of units) {
    if (splitFrom !== undefined && listed.has(splitFrom)) parts.set(splitFrom, [...(parts.get(splitFrom) ?? []), id]);
  }
  return parts.size === 0 ? {} : { splits: [...parts] };
}

/** Whose stock is somebody else's too: what units that were split had pending, and what their parts began with. */
function stocksOf(
  scene: Scene,
  units: Standing['units'],
  periods: readonly Period[],
): Pick<TableOrder, 'passed' | 'carried'> {
  const told = new Set(units.flatMap(({ unit, dossiers }) => (isUnknown(dossiers.pending) ? [] : [unit.id])));
  const carried = units.flatMap(({ unit: { id, splitFrom } }) => (splitFrom && told.has(splitFrom) ? [id] : []));
  if (carried.length === 0) return {};
  // A merged unit's past is in its row, whose stock is that of the last month: nothing of it is counted twice.
  const split = new Set(units.flatMap(({ unit }) => unit.splitFrom ?? []));
  const passed = [...passedIn(scene, units, periods)].filter((id) => split.has(id));
  return { carried, ...(passed.length === 0 ? {} : { passed }) };
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
