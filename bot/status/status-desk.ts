/** The desk of leaders and coordinators: how things stand, down to the message a figure came from, and as a file. */
import { type Command, readCommand } from '../../conversations/parse/command.ts';
import { isStatus } from '../../conversations/parse/status-phrases.ts';
import { unitsMeant } from '../../db/units.ts';
import { yearOf } from '../../domain/date.ts';
import { isIndicator } from '../../domain/indicator.ts';
import { lastEnded, parsePeriod, periodAt } from '../../domain/period.ts';
import { parseSpan, type Span } from '../../domain/span.ts';
import { fold } from '../../domain/text.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Desk } from '../desk.ts';
import { openSession, RUN, type Scene } from '../scene.ts';
import { sayComparison } from './compare.ts';
import { sayFigure } from './figure-history.ts';
import { sayLate, sayMostLate } from './late.ts';
import { remindAll, sayMissing, sayPhones } from './missing.ts';
import { sendTable } from './month-file.ts';
import { sayProgress } from './progress.ts';
import { type Scope, scopeNamed, scopeOf, scopeTapped, withScope } from './scope.ts';
import { spanMeant } from './span-meant.ts';
import { sayStatus, spanAtHand } from './status.ts';
import { sayTrend } from './trend.ts';
import { sayUnitMonth, sayUnitYear } from './unit-months.ts';

type Answer = (scene: Scene, scope: Scope, span: Span, command: Command) => void;

/** The last month a span has that has begun: where its trend ends. */
const endOf = ({ house, today }: Scene, { kind, periods }: Span): string => {
  const running = periodAt(today, house.window);
  const ended = lastEnded(today, house.window);
  const last = periods.at(-1) ?? ended;
  return kind === 'month' && last === running ? running : last > ended ? ended : last;
};

const trend = (scene: Scene, scope: Scope, span: Span): void => sayTrend(scene, scope, endOf(scene, span));

/** A command about a scope and a span; where a name means several units, the button runs the same of one. */
const about =
  (run: string, answer: Answer) =>
  (scene: Scene, command: Command): void => {
    const span = spanMeant(scene, command);
    const more = command.against === 'same_last_year' ? ':same' : '';
    withScope(
      scene,
      command,
      (unit) => `${run}:${unit}:${span.id}${more}`,
      (scope) => answer(scene, scope, span, command),
    );
  };

/** A tapped choice about a scope and a span: 'run:status:12:2026-10'; the part after them as it stands. */
const onScope =
  (answer: (scene: Scene, scope: Scope, span: Span, more: string) => unknown) =>
  (scene: Scene, [top = '', id = '', more = '']: readonly string[]): boolean => {
    const scope = scopeTapped(scene, top);
    const span = id === '' ? spanAtHand(scene) : parseSpan(id);
    return scope !== undefined && span !== undefined && answer(scene, scope, span, more) !== false;
  };

/** A tapped choice about one unit: 'run:unit-month:12:2026-10'. */
const onUnit =
  (answer: (scene: Scene, unit: Unit, id: string, more: string) => unknown) =>
  (scene: Scene, [unitId = '', id = '', more = '']: readonly string[]): boolean => {
    const unit = scopeOf(scene, Number(unitId))?.top;
    return unit !== undefined && answer(scene, unit, id, more) !== false;
  };

/**
 * "Tình hình duc thuan", "quý 3", and after a list the bare name of a unit: words that are only a question of status where there is such a unit.
 */
function hears(scene: Scene, text: string): boolean {
  const command = readCommand(text, scene.today, true);
  const asks = command && isStatus(command.name) ? command : undefined;
  if (!asks) return hearsName(scene, text);
  if (asks.unit !== undefined && !KIND_FIRST.test(fold(asks.unit)) && namedIn(scene, asks.unit).length === 0)
    return false;
  statusDesk.commands?.[asks.name]?.(scene, asks, text);
  return true;
}

/** Words that begin with what a unit is are meant as its name, also where there is none: "cụm số 8", "p. 12". */
const KIND_FIRST = /^(?:(?:xa|phuong|dac khu|cum|huyen|tinh|ubnd) |[xp]\.)/;

const namedIn = (scene: Scene, name: string): Unit[] =>
  unitsMeant(scene.tx, name, new Set(scopeOf(scene)?.units.map(({ id }) => id)));

/** Right after a status the bare name of one unit asks for that unit, of the same months. */
function hearsName(scene: Scene, text: string): boolean {
  const shown = openSession(scene).offered?.choices.find(({ id }) => /^run:(?:table|missing|late):/.test(id));
  const span = parseSpan(shown?.id.slice(RUN.length).split(':')[2] ?? '');
  const scope = span && scopeNamed(scene, text);
  if (!span || !scope) return false;
  sayStatus(scene, scope, span);
  return true;
}

/** "Tiến độ kế hoạch", of all somebody may see or of a unit they name. */
function progress(scene: Scene, command: Command): void {
  const year = command.year ?? yearOf(scene.today);
  if (command.unit === undefined) return sayProgress(scene, year);
  withScope(
    scene,
    command,
    (unit) => `progress:${unit}:${year}`,
    (scope) => sayProgress(scene, year, scope),
  );
}

export const statusDesk: Desk = {
  commands: {
    status: about('status', sayStatus),
    missing: about('missing', sayMissing),
    late: about('most-late', sayMostLate),
    compare: about('compare', (scene, scope, span, { against }) => sayComparison(scene, scope, span, against)),
    trend: about('trend', trend),
    download: about('table', sendTable),
    progress,
  },
  runs: {
    status: onScope(sayStatus),
    missing: onScope(sayMissing),
    'most-late': onScope(sayMostLate),
    late: onScope((scene, scope, span, from) => sayLate(scene, scope, span, Number(from) || 0)),
    compare: onScope((scene, scope, span, more) =>
      sayComparison(scene, scope, span, more === 'same' ? 'same_last_year' : undefined),
    ),
    trend: onScope(trend),
    table: onScope(sendTable),
    'remind-all': onScope(remindAll),
    phones: onScope(sayPhones),
    progress: (scene, [top = '', year = '']) => {
      const scope = scopeTapped(scene, top);
      if (scope && /^\d{4}$/.test(year)) sayProgress(scene, Number(year), scope);
      return scope !== undefined;
    },
    unit: onUnit((scene, unit, year) => (/^\d{4}$/.test(year) ? sayUnitYear(scene, unit, Number(year)) : false)),
    'unit-month': onUnit((scene, unit, id) => {
      const period = parsePeriod(id);
      return period === undefined ? false : sayUnitMonth(scene, unit, period);
    }),
    figure: onUnit((scene, unit, id, name) => {
      const period = parsePeriod(id);
      return period !== undefined && isIndicator(name) ? sayFigure(scene, unit, period, name) : false;
    }),
  },
  hears,
};
