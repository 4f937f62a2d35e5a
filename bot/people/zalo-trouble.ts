/**
 * What became of the Zalo door. Admins with another channel hear of trouble at once; those who are only on Zalo when it
 * is open again, from when to when it was not. What they must hear is kept with the data: the remedy is often a restart.
 */
import { line } from '../../conversations/say.ts';
import { enqueue } from '../../db/outbox.ts';
import { identitiesOf, personById } from '../../db/people.ts';
import { keepSetting, setting } from '../../db/settings.ts';
import type { Instant } from '../../domain/date.ts';
import type { Address } from '../../domain/message.ts';
import type { PersonId } from '../../domain/person.ts';
import type { House } from '../house.ts';
import { pen, render } from '../render.ts';
import { alertAdmins } from './alert.ts';

const ZALO = 'zalo-personal';
/** The setting that holds what is to be told; empty when it was. */
const UNTOLD = 'zalo-trouble';

export type Trouble = 'no_login' | 'expired' | 'kicked' | 'unreachable';

/** What those who are only on Zalo have not heard yet. */
interface Untold {
  from: Instant;
  kinds: Trouble[];
  people: PersonId[];
}

type Part = Pick<House, 'archive'>;

/** @param since when the connection was lost @param reaches whether some door serves an address */
export function troubleBegan(
  house: Part,
  kind: Trouble,
  { since, now, reaches }: { since: Instant; now: Instant; reaches: (to: Address) => boolean },
): void {
  const people = alertAdmins(house, ZALO, `zalo-trouble-${kind}`, now, reaches);
  if (people.length === 0) return;
  house.archive.write((tx) => {
    const before = untoldIn(setting(tx, UNTOLD));
    const untold: Untold = {
      from: Math.min(before?.from ?? since, since),
      kinds: [...new Set([...(before?.kinds ?? []), kind])],
      people: [...new Set([...(before?.people ?? []), ...people])],
    };
    keepSetting(tx, UNTOLD, JSON.stringify(untold));
  });
}

/** @param account the bot's own, since only who is enrolled with it can be told */
export function troubleOver({ archive }: Part, account: string, now: Instant): void {
  const untold = untoldIn(setting(archive.read, UNTOLD));
  if (!untold) return;
  const { from, kinds, people } = untold;
  const lines = [
    line('zalo-back', { from: { time: from }, to: { time: now } }),
    ...kinds.map((kind) => line(`zalo-was-${kind}`)),
  ];
  archive.write((tx) => {
    keepSetting(tx, UNTOLD, '');
    for (const id of people) {
      const person = personById(tx, id);
      const door = identitiesOf(tx, id).find(
        ({ address, goneAt }) => address.channel === ZALO && address.account === account && goneAt === undefined,
      );
      if (!person || !door) continue;
      const message = render({ lines }, pen(person.language, now).write);
      const key = `zalo-back:${from}:${id}`;
      enqueue(tx, { key, personId: id, to: door.address, priority: 1, message, at: now });
    }
  });
}

const untoldIn = (text: string | undefined): Untold | undefined => (text ? (JSON.parse(text) as Untold) : undefined);
