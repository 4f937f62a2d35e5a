/** The phones of the practice page: one for each person of the sample organisation, under that person's code. */
import type { Reader } from '../db/open.ts';
import { everybody, identitiesOf, personById } from '../db/people.ts';
import { unitTree } from '../db/units.ts';
import type { Address } from '../domain/message.ts';
import { translator } from '../locales/translate.ts';

/** The bot's own account on the practice page. */
export const PRACTICE_ACCOUNT = 'practice';

/** Where a person of the sample organisation is reached. */
export const addressOf = (code: string): Address => ({ channel: 'web-chat', account: PRACTICE_ACCOUNT, id: code });

/** One phone the page offers. */
export interface Phone {
  id: string;
  name: string;
  /** Role and unit. */
  note: string;
}

/** Who tries a thing out first stands first: those who report, then those who read. */
const ORDER = ['staff', 'coordinator', 'leader', 'admin'] as const;

/** Everybody with a phone of their own; somebody enrolled by code uses the visitor's phone they enrolled on. */
export function practicePhones(read: Reader): Phone[] {
  const t = translator('vi');
  const tree = unitTree(read);
  const phones = everybody(read).flatMap(({ id, code, name }) => {
    if (!identitiesOf(read, id).some(({ address }) => isOwn(address, code))) return [];
    const [first] = personById(read, id)?.memberships ?? [];
    if (!first) return [];
    const role = t(`import-role-${first.role}`);
    const note = `${role.charAt(0).toLocaleUpperCase('vi')}${role.slice(1)} · ${tree.get(first.unit)?.name ?? ''}`;
    return [{ phone: { id: code, name, note }, rank: ORDER.indexOf(first.role) }];
  });
  return phones.sort((a, b) => a.rank - b.rank).map(({ phone }) => phone);
}

const isOwn = (address: Address, code: string): boolean =>
  address.channel === 'web-chat' && address.account === PRACTICE_ACCOUNT && address.id === code;
