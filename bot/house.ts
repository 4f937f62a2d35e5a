/** What a turn works with: the archive, the calendar, the organisation's settings and a source of randomness. */

import type { Random } from '../db/enrolment.ts';
import type { Archive } from '../db/open.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Window } from '../domain/period.ts';
import type { RatioRule } from '../domain/ratio.ts';
import type { Conversation } from './flows.ts';

export interface House {
  archive: Archive;
  calendar: Calendar;
  window: Window;
  ratio: RatioRule;
  /** The standard as reports name it: TCVN ISO 9001:2015 until a new edition is adopted. */
  standardCode: string;
  random: Random;
  /** What can be talked about; a session of anything else is closed, and the person told. */
  conversations: readonly Conversation[];
}
