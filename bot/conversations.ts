/** Every conversation there is, with the facts each needs from the archive. */
import { annualSupplement } from '../conversations/flows/annual-supplement.ts';
import { monthlyCheckIn } from '../conversations/flows/monthly-check-in/flow.ts';
import { DESKS } from './desks.ts';
import { type Conversation, conversation, supplementFacts } from './flows.ts';
import { checkInFacts } from './month/check-in.ts';

/** The conversations of the work; the forms are those of the desks. */
export const CONVERSATIONS: readonly Conversation[] = [
  conversation(monthlyCheckIn, checkInFacts),
  conversation(annualSupplement, supplementFacts),
  ...DESKS.flatMap(({ conversations = [] }) => conversations),
];
