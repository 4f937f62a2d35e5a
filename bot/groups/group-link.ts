/**
 * Linking a group to a unit, by somebody who may send out its announcements, and ending that. Which unit is meant is
 * asked in private where there are several.
 */
import { type Line, line, option } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { askedGroup, groupAt, keepAsked, linkGroup, unlinkGroup } from '../../db/groups.ts';
import type { Tx } from '../../db/open.ts';
import { unitsByName, unitTree } from '../../db/units.ts';
import type { Instant } from '../../domain/date.ts';
import type { Address } from '../../domain/message.ts';
import type { Person } from '../../domain/person.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Desk } from '../desk.ts';
import { allowed, offer, RUN, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { answer, type GroupTalk, privateAddress, sayInGroup, sceneIn } from './group-talk.ts';

/** Units offered as buttons; for another one the name is typed behind the command. */
const UNITS_OFFERED_MAX = 8;
/** A choice of yesterday is asked anew: the group may have changed hands meanwhile. */
const ASKED_MAX_MS = 24 * 60 * 60_000;

const deed = (action: string, unit: Unit, { channel }: Address) => ({
  action,
  subject: `unit:${unit.code}`,
  detail: { channel },
});

/** The bot was taken out of a group: its link is over. */
export function endLink(tx: Tx, address: Address, now: Instant): void {
  const ended = unlinkGroup(tx, address, now);
  const unit = ended && unitTree(tx).get(ended.unit);
  if (unit) noteDeed(tx, { at: now, actor: 'system', ...deed('unlink_group', unit, address) });
}

/** Links the group to the one unit meant, or asks in private which. */
export function link(talk: GroupTalk, asker: Person, name: string): void {
  const { inbound, tx, now } = talk;
  const to = privateAddress(talk, asker);
  const scene = sceneIn(talk, asker, to ?? inbound.address);
  const mine = unitsFor(scene, 'broadcast');
  if (mine.length === 0 || isAnothers(scene, inbound.address)) return answer(talk, line('group-not-allowed'));
  const ids = new Set(mine.map((unit) => unit.id));
  const meant = name === '' ? mine : unitsByName(tx, name).filter(({ id }) => ids.has(id));
  const [unit, ...others] = meant;
  if (!unit) return answer(talk, line('group-no-unit', { name }));
  const { address, title = '' } = inbound;
  if (others.length === 0) return linkTo(scene, { address, title }, unit);
  if (!to) return answer(talk, line('group-name-unit', { unit: unit.name }));
  const asked = keepAsked(tx, { address, title, unit: unit.id, by: asker.id, at: now });
  const more = meant.length > UNITS_OFFERED_MAX;
  const choices = meant
    .slice(0, UNITS_OFFERED_MAX)
    .map((each) => [option(`${RUN}link:${each.id}:${asked}`, 'choice-unit', { unit: each.name })]);
  offer(scene, {
    lines: [line('group-which', { group: called(title) }), ...(more ? [line('group-which-more')] : [])],
    choices,
  });
  answer(talk, line('group-asked'));
}

/** Zalo does not say what a group is called. */
const called = (title: string): Line => (title === '' ? line('group-nameless') : line('group-named', { title }));

/** A group linked to a unit this person has no say over is not theirs to take. */
function isAnothers(scene: Scene, address: Address): boolean {
  const linked = groupAt(scene.tx, address);
  return linked !== undefined && !allowed(scene, 'broadcast', linked.unit);
}

function linkTo(scene: Scene, { address, title }: { address: Address; title: string }, unit: Unit): void {
  const { tx, now, person } = scene;
  linkGroup(tx, { address, title, unit: unit.id, by: person.id, at: now });
  noteDeed(tx, { at: now, actor: person.code, ...deed('link_group', unit, address) });
  sayInGroup(scene, address, person.language, [line('group-linked', { unit: unit.name }), line('group-help-figures')]);
}

/** The unit tapped in private for a group in which linking was asked for: 'run:link:<unit>:<what was asked>'. */
function linkAsked(scene: Scene, unit: Unit, asked: number): void {
  const group = askedGroup(scene.tx, asked);
  const isOld = !group || group.by !== scene.person.id || scene.now - group.at > ASKED_MAX_MS;
  if (isOld) return tell(scene, line('group-asked-old'));
  if (!allowed(scene, 'broadcast', unit.id) || isAnothers(scene, group.address))
    return tell(scene, line('group-not-allowed'));
  if (groupAt(scene.tx, group.address)?.unit !== unit.id) linkTo(scene, group, unit);
  tell(scene, line('group-linked-private', { unit: unit.name, group: called(group.title) }));
}

/** Ends the link, where there is one and the asker has a say over it. */
export function unlink(talk: GroupTalk, asker: Person): void {
  const { inbound, tx, now } = talk;
  const linked = groupAt(tx, inbound.address);
  if (!linked) return;
  const scene = sceneIn(talk, asker, inbound.address);
  if (!allowed(scene, 'broadcast', linked.unit)) return answer(talk, line('group-not-allowed'));
  const unit = unitOf(scene, linked.unit);
  unlinkGroup(tx, inbound.address, now);
  noteDeed(tx, { at: now, actor: asker.code, ...deed('unlink_group', unit, inbound.address) });
  answer(talk, line('group-unlinked', { unit: unit.name }));
}

/** The choice of a unit, tapped in private. */
export const groupDesk: Desk = {
  runs: {
    link: (scene, [unitId, asked]) => {
      const unit = scene.tree.get(Number(unitId));
      if (unit) linkAsked(scene, unit, Number(asked));
      return unit !== undefined;
    },
  },
};
