/**
 * Words that are a question of status only where nothing else is open: the name of a unit without its kind, a quarter
 * alone, two questions in one message, and "quay lại" on the way down from a number.
 */
import { type Command, readCommand } from '../../conversations/parse/command.ts';
import { isStatus } from '../../conversations/parse/status-phrases.ts';
import type { Understanding } from '../../conversations/parse/understand.ts';
import { unitsMeant } from '../../db/units.ts';
import { parseSpan } from '../../domain/span.ts';
import { fold } from '../../domain/text.ts';
import type { Unit } from '../../domain/unit.ts';
import { openSession, RUN, type Scene } from '../scene.ts';
import { scopeId, scopeNamed, scopeOf } from './scope.ts';
import { sayStatus } from './status.ts';
import { arrive, goUp, placeShown } from './way-up.ts';

/** What the desk does with what was heard. */
export interface Ways {
  answer: (scene: Scene, command: Command, text: string) => void;
  /** Shows a place of a drill-down by the choice that leads there. */
  show(scene: Scene, id: string): boolean;
}

/** Answers such words; false where they are none. */
export function hears(scene: Scene, text: string, understood: Understanding, ways: Ways): boolean {
  if (understood.navigation === 'back') return goUp(scene, (id) => ways.show(scene, id));
  if (hearsSeveral(scene, text, ways.answer)) return true;
  const asks = questionIn(scene, text);
  if (!asks) return hearsName(scene, text);
  ways.answer(scene, asks, text);
  return true;
}

/** The question a text is for somebody who can name their units in any words; undefined where it is none. */
function questionIn(scene: Scene, text: string): Command | undefined {
  const command = readCommand(text, scene.today, true);
  if (!command || !isStatus(command.name)) return undefined;
  const { unit } = command;
  const isKnown = unit === undefined || KIND_FIRST.test(fold(unit)) || namedIn(scene, unit).length > 0;
  return isKnown ? command : undefined;
}

/** Words that begin with what a unit is are meant as its name, also where there is none: "cụm số 8", "p. 12". */
const KIND_FIRST = /^(?:(?:xa|phuong|dac khu|cum|huyen|tinh|ubnd) |[xp]\.)/;

const namedIn = (scene: Scene, name: string): Unit[] =>
  unitsMeant(scene.tx, name, new Set(scopeOf(scene)?.units.map(({ id }) => id)));

/** More questions in one message are a list nobody reads the answers of. */
const QUESTIONS_MAX = 3;
const PARTS = /[,;.?!\n]+|\s(?:và|va|rồi|roi)\s/iu;

/** "Tình hình tháng 9, ai chưa nộp": each answered in turn, the later ones of the months named before. */
export function hearsSeveral(scene: Scene, text: string, answer: Ways['answer']): boolean {
  const parts = text.split(PARTS).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  if (parts.length < 2 || parts.length > QUESTIONS_MAX) return false;
  const questions = parts.map((part) => questionIn(scene, part));
  // What does something is asked for alone.
  if (questions.some((each) => !each || each.name === 'remind')) return false;
  let span: Pick<Command, 'month' | 'quarter' | 'months' | 'year'> = {};
  for (const [index, command] of questions.entries()) {
    if (!command) continue;
    const { month, quarter, months, year } = command;
    if (month !== undefined || quarter !== undefined || months !== undefined || year !== undefined) {
      span = {
        ...(month === undefined ? {} : { month }),
        ...(quarter === undefined ? {} : { quarter }),
        ...(months === undefined ? {} : { months }),
        ...(year === undefined ? {} : { year }),
      };
    }
    answer(scene, { ...command, ...span }, parts[index] ?? text);
  }
  return true;
}

/** Right after a status the bare name of one unit asks for that unit, of the same months. */
function hearsName(scene: Scene, text: string): boolean {
  const shown = openSession(scene).offered?.choices.find(({ id }) => /^run:(?:table|missing|late):/.test(id));
  const place = shown?.id.slice(RUN.length) ?? placeShown(scene) ?? '';
  const [, , month = ''] = place.split(':');
  const span = parseSpan(month);
  const scope = span && scopeNamed(scene, text);
  if (!span || !scope) return false;
  arrive(scene, `status:${scopeId(scope)}:${span.id}`, () => sayStatus(scene, scope, span));
  return true;
}
