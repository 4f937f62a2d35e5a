/** Whom a directive issued by chat is for, when its tasks fall due, and what a form asks of the house about it. */
import type { DirectiveFacts } from '../../conversations/forms/new-directive.ts';
import { cut } from '../../conversations/parse/directive/nature.ts';
import type { DraftItem } from '../../conversations/parse/directive/text.ts';
import { holdersIn } from '../../db/audience.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Citation } from '../../domain/citation.ts';
import { type IsoDate, yearOf } from '../../domain/date.ts';
import { type DeadlineRule, lastGoodDay } from '../../domain/deadline.ts';
import { type AppliesTo, type Directive, isInForce } from '../../domain/directive.ts';
import { formatCode } from '../../domain/document.ts';
import { fold } from '../../domain/text.ts';
import { isWithin, REPORTING_KINDS, type Unit, type UnitId } from '../../domain/unit.ts';
import { topUnits, unitNames, unitsToday } from '../named-units.ts';
import { allowed, type Scene } from '../scene.ts';

/** The units a directive is issued to, and which kinds under them owe what it asks. */
export interface Reach {
  tops: Unit[];
  appliesTo: AppliesTo;
  /** The units that owe it. */
  units: Unit[];
}

/** @param chosen the units named; all within reach where absent */
export function reachFor(scene: Scene, chosen?: readonly UnitId[]): Reach {
  const within = unitsToday(scene, 'issue_directive');
  const tops = chosen ? within.filter(({ id }) => chosen.includes(id)) : topUnits(within);
  const kinds = [...REPORTING_KINDS];
  // Whoever issues to all below is not asked itself.
  const issuers = chosen
    ? []
    : tops.filter(({ id, kind }) => kinds.includes(kind) && within.some(({ parent }) => parent === id));
  const units = within.filter(
    (unit) =>
      kinds.includes(unit.kind) &&
      tops.some(({ id }) => isWithin(scene.tree, unit.id, id)) &&
      !issuers.some(({ name }) => fold(unit.name).includes(fold(name))),
  );
  const exceptNames = issuers.map(({ name }) => name);
  return { tops, units, appliesTo: { kinds, ...(exceptNames.length > 0 ? { exceptNames } : {}) } };
}

/** The next last good day of a rule by the calendar, from a day on; undefined where there is none. */
export function nextDue(
  { deadline, year }: { deadline?: DeadlineRule; year?: number },
  from: IsoDate,
  calendar: Calendar,
): IsoDate | undefined {
  if (deadline?.kind !== 'fixed' && deadline?.kind !== 'local') return undefined;
  const years = year === undefined ? [yearOf(from), yearOf(from) + 1] : [year];
  return years.flatMap((each) => lastGoodDay(deadline, { year: each }, calendar) ?? []).find((day) => day >= from);
}

/** A name without a number stands on a button. */
const NAME_MAX = 60;

/** What a directive is called in a list: its number, or the words it is cited by. */
export const directiveName = ({ citation }: Pick<Directive, 'citation'>): string =>
  (citation.number === null ? null : formatCode(citation)) ?? cut(citation.raw, NAME_MAX);

/** Whether somebody may end a directive: they must reach everybody it binds. */
export function mayEnd(scene: Scene, { subtrees }: Directive): boolean {
  const units = [...scene.tree.values()];
  const tops = subtrees
    ? units.filter(({ code }) => subtrees.includes(code))
    : units.filter(({ parent }) => parent === undefined);
  return tops.length > 0 && tops.every(({ id }) => allowed(scene, 'issue_directive', id));
}

const digits = (number: string | null): string => (number ?? '').replace(/^0+/, '');

function isSame(a: Citation, b: Citation): boolean {
  if (a.number === null || a.symbol === null || b.symbol === null) return false;
  return digits(a.number) === digits(b.number) && fold(a.symbol) === fold(b.symbol);
}

/** What the form asks of the house, each once a turn. */
export function directiveFacts(scene: Scene): DirectiveFacts {
  const { house, tx, today } = scene;
  return {
    ...unitNames(scene, 'issue_directive'),
    today,
    dueOf: (item: DraftItem) => nextDue(item, today, house.calendar),
    reach: (chosen) => {
      const { units } = reachFor(scene, chosen);
      const ids = units.map(({ id }) => id);
      return { units: units.length, people: holdersIn(tx, ids, 'staff', today).length };
    },
    sameNumber: (citation) => {
      const found = house.directives.find(
        (directive) => isInForce(directive, today) && isSame(directive.citation, citation) && mayEnd(scene, directive),
      );
      return found && { id: found.id, name: directiveName(found) };
    },
  };
}
