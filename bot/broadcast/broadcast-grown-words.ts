/** How an author is asked again about an audience that has outgrown what was agreed: what changed, and the ways on. */
import { type Line, line, type Option, option, type Say, type Value } from '../../conversations/say.ts';
import type { Broadcast } from '../../db/broadcasts.ts';
import type { Reader } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { type Agreed, BROADCAST_PEOPLE_MAX } from '../../domain/broadcast.ts';
import { RUN } from '../scene.ts';
import { withdrawOption } from './broadcast-words.ts';

/** Names shown of those who have come since; a longer list would not be read on a phone. */
const NAMED_MAX = 5;

/**
 * The question, with the choice of everybody, of those agreed who are still meant, and of nobody.
 * @param everybody those meant now
 */
export function grownSay(read: Reader, broadcast: Broadcast, agreed: Agreed, everybody: Agreed): Say {
  const { id, text, sendAt } = broadcast;
  const isOld = within(agreed.people);
  const came = everybody.people.filter((person) => !isOld(person));
  const stays = everybody.people.length - came.length;
  const oldGroups = everybody.groups.filter(within(agreed.groups)).length;
  const people = { agreed: agreed.people.length, now: everybody.people.length };
  const changed = { came: came.length, left: people.agreed - stays };
  return {
    lines: [
      line('broadcast-grown', { at: { time: sendAt } }),
      line('broadcast-grown-people', { ...people, ...changed }),
      ...(came.length > 0 ? [newcomers(read, came)] : []),
      ...(everybody.groups.length > agreed.groups.length
        ? [line('broadcast-grown-groups', { agreed: agreed.groups.length, now: everybody.groups.length })]
        : []),
      line('broadcast-quoted', { text }),
    ],
    choices: [...everybodyOption(id, everybody), ...agreedOption(id, stays, oldGroups), [withdrawOption(id)]],
  };
}

const within = (ids: readonly number[]): ((id: number) => boolean) => {
  const known = new Set(ids);
  return (id) => known.has(id);
};

function newcomers(read: Reader, came: Agreed['people']): Line {
  const each = came.slice(0, NAMED_MAX).map((id) => personById(read, id)?.name ?? '');
  const names: Value = { each, with: ', ' };
  const more = came.length - each.length;
  return line('broadcast-grown-new', { names: more > 0 ? line('broadcast-and-others', { names, more }) : names });
}

/** How many it was shown to be goes with the button: tapped when there are still more, it asks once more. */
function everybodyOption(id: number, { people, groups }: Agreed): Option[][] {
  if (people.length > BROADCAST_PEOPLE_MAX) return [];
  const to = `${RUN}broadcast-to-all:${id}:${people.length}:${groups.length}`;
  return [[option(to, 'broadcast-grown-all', { n: people.length, groups: groups.length })]];
}

function agreedOption(id: number, people: number, groups: number): Option[][] {
  if (people + groups === 0) return [];
  return [[option(`${RUN}broadcast-to-agreed:${id}`, 'broadcast-grown-agreed', { n: people, groups })]];
}
