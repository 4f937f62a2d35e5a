/**
 * One figure back to where it came from: every value it ever had, who said it, when, and in which accepted message.
 * What a secrecy mark or an identity number kept from being stored is not shown because it is not there.
 */
import { understand } from '../../conversations/parse/understand.ts';
import { type Line, line } from '../../conversations/say.ts';
import { historyOf } from '../../db/answers.ts';
import { type Accepted, acceptedMessage, messagesBefore } from '../../db/inbox.ts';
import { personById } from '../../db/people.ts';
import { dateAt, type Instant } from '../../domain/date.ts';
import type { Figure } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period.ts';
import type { Unit } from '../../domain/unit.ts';
import { figureShown } from '../review/figure-change.ts';
import { allowed, type Scene, tell } from '../scene.ts';

/** Values told with their source; older ones are in the archive. */
const REVISIONS_MAX = 4;
/** Messages looked through before the one that confirmed: a whole conversation, question by question, has as many. */
const MESSAGES_MAX = 60;
/** A conversation left longer than this was begun anew. */
const LOOKED_BACK_MS = 14 * 86_400_000;
/** Letters of a message quoted; the rest says no more of one figure. */
const QUOTED_MAX = 300;

/** Says where a figure of a unit's month came from. */
export function sayFigure(scene: Scene, unit: Unit, period: Period, name: IndicatorName): void {
  if (!allowed(scene, 'read_figures', unit.id)) return tell(scene, line('not-allowed'));
  const heading = line('figure-heading', {
    name: line(`indicator-${name}`),
    period: { period },
    unit: unit.name,
  });
  const history = historyOf(scene.tx, unit.id, period, name).toReversed().slice(0, REVISIONS_MAX);
  if (history.length === 0) return tell(scene, heading, line('figure-none'));
  const lines = history.flatMap(({ figure, current, saidBy, saidAt, message }, index) => [
    {
      ...line(current ? 'figure-now' : 'figure-before', {
        value: figureShown(name, figure),
        by: personById(scene.tx, saidBy)?.name ?? '',
        at: { time: saidAt },
      }),
      ...(index > 0 ? { apart: true } : {}),
    },
    ...sourceLines(scene, { name, figure, saidAt }, message),
  ]);
  tell(scene, heading, ...lines);
}

interface Said {
  name: IndicatorName;
  figure: Figure;
  saidAt: Instant;
}

/** The message a value was typed in, and the one that confirmed it where that is another. */
function sourceLines(scene: Scene, said: Said, message: number | undefined): Line[] {
  const confirmed = message === undefined ? undefined : acceptedMessage(scene.tx, message);
  if (!confirmed) return [line('figure-no-message')];
  const earlier = messagesBefore(scene.tx, confirmed.id, said.saidAt - LOOKED_BACK_MS, MESSAGES_MAX);
  const source = [confirmed, ...earlier].find((each) => states(each, said));
  const quoted = source
    ? [line('figure-said', { at: { time: source.receivedAt }, said: quote(source) })]
    : [line(earlier.some((each) => each.said === undefined) ? 'figure-not-kept' : 'figure-derived')];
  if (confirmed.said === undefined) return [line('figure-not-kept')];
  return source === confirmed ? quoted : [...quoted, line('figure-confirmed', { said: quote(confirmed) })];
}

const quote = ({ said = '' }: Accepted): string => (said.length > QUOTED_MAX ? `${said.slice(0, QUOTED_MAX)}…` : said);

/** Whether a message states a value: named, or as the bare number that answered its question. */
function states({ said, receivedAt }: Accepted, { name, figure }: Said): boolean {
  if (said === undefined || figure.kind !== 'value') return false;
  if (typeof figure.value === 'string' && said.includes(figure.value)) return true;
  const { figures, dates, number } = understand(said, { today: dateAt(receivedAt) });
  if (figures[name] !== undefined) return figures[name] === figure.value;
  if (name in dates) return Object.entries(dates).some(([key, date]) => key === name && date === figure.value);
  return typeof figure.value === 'number' && number === figure.value;
}
