/** "Theo dõi kế hoạch 2021": who has sent what the directives follow up, in a few lines, by name, and as a file. */
import { type Line, line, type Option, option, type Value } from '../../conversations/say.ts';
import { trackedRecords } from '../../db/tracked-records.ts';
import { yearOf } from '../../domain/date.ts';
import type { Directive } from '../../domain/directive.ts';
import { formatCode } from '../../domain/document.ts';
import { FILE_NAME_MAX, fileWord } from '../../domain/file-name.ts';
import {
  columnCount,
  followedUp,
  isMet,
  isOwed,
  type Mark,
  type Tracking,
  togetherCount,
  trackingOf,
} from '../../domain/tracking.ts';
import type { Unit } from '../../domain/unit.ts';
import type { TrackingModel, TrackingState } from '../../reports/tracking.ts';
import { allowed, offer, RUN, type Scene, speak, tell, unitsFor } from '../scene.ts';
import { topName } from '../status/reporting.ts';

/** Units named in one line; the rest are in the list behind the button, and in the file. */
const NAMED_MAX = 10;
/** Units with a button of their own under a list. */
const UNIT_BUTTONS_MAX = 6;
/** Letters of a file's name for the directive: the rest of it is for whose list it is. */
const LETTER_MAX = 36;

/** The tracking of a year over the units somebody may see, or over some of them. */
export function trackingFor(scene: Scene, year: number, units = unitsFor(scene, 'read_status')): Tracking {
  const { house, tx, tree, today } = scene;
  const asOf = year < yearOf(today) ? `${year}-12-31` : today;
  const { directives, calendar } = house;
  const records = trackedRecords(tx, tree, followedUp(directives, year), { year, asOf });
  return trackingOf({ directives, tree, calendar, records }, units, year, asOf);
}

/** Answers "theo dõi kế hoạch 2021". */
export function sayTracking(scene: Scene, year: number): void {
  const tracking = trackingFor(scene, year);
  const { columns, units } = tracking;
  if (columns.length === 0) return tell(scene, line('tracking-nothing', { year: String(year) }));
  const heading = line('tracking-heading', { year: String(year), scope: topName(scene), at: { time: scene.now } });
  const lines = [heading, ...byDirective(tracking).flatMap((group) => groupLines(scene, tracking, group))];
  const lacking = columns.flatMap(({ obligation }, index): Option[] => {
    const { met, of } = columnCount(tracking, index);
    const args = { name: obligation.tracked?.[scene.person.language] ?? obligation.id, n: of - met };
    return of > met ? [option(`${RUN}lacking:${year}:${obligation.id}`, 'tracking-lacking', args)] : [];
  });
  const files = units.length > 1 ? downloads(year, tracking) : [];
  const n = waitingCount(scene, tracking);
  const waiting = n > 0 ? [[option(`${RUN}waiting:${year}`, 'tracking-waiting', { n })]] : [];
  offer(scene, { lines, choices: [...waiting, ...lacking.map((each) => [each]), ...files] });
}

/** How much was done that this person may accept or return. */
const waitingCount = (scene: Scene, { units }: Tracking): number =>
  units
    .filter(({ unit }) => allowed(scene, 'decide_obligation', unit.id))
    .reduce((sum, { marks }) => sum + marks.filter((mark) => mark === 'done').length, 0);

/** A file for each directive, as its own appendix is: named by an obligation of it where there are several. */
function downloads(year: number, tracking: Tracking): Option[][] {
  const groups = byDirective(tracking);
  if (groups.length < 2) return [[option(`${RUN}tracking-file:${year}`, 'tracking-download')]];
  return groups.map(({ directive, columns }) => {
    const id = tracking.columns[columns[0] ?? 0]?.obligation.id ?? '';
    return [option(`${RUN}tracking-file:${year}:${id}`, 'tracking-download-of', { letter: letterOf(directive) })];
  });
}

interface Group {
  directive: Directive;
  columns: number[];
}

/** The columns by the directive that asks for them, in the order of the directives. */
function byDirective({ columns }: Tracking): Group[] {
  const groups = new Map<string, Group>();
  columns.forEach(({ directive }, index) => {
    const known = groups.get(directive.id);
    if (known) known.columns.push(index);
    else groups.set(directive.id, { directive, columns: [index] });
  });
  return [...groups.values()];
}

function groupLines({ person }: Scene, tracking: Tracking, { directive, columns }: Group): Line[] {
  const { of, all, none } = togetherCount(tracking, columns);
  const each = columns.map((column): Line => {
    const { met, of: owed } = columnCount(tracking, column);
    const tracked = tracking.columns[column]?.obligation.tracked;
    return line('tracking-count', { name: tracked?.[person.language] ?? '', met, of: owed });
  });
  const names = namesOf(none.map(({ unit }) => unit));
  return [
    {
      ...line('tracking-directive', { letter: line('tracking-by', { letter: letterOf(directive) }), of }),
      apart: true,
    },
    line('tracking-counts', { counts: { each, with: ' · ' } }),
    ...(columns.length > 1 ? [line('tracking-together', { all, none: none.length, columns: columns.length })] : []),
    ...(none.length > 0 ? [line('tracking-none-names', { names })] : []),
  ];
}

function letterOf({ citation }: Directive): Line {
  const code = formatCode(citation);
  return code === null
    ? line('tracking-letter-of', { issuer: citation.issuer ?? '' })
    : line('tracking-letter', { code });
}

function namesOf(units: readonly Unit[]): Value {
  const each = units.slice(0, NAMED_MAX).map(({ name }) => name);
  const more = units.length - each.length;
  const names: Value = { each, with: '; ' };
  return more > 0 ? line('missing-more', { units: names, more }) : names;
}

/** The units that lack one obligation, each a way to its details. */
export function sayLacking(scene: Scene, year: number, obligation: string): boolean {
  const tracking = trackingFor(scene, year);
  const column = tracking.columns.findIndex((each) => each.obligation.id === obligation);
  if (column < 0) return false;
  const lacking = tracking.units.filter(({ marks }) => {
    const mark = marks[column] ?? 'not_owed';
    return isOwed(mark) && !isMet(mark);
  });
  const name = tracking.columns[column]?.obligation.title[scene.person.language] ?? obligation;
  if (lacking.length === 0) {
    tell(scene, line('tracking-none-lacking', { name, year: String(year) }));
    return true;
  }
  const names = namesOf(lacking.map(({ unit }) => unit));
  const ways = lacking
    .slice(0, UNIT_BUTTONS_MAX)
    .map(({ unit }): Option[] => [
      option(`${RUN}duty:${unit.id}:${obligation}:${year}`, 'choice-unit', { unit: unit.name }),
    ]);
  const all = lacking.some(({ unit }) => allowed(scene, 'decide_obligation', unit.id))
    ? [[option(`${RUN}received:${obligation}:${year}`, 'tracking-received')]]
    : [];
  offer(scene, {
    lines: [line('tracking-lacking-list', { name, year: String(year), n: lacking.length, names })],
    choices: [...ways, ...all],
  });
  return true;
}

const STATES: Record<Mark, TrackingState> = {
  open: 'open',
  late: 'overdue',
  done: 'done',
  accepted: 'done',
  returned: 'returned',
  waived: 'exempt',
  not_owed: 'not_owed',
};

/**
 * Sends the tracking list as a spreadsheet.
 * @param asked only what the directive of this obligation follows up, with the units that owe any of it
 */
export function sendTracking(scene: Scene, year: number, asked?: string): boolean {
  const tracking = trackingFor(scene, year);
  const all = tracking.columns.map((_, index) => index);
  const group = byDirective(tracking).find(({ columns }) =>
    columns.some((column) => tracking.columns[column]?.obligation.id === asked),
  );
  const columns = asked === undefined ? all : (group?.columns ?? []);
  if (columns.length === 0) return false;
  const marksOf = (marks: readonly Mark[]) => columns.map((column) => marks[column] ?? 'not_owed');
  const units = tracking.units
    .map(({ unit, marks }) => ({ unit, marks: marksOf(marks) }))
    .filter(({ marks }) => marks.some((mark) => mark !== 'not_owed'));
  const data: TrackingModel = {
    scope: topName(scene),
    year,
    standardCode: scene.house.standardCode,
    asOf: scene.now,
    obligations: columns.map((column) => `${shortName(tracking, column)} năm ${year}`),
    units: units.map(({ unit, marks }) => ({ name: unit.name, states: marks.map((mark) => STATES[mark]) })),
  };
  const name = fileNamed(scene, year, asked === undefined ? undefined : group?.directive);
  speak(
    scene,
    { lines: [line('tracking-file-ready', { year: String(year), n: units.length })] },
    { attachment: { maker: 'tracking-xlsx', name, show: 'document', data } },
  );
  return true;
}

/** By whose list it is, of which year, and of which directive where one is asked for: two of a year are told apart. */
function fileNamed(scene: Scene, year: number, directive: Directive | undefined): string {
  // Without a number nothing but its name in the house is sure to be its own.
  const letter = directive ? `${fileWord(formatCode(directive.citation) ?? directive.id, LETTER_MAX)}-` : '';
  const named = (scope: string): string =>
    scene.pen.write(line('tracking-file', { scope, letter, year: String(year) }));
  return named(fileWord(topName(scene), FILE_NAME_MAX - named('').length));
}

const shortName = ({ columns }: Tracking, column: number): string => {
  const obligation = columns[column]?.obligation;
  return obligation?.tracked?.vi ?? obligation?.id ?? '';
};
