/**
 * Takes the outbox out of the house: one door for each channel, each at its provider's pace, one message at a time in
 * a chat. It is woken by a nudge after a commit, by its own timers for what was postponed, and by every tick of the
 * loop; what it sends is read from the outbox, so a missed nudge loses nothing.
 */
import type { Reader } from '../db/open.ts';
import { recover } from '../db/outbox.ts';
import type { Address, ChannelName } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { Door, DoorParts } from './door.ts';
import { makeDoor } from './door.ts';
import { type OtherDoorParts, OtherDoors } from './other-door.ts';
import type { Limits } from './pace.ts';
import { LIMITS, makePace } from './pace.ts';
import { makePictures } from './pictures.ts';
import { afterTimeout, within } from './wake.ts';
import type { Makers } from './workshop.ts';
import { makeWorkshop } from './workshop.ts';

/** How long a stop waits for what is under way; what is not back then is found 'sending' at the next start. */
const STOPPING_MAX_MS = 10_000;

export interface DeliverParts extends Pick<DoorParts, 'random' | 'onUnmade'>, Omit<OtherDoorParts, 'onMoved'> {
  makers: Makers;
  /** Limits set by the operator, in place of a channel's defaults. */
  pace?: Partial<Record<ChannelName, Limits>>;
  /** How to wake up later; the real timer where it is not given. */
  after?: DoorParts['after'];
  /** The hours in which reminders may leave; at any where it is not given. */
  isPushTime?: DoorParts['isPushTime'];
}

export interface Deliver {
  /** Something may be sendable: cheap, returns at once, may be called after every commit. */
  nudge(): void;
  /** Sends all that may be sent now and resolves when nothing more is; what must wait for its time stays. */
  drain(): Promise<void>;
  /** Whether a message to an address may be expected to leave: its account is the bot's, and its door is not down. */
  reaches: (to: Address) => boolean;
  /** Where a person is best written to now; undefined where no door of this process serves them. */
  wayTo: (read: Reader, person: PersonId) => Address | undefined;
  /** Starts nothing more and waits, within bounds, for what is under way. */
  stop(): Promise<void>;
}

/** Opens the doors. Rows these channels were sending when the process last died are put back first, marked. */
export function deliver(parts: DeliverParts): Deliver {
  const {
    archive,
    channels,
    makers,
    clock,
    random,
    log,
    onUnmade,
    after = afterTimeout,
    isPushTime = () => true,
  } = parts;
  const found = archive.write((tx) => recover(tx, [...channels.keys()], clock()));
  if (found.retried + found.givenUp > 0) log.warn(found, 'messages were being sent when the process last stopped');

  const workshop = makeWorkshop(makers, after, makePictures(channels, after));
  const nudge = (): void => {
    // First, so that what can be moved is not just being tried in vain.
    others.nudge();
    for (const door of doors) door.nudge();
  };
  const others = new OtherDoors({ ...parts, onMoved: nudge });
  const doors: Door[] = [...channels.values()].map((channel) => {
    const pace = makePace(parts.pace?.[channel.name] ?? LIMITS[channel.name], random);
    const shared = { archive, workshop, clock, random, after, log, others, isPushTime, onRedirected: nudge };
    return makeDoor({ ...shared, channel, pace, ...(onUnmade ? { onUnmade } : {}) });
  });
  const underWay = (): Promise<void>[] => doors.flatMap((door) => door.underWay());

  return {
    nudge,
    reaches: (to) => others.reaches(to),
    wayTo: (read, person) => others.best(read, person),
    drain: async () => {
      others.look();
      for (;;) {
        for (const door of doors) door.pump();
        const busy = underWay();
        if (busy.length === 0) return;
        await Promise.race(busy);
      }
    },
    stop: async () => {
      others.close();
      for (const door of doors) door.close();
      const settled = Promise.all(underWay()).then(() => undefined);
      await within(STOPPING_MAX_MS, after, 'messages under way did not end', settled).catch((cause: unknown) => {
        log.warn({ err: cause }, 'stopping with messages under way');
      });
      for (const door of doors) {
        door.pump();
        door.abandon();
      }
    },
  };
}
