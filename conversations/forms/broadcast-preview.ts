/** The dry run as it is read: how many, by which channel, who cannot be reached and why, and the text itself. */
import { type Audience, BROADCAST_PEOPLE_MAX, type Reach } from '../../domain/broadcast.ts';
import type { Picture } from '../../domain/message.ts';
import { type Line, line, type Value } from '../say.ts';

/** Names shown of those who cannot be reached; a longer list would not be read on a phone. */
const NAMED_MAX = 5;

/** @param withGroups whether it also goes to the linked groups */
export function previewLines(
  { text, picture }: { text: string; picture: Picture | undefined },
  audience: Audience,
  reach: Reach,
  withGroups: boolean,
  tooMany: boolean,
): Line[] {
  const { people, unreachable, groups } = reach;
  const { units: reached, unitsMeant } = reach;
  const units: Value = reached < unitsMeant ? line('broadcast-units-of', { units: reached, of: unitsMeant }) : reached;
  if (people === 0 && groups.length === 0) return [line('broadcast-nobody')];
  const channels: Value[] = reach.channels.map(({ channel, people: n }) =>
    line('broadcast-by-channel', { channel: line(`door-${channel}`), n }),
  );
  if (unreachable.length > 0) channels.push(line('broadcast-by-none', { n: unreachable.length }));
  const means: Value = { each: channels, with: ', ' };
  return [
    line('broadcast-preview', { people, units, means }),
    ...audienceLines(audience, reach),
    ...unreachableLines(unreachable),
    ...(reach.unstaffed.length > 0
      ? [line('broadcast-unstaffed', { n: reach.unstaffed.length, names: named(reach.unstaffed) })]
      : []),
    ...(groups.length > 0
      ? [line(withGroups ? 'broadcast-groups-on' : 'broadcast-groups-off', { n: groups.length, names: named(groups) })]
      : []),
    ...(tooMany ? [line('broadcast-too-many', { max: BROADCAST_PEOPLE_MAX })] : []),
    ...(picture ? [line('broadcast-with-picture')] : []),
    line('broadcast-quoted', { text }),
  ];
}

/** Who was chosen; everybody needs no word. */
function audienceLines(audience: Audience, { named: units }: Reach): Line[] {
  if (audience.kind === 'units') return [line('broadcast-to', { who: named(units) })];
  if (audience.kind === 'role') return [line('broadcast-to', { who: line(`role-${audience.role}`) })];
  if (audience.kind === 'not_filed') {
    return [line('broadcast-to', { who: line('broadcast-who-not-filed', { period: { period: audience.period } }) })];
  }
  return audience.kind === 'not_done' ? [line('broadcast-to', { who: line('broadcast-who-not-done') })] : [];
}

function unreachableLines(unreachable: Reach['unreachable']): Line[] {
  if (unreachable.length === 0) return [];
  const each = unreachable.slice(0, NAMED_MAX).map(({ name, unit, why, channel }): Value => {
    const reason = channel
      ? line('broadcast-why-gone-from', { channel: line(`door-${channel}`) })
      : line(`broadcast-why-${why}`);
    return line('broadcast-person-why', { name, unit, why: reason });
  });
  const more = unreachable.length - each.length;
  const names: Value = { each, with: '; ' };
  return [line('broadcast-unreachable', { names: more > 0 ? line('broadcast-and-others', { names, more }) : names })];
}

function named(all: readonly string[]): Value {
  const each = all.slice(0, NAMED_MAX);
  const more = all.length - each.length;
  return more > 0 ? line('broadcast-and-more', { names: { each, with: ', ' }, more }) : { each, with: ', ' };
}
