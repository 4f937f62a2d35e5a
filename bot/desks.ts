/** Every desk of the house. */
import { broadcastDesk } from './broadcast.ts';
import { calendarDesk } from './calendar-desk.ts';
import type { Desk } from './desk.ts';
import { directiveDesk } from './directive-desk.ts';
import { dutiesDesk } from './duties-desk.ts';
import { groupDesk } from './group-link.ts';
import { organisationDesk } from './organisation/desk.ts';
import { reviewDesk } from './review-desk.ts';
import { statusDesk } from './status-desk.ts';

export const DESKS: readonly Desk[] = [
  directiveDesk,
  calendarDesk,
  dutiesDesk,
  broadcastDesk,
  groupDesk,
  reviewDesk,
  statusDesk,
  organisationDesk,
];
