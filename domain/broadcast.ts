/**
 * An announcement to many: who is meant, how far it may go at once, and the account that must always sum up to
 * everybody meant. The people behind an audience are looked up when it is previewed and again when it is sent.
 */
import type { Instant } from './date.ts';
import type { ChannelName } from './message.ts';
import { type Period, parsePeriod } from './period.ts';
import { type PersonId, ROLES, type Role } from './person.ts';
import type { UnitId } from './unit.ts';

/** Longest announcement, in characters: with its heading it is one message at every door (Telegram bears 4,096). */
export const BROADCAST_TEXT_MAX = 3_000;

/** Most people in one: three officials in each of the country's 3,321 communes, and a slip of the audience no further. */
export const BROADCAST_PEOPLE_MAX = 10_000;

/** From so many people on it is confirmed by typing their number or by a second person: more than one cluster has. */
export const BROADCAST_CONFIRM_MIN = 50;

/** A second person who has not answered by then was not asked in time: a working day has passed everywhere. */
export const APPROVAL_MAX_MS = 24 * 3_600_000;

/** Further ahead the audience and the roles would not be those meant today. */
export const SCHEDULE_DAYS_MAX = 60;

/**
 * Who is meant, as it was chosen. Kinds are data: a new one is a member here and its units in bot/broadcast-audience.
 * All but 'role' mean the staff of units; a unit named means all under it as well.
 */
export type Audience =
  | { kind: 'all' }
  | { kind: 'not_filed'; period: Period }
  | { kind: 'not_done'; obligation: string; period: string }
  | { kind: 'units'; units: UnitId[] }
  | { kind: 'role'; role: Role };

/** Why somebody meant gets nothing: never enrolled, gone from every channel, no such channel here, or it was stopped. */
export const UNREACHABLE = ['not_enrolled', 'gone', 'no_door', 'stopped'] as const;
export type Unreachable = (typeof UNREACHABLE)[number];

/** What a dry run finds; everybody is in it once, whatever units and roles they hold. */
export interface Reach {
  /** Units with somebody meant. */
  units: number;
  /** Those, and the units meant that have nobody. */
  unitsMeant: number;
  people: number;
  /** Those who can be reached, by the channel it would leave by. */
  channels: { channel: ChannelName; people: number }[];
  unreachable: { name: string; unit: string; why: Unreachable; channel?: ChannelName }[];
  /** Units meant that have nobody to be told. */
  unstaffed: string[];
  /** Names of the units, where they were chosen by name. */
  named: string[];
  /** Titles of the linked groups of the units meant. */
  groups: string[];
}

/**
 * What became of a broadcast. sent + waiting + failed + unreachable + stopped = total, at every moment; whoever
 * acknowledged it is among those sent, whatever the provider said.
 */
export interface Account {
  total: number;
  sent: number;
  /** Not yet sent, those under way included. */
  waiting: number;
  /** Of those waiting, handed over to a channel and not back. */
  underWay: number;
  failed: Tally;
  unreachable: Tally;
  stopped: number;
  /** Of those sent: sent again after a crash or a lost answer, so they may have arrived twice. */
  perhapsTwice: number;
  /** People (not groups) it was sent to, and those of them who pressed the button. */
  askedToAcknowledge: number;
  acknowledged: number;
}

/** How many, by reason. */
export type Tally = Readonly<Record<string, number>>;

export const sumOf = (tally: Tally): number => Object.values(tally).reduce((sum, n) => sum + n, 0);

export const BROADCAST_STATES = [
  'waiting_second',
  'scheduled',
  'waiting_author',
  'sending',
  'reminding',
  'stopped',
  'done',
  'refused',
  'expired',
  'dropped',
] as const;
export type BroadcastState = (typeof BROADCAST_STATES)[number];

/** States in which nothing has been sent yet and something still may: it can be withdrawn. */
export const COMING = ['waiting_second', 'scheduled', 'waiting_author'] as const satisfies readonly BroadcastState[];

/**
 * Whom an announcement that does not leave at once was agreed for: everybody it would have reached when its author, or
 * the second person asked, said yes.
 */
export interface Agreed {
  people: readonly PersonId[];
  groups: readonly number[];
  /** True where it goes to nobody else, whoever has come since. */
  only?: true;
}

/**
 * Whether an audience has grown beyond what was agreed. Up to BROADCAST_CONFIRM_MIN no number was ever confirmed, so
 * newcomers are let in while it stays below; from there on the number confirmed is the bound. A group is many people,
 * so each was agreed to or not.
 */
export const outgrown = (agreed: Agreed, { people, groups }: { people: number; groups: number }): boolean =>
  people > Math.max(agreed.people.length, BROADCAST_CONFIRM_MIN - 1) || groups > agreed.groups.length;

/** When an approval asked for at a moment is too late. */
export const approvalEnds = (askedAt: Instant): Instant => askedAt + APPROVAL_MAX_MS;

/** An audience as it was stored. @throws {Error} when it is none */
export function audienceOf(stored: unknown): Audience {
  const found = (stored ?? {}) as Partial<Record<string, unknown>>;
  const { kind, period, obligation, units } = found;
  if (kind === 'all') return { kind };
  const role = ROLES.find((known) => known === found.role);
  if (kind === 'role' && role) return { kind, role };
  if (kind === 'not_filed' && typeof period === 'string' && parsePeriod(period)) return { kind, period };
  if (kind === 'not_done' && typeof obligation === 'string' && typeof period === 'string') {
    return { kind, obligation, period };
  }
  if (kind === 'units' && Array.isArray(units) && units.length > 0 && units.every(Number.isInteger)) {
    return { kind, units: units as UnitId[] };
  }
  throw new Error(`no audience: ${JSON.stringify(stored)}`);
}
