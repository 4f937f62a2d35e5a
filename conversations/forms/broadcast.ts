/**
 * The form of an announcement: its text as typed, to whom, a dry run, and then whether to send, when, and for many
 * people a confirmation that cannot be given by habit. What is laid down here binds nobody until it is submitted.
 */
import { z } from 'zod';
import { type Audience, audienceOf, BROADCAST_CONFIRM_MIN } from '../../domain/broadcast.ts';
import type { Instant } from '../../domain/date.ts';
import type { Picture } from '../../domain/message.ts';
import type { Context, Input } from '../flow.ts';
import type { Answers, Field, FieldReading, Form, FormPlan } from '../form.ts';
import { line, option } from '../say.ts';
import { WAYS_OUT } from '../ways-out.ts';
import { audienceField, audienceIn, rolesField } from './broadcast-audience.ts';
import type { BroadcastFacts } from './broadcast-facts.ts';
import { previewLines } from './broadcast-preview.ts';
import { pictureIn, textField } from './broadcast-text.ts';
import { hoursField, slotField, timeField } from './broadcast-time.ts';
import { openName, unitsField, whichField } from './named-units.ts';

export type { BroadcastFacts } from './broadcast-facts.ts';

/** An announcement is about nothing that is known before it is written. */
const Subject = z.object({});
export type BroadcastSubject = z.infer<typeof Subject>;

/** What was decided, once the form is complete. */
export interface Announcement {
  text: string;
  picture?: Picture;
  audience: Audience;
  groups: boolean;
  /** Undefined where it goes out at once. */
  at?: Instant;
  /** The person asked to approve it, where the author preferred that to typing the number. */
  second?: number;
}

/** Names offered as second person; more would not be read on a phone. */
const APPROVERS_OFFERED_MAX = 6;

export const broadcastForm: Form<BroadcastSubject, BroadcastFacts> = {
  name: 'broadcast',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  // How many steps there are depends on the answers, so they are not counted aloud.
  plan: (_subject, answers, facts, context) => ({ field: openField(answers, facts, context), of: 1 }) as FormPlan,
  heading: () => [],
};

/** The announcement a complete form stands for. @throws {Error} when it is not complete */
export function announcementOf(answers: Answers): Announcement {
  const audience = audienceIn(answers);
  if (typeof answers.text !== 'string' || !audience) throw new Error('the announcement is not complete');
  const picture = pictureIn(answers);
  const later = answers.send === 'later' && typeof answers.at === 'number';
  return {
    text: answers.text,
    ...(picture ? { picture } : {}),
    audience: audienceOf(audience),
    groups: answers.groups === true,
    ...(later ? { at: Number(answers.at) } : {}),
    ...(typeof answers.second === 'number' ? { second: answers.second } : {}),
  };
}

function openField(answers: Answers, facts: BroadcastFacts, context: Context): Field | undefined {
  if (typeof answers.text !== 'string') return textField(answers, facts);
  if (answers.audience === undefined) return audienceField(facts);
  const audience = audienceIn(answers);
  if (!audience) {
    if (answers.audience === 'role') return rolesField(facts);
    const name = openName(answers);
    return name ? whichField(answers, name, facts) : unitsField(facts, {});
  }
  if (answers.send === undefined) return sendField(answers, answers.text, audience, facts);
  if (answers.send === 'change') return changeField(answers);
  if (answers.send === 'later') {
    if (typeof answers.at !== 'number') return timeField(facts, context);
    if (facts.nextSlot(answers.at) !== answers.at) return slotField(answers.at, facts);
  } else if (answers.hours === undefined && facts.nextSlot(context.now) !== context.now)
    return hoursField(facts, context);
  return confirmation(answers, audience, facts);
}

/** A choice by its id; typed words that are no choice are none. */
const chosen = (input: Input): string | undefined => (input.kind === 'choice' ? input.ids[0] : undefined);

function sendField(answers: Answers, text: string, audience: Audience, facts: BroadcastFacts): Field {
  const reach = facts.reach(audience);
  const withGroups = answers.groups === true;
  const someone = reach.people > reach.unreachable.length || (withGroups && reach.groups.length > 0);
  const tooMany = facts.tooMany(reach.people);
  const groups = reach.groups.length === 0 ? [] : [groupsOption(withGroups, reach.groups.length)];
  const picture = pictureIn(answers);
  const sends = someone && !tooMany ? [option('now', 'broadcast-send'), option('later', 'broadcast-later')] : [];
  return {
    id: 'send',
    lines: previewLines({ text, picture }, audience, reach, withGroups, tooMany),
    ...(picture ? { picture, pictureLost: line('broadcast-picture-gone') } : {}),
    choices: [
      ...(sends.length > 0 ? [sends] : []),
      ...(groups.length > 0 ? [groups] : []),
      [option('change', 'broadcast-change'), option(WAYS_OUT.cancel, 'broadcast-drop')],
    ],
    numbered: true,
    read: (input): FieldReading => {
      const id = chosen(input);
      if (id === 'groups') return { kind: 'mend', fields: [], answers: { groups: !withGroups } };
      const known = id === 'change' || (sends.length > 0 && (id === 'now' || id === 'later'));
      return known ? { kind: 'got', value: id } : { kind: 'none' };
    },
  };
}

const groupsOption = (on: boolean, n: number) =>
  option('groups', on ? 'broadcast-without-groups' : 'broadcast-with-groups', { n });

/** What was chosen after the preview, asked again whenever text or audience change. */
const AFTER_PREVIEW = ['send', 'at', 'hours', 'confirm', 'second'];

const changeField = (answers: Answers): Field => ({
  id: 'change',
  lines: [line('broadcast-change-what')],
  choices: [
    [option('text', 'broadcast-change-text'), option('audience', 'broadcast-change-audience')],
    ...(pictureIn(answers) ? [[option('no-picture', 'broadcast-change-no-picture')]] : []),
  ],
  numbered: true,
  read: (input) => {
    const id = chosen(input);
    if (id === 'text') return { kind: 'mend', fields: ['text', ...AFTER_PREVIEW] };
    if (id === 'no-picture') return { kind: 'mend', fields: ['picture', ...AFTER_PREVIEW] };
    if (id === 'audience') {
      return { kind: 'mend', fields: ['audience', 'units', 'role', 'groups', ...AFTER_PREVIEW] };
    }
    return { kind: 'none' };
  },
});

/** Nothing where the audience is small, or it has been confirmed. */
function confirmation(answers: Answers, audience: Audience, facts: BroadcastFacts): Field | undefined {
  const { people } = facts.reach(audience);
  if (people < BROADCAST_CONFIRM_MIN || answers.confirm === people || answers.second !== undefined) return undefined;
  const approvers = facts.approvers(audience).slice(0, APPROVERS_OFFERED_MAX);
  if (answers.confirm === 'second' && approvers.length > 0) return secondField(approvers);
  const [only, other] = approvers;
  return {
    id: 'confirm',
    lines: [line(only ? 'broadcast-confirm-or-second' : 'broadcast-confirm', { n: people })],
    ...(only
      ? { choices: [[option('second', 'broadcast-second', { name: other ? '' : only.name, several: other ? 1 : 0 })]] }
      : {}),
    ask: 'count',
    read: (input): FieldReading => {
      if (chosen(input) === 'second' && only) {
        return other
          ? { kind: 'got', value: 'second' }
          : { kind: 'mend', fields: [], answers: { confirm: 'second', second: only.id } };
      }
      if (input.kind !== 'text' || input.understood.number === undefined) return { kind: 'none' };
      if (input.understood.number === people) return { kind: 'got', value: people };
      return { kind: 'unread', lines: [line('broadcast-confirm-wrong', { said: input.understood.number })] };
    },
  };
}

function secondField(approvers: readonly { id: number; name: string }[]): Field {
  return {
    id: 'second',
    lines: [line('broadcast-ask-second')],
    choices: approvers.map(({ id, name }) => [option(`p${id}`, 'broadcast-person', { name })]),
    numbered: true,
    read: (input) => {
      const found = approvers.find(({ id }) => chosen(input) === `p${id}`);
      return found ? { kind: 'got', value: found.id } : { kind: 'none' };
    },
  };
}
