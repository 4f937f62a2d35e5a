/** The desk of leaders and coordinators: how things stand, down to the message a figure came from, and as a file. */
import type { Command } from '../../conversations/parse/command.ts';
import { yearOf } from '../../domain/date.ts';
import { isIndicator } from '../../domain/indicator.ts';
import { lastEnded, parsePeriod, periodAt } from '../../domain/period.ts';
import { parseSpan, type Span } from '../../domain/span.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Desk } from '../desk.ts';
import { type Scene, tell } from '../scene.ts';
import { sayComparison } from './compare.ts';
import { sayFigure } from './figure-history.ts';
import { hears, hearsSeveral, type Ways } from './heard.ts';
import { sayLate, sayMostLate } from './late.ts';
import { remindAll, remindNamed, sayMissing, sayPhones } from './missing.ts';
import { sendTable } from './month-file.ts';
import { sayProgress } from './progress.ts';
import { type Scope, scopeId, scopeOf, scopeTapped, withScope } from './scope.ts';
import { spanMeant, spanNamed } from './span-meant.ts';
import { sayStatus, spanAtHand, statusLines } from './status.ts';
import { sayTrend } from './trend.ts';
import { sayUnitMonth, sayUnitYear } from './unit-months.ts';
import { sayUnreached } from './unreached.ts';
import { arrive } from './way-up.ts';

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
    const other = command.other && spanNamed(scene, command.other);
    const more = other ? `:${other.id}` : command.against === 'same_last_year' ? ':same' : '';
    const id = (unit: string): string => `${run}:${unit}:${span.id}${more}`;
    withScope(scene, command, id, (scope) => {
      arrive(scene, id(scopeId(scope)), () => answer(scene, scope, span, command), true);
    });
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

type Runs = NonNullable<Desk['runs']>;

/** Choices that lead to a place one can come back from. */
const places = (runs: Runs): Runs =>
  Object.fromEntries(
    Object.entries(runs).map(([name, run]) => [
      name,
      (scene, parts) => arrive(scene, [name, ...parts].join(':'), () => run(scene, parts)) === true,
    ]),
  );

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

/** What is heard is answered as the command it is. */
const ways: Ways = {
  answer: (on, command, typed) => statusDesk.commands?.[command.name]?.(on, command, typed),
  show: (on, id) => {
    const [name = '', ...parts] = id.split(':');
    return statusDesk.runs?.[name]?.(on, parts) === true;
  },
};

/** Beside an open question a status is told in words alone, as it is where it is asked for by itself. */
const tellAside: Ways['answer'] = (scene, command, typed) =>
  command.name === 'status' ? tell(scene, ...statusLines(scene, command)) : ways.answer(scene, command, typed);

export const statusDesk: Desk = {
  commands: {
    status: about('status', sayStatus),
    missing: about('missing', sayMissing),
    late: about('most-late', sayMostLate),
    unreached: about('unreached', sayUnreached),
    remind: about('remind-unit', remindNamed),
    compare: about('compare', (scene, scope, span, { against, other }) =>
      sayComparison(scene, scope, span, other ? spanNamed(scene, other) : against),
    ),
    trend: about('trend', trend),
    download: about('table', sendTable),
    progress,
  },
  runs: {
    ...places({
      status: onScope(sayStatus),
      missing: onScope(sayMissing),
      unreached: onScope(sayUnreached),
      'most-late': onScope(sayMostLate),
      late: onScope((scene, scope, span, from) => sayLate(scene, scope, span, Number(from) || 0)),
      compare: onScope((scene, scope, span, more) =>
        sayComparison(scene, scope, span, more === 'same' ? 'same_last_year' : parseSpan(more)),
      ),
      trend: onScope(trend),
      unit: onUnit((scene, unit, year) => (/^\d{4}$/.test(year) ? sayUnitYear(scene, unit, Number(year)) : false)),
      'unit-month': onUnit((scene, unit, id) => {
        const period = parsePeriod(id);
        return period === undefined ? false : sayUnitMonth(scene, unit, period);
      }),
      figure: onUnit((scene, unit, id, name) => {
        const period = parsePeriod(id);
        return period !== undefined && isIndicator(name) ? sayFigure(scene, unit, period, name) : false;
      }),
    }),
    table: onScope(sendTable),
    'remind-all': onScope(remindAll),
    'remind-unit': onScope(remindNamed),
    phones: onScope(sayPhones),
    progress: (scene, [top = '', year = '']) => {
      const scope = scopeTapped(scene, top);
      if (scope && /^\d{4}$/.test(year)) sayProgress(scene, Number(year), scope);
      return scope !== undefined;
    },
  },
  hears: (scene, text, understood) => hears(scene, text, understood, ways),
  hearsAside: (scene, text, goOn) => {
    const isHeard = hearsSeveral(scene, text, tellAside);
    if (isHeard) goOn();
    return isHeard;
  },
};
