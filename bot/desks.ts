/** Every desk of the house. */
import { broadcastDesk } from './broadcast/broadcast.ts';
import { calendarDesk } from './calendar-desk.ts';
import type { Desk } from './desk.ts';
import { directiveDesk } from './directives/directive-desk.ts';
import { dutiesDesk } from './duties/duties-desk.ts';
import { groupDesk } from './groups/group-link.ts';
import { organisationDesk } from './organisation/desk.ts';
import { reviewDesk } from './review/review-desk.ts';
import { statusDesk } from './status/status-desk.ts';

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
