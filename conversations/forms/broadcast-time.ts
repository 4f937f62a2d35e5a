/** When: a moment typed in words; outside the hours for pushed messages the next slot is proposed. */
import { SCHEDULE_DAYS_MAX } from '../../domain/broadcast.ts';
import { addDays, dateAt, daysBetween, type Instant, instantOf, type TimeOfDay } from '../../domain/date.ts';
import type { Context } from '../flow.ts';
import type { Field, FieldReading } from '../form.ts';
import { readMoment } from '../parse/moment.ts';
import { line, option } from '../say.ts';
import type { BroadcastFacts } from './broadcast-facts.ts';

/** When people read first: offices have opened everywhere. */
const MORNING: TimeOfDay = '08:00';

export function timeField(facts: BroadcastFacts, { now, today }: Context): Field {
  const morning = facts.nextSlot(instantOf(addDays(today, 1), MORNING));
  // The first slot of a working day after days off begins before the usual hour.
  const proposed = Math.max(morning, instantOf(dateAt(morning), MORNING));
  return {
    id: 'at',
    lines: [line('broadcast-ask-time')],
    choices: [[option('morning', 'broadcast-at', { at: { time: proposed } })]],
    ask: 'text',
    verbatim: true,
    read: (input) => {
      if (input.kind === 'text') return typedTime(input.text, now);
      return input.ids[0] === 'morning' ? { kind: 'got', value: proposed } : { kind: 'none' };
    },
  };
}

function typedTime(text: string, now: Instant): FieldReading {
  const reading = readMoment(text, now);
  switch (reading.kind) {
    case 'none':
      return { kind: 'unread', lines: [line('broadcast-time-unread')] };
    case 'day':
      return { kind: 'unread', lines: [line('broadcast-time-day', { day: { day: reading.date } })] };
    case 'past':
      return { kind: 'unread', lines: [line('broadcast-time-past', { at: { time: reading.at } })] };
    case 'moment': {
      const days = daysBetween(dateAt(now), dateAt(reading.at));
      if (days <= SCHEDULE_DAYS_MAX) return { kind: 'got', value: reading.at };
      return { kind: 'unread', lines: [line('broadcast-time-far', { max: SCHEDULE_DAYS_MAX })] };
    }
  }
}

/** The moment chosen lies outside the hours: nothing is pushed then. */
export function slotField(at: Instant, facts: BroadcastFacts): Field {
  const slot = facts.nextSlot(at);
  return {
    id: 'slot',
    lines: [line('broadcast-outside-then', { at: { time: at } })],
    choices: [[option('slot', 'broadcast-at', { at: { time: slot } }), option('other', 'broadcast-other-time')]],
    numbered: true,
    read: (input) => {
      const id = input.kind === 'choice' ? input.ids[0] : undefined;
      if (id === 'slot') return { kind: 'mend', fields: [], answers: { at: slot } };
      return id === 'other' ? { kind: 'mend', fields: ['at'] } : { kind: 'none' };
    },
  };
}

/** Now is outside the hours: the next slot is proposed, and now is allowed when it is asked for again. */
export function hoursField(facts: BroadcastFacts, { now }: Context): Field {
  const slot = facts.nextSlot(now);
  return {
    id: 'hours',
    lines: [line('broadcast-outside-now')],
    choices: [
      [option('slot', 'broadcast-at', { at: { time: slot } }), option('later', 'broadcast-later')],
      [option('now', 'broadcast-now-anyway')],
    ],
    numbered: true,
    read: (input) => {
      const id = input.kind === 'choice' ? input.ids[0] : undefined;
      if (id === 'slot') return { kind: 'mend', fields: [], answers: { send: 'later', at: slot } };
      if (id === 'later') return { kind: 'mend', fields: [], answers: { send: 'later' } };
      return id === 'now' ? { kind: 'got', value: 'now' } : { kind: 'none' };
    },
  };
}
