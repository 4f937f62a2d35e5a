/** Every desk of the house. */
import { broadcastDesk } from './broadcast.ts';
import { calendarDesk } from './calendar-desk.ts';
import type { Desk } from './desk.ts';
import { dutiesDesk } from './duties-desk.ts';
import { groupDesk } from './group-link.ts';
import { reviewDesk } from './review-desk.ts';

export const DESKS: readonly Desk[] = [calendarDesk, dutiesDesk, broadcastDesk, groupDesk, reviewDesk];
