/**
 * Whom "nhắc …" is about: a unit called by its own name, or whoever speaks. Where a unit is so called and a time is said
 * as well, or its name says when, both are possible and it is asked once.
 */
import type { Command } from '../../conversations/parse/command.ts';
import { readReminded } from '../../conversations/parse/reminded.ts';
import { readSnoozeTime } from '../../conversations/parse/snooze-time.ts';
import { line, type Option, option } from '../../conversations/say.ts';
import { unitsMeant } from '../../db/units.ts';
import { fold } from '../../domain/text.ts';
import { placeName, type Unit } from '../../domain/unit.ts';
import { offer, RUN, type Scene, unitsFor } from '../scene.ts';
import { spanNamed } from './span-meant.ts';
import { spanAtHand } from './status.ts';

/** Units offered beside oneself where one name means several. */
const UNITS_OFFERED_MAX = 4;

interface Named {
  units: readonly Unit[];
  command: Command;
  /** What says when, where whoever speaks may as well want to be reminded: without a name that says it by chance. */
  when?: string;
}

/** The units somebody may see that a wish to be reminded names; undefined where it names none. */
function namedIn(scene: Scene, text: string): Named | undefined {
  const reminded = readReminded(text, scene.today);
  if (!reminded) return undefined;
  const { names, ...month } = reminded;
  const mine = new Set(unitsFor(scene, 'read_status').map(({ id }) => id));
  for (const { name, isTimed, isTime } of names) {
    const found = unitsMeant(scene.tx, name, mine);
    const units = isTime ? found.filter((unit) => fold(placeName(unit.name)) === fold(name)) : found;
    if (units.length === 0) continue;
    const command: Command = { name: 'remind', unit: name, ...month };
    if (!isTimed && !isTime) return { units, command };
    return { units, command, when: isTime ? text : text.normalize('NFC').replace(name, '') };
  }
  return undefined;
}

/** What a command means for somebody who may see units: one to be reminded later may be about reminding a unit. */
export function reminderMeant(scene: Scene, command: Command, text: string): Command {
  if (command.name !== 'snooze') return command;
  const named = namedIn(scene, text);
  return named && named.when === undefined ? named.command : command;
}

/** Asks who is to be reminded where both are possible; answers false where it is sure. */
export function asksWhom(scene: Scene, text: string): boolean {
  const named = namedIn(scene, text);
  if (named?.when === undefined) return false;
  const span = spanNamed(scene, named.command) ?? spanAtHand(scene);
  const units = named.units
    .slice(0, UNITS_OFFERED_MAX)
    .map(({ id, name }): Option[] => [
      option(`${RUN}remind-unit:${id}:${span.id}`, 'remind-whom-unit', { unit: name }),
    ]);
  const asked = readSnoozeTime(named.when, scene.now);
  const at = 'at' in asked ? asked.at : asked.past;
  const me = option(`${RUN}snooze:at:${at}`, 'remind-whom-me', { at: { time: at } });
  offer(scene, { lines: [line('remind-whom')], choices: [...units, [me]] });
  return true;
}
