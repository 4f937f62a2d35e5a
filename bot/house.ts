/** What a turn works with: the archive, the calendar, the organisation's settings and a source of randomness. */

import type { Random } from '../db/enrolment.ts';
import type { Archive } from '../db/open.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Directive } from '../domain/directive.ts';
import type { Window } from '../domain/period.ts';
import type { RatioRule } from '../domain/ratio.ts';
import type { Conversation } from './flows.ts';

export interface House {
  archive: Archive;
  /** The working days as published, with the days an admin added; another object when one is added. */
  readonly calendar: Calendar;
  /** Every directive, those of the house and those issued by chat; another list when one is issued. */
  readonly directives: readonly Directive[];
  window: Window;
  ratio: RatioRule;
  /** The standard as reports name it: TCVN ISO 9001:2015 until a new edition is adopted. */
  standardCode: string;
  random: Random;
  /** What can be talked about; a session of anything else is closed, and the person told. */
  conversations: readonly Conversation[];
}
