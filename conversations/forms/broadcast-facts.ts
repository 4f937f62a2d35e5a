/** What the archive knows that the form of an announcement needs; looked up only where a question asks for it. */
import type { Audience, Reach } from '../../domain/broadcast.ts';
import type { Instant } from '../../domain/date.ts';
import type { Period } from '../../domain/period.ts';
import type { PersonId, Role } from '../../domain/person.ts';
import type { UnitNames } from './named-units.ts';

export interface BroadcastFacts extends UnitNames {
  /** Whether a picture can be sent at the door the author is at. */
  takesPictures: boolean;
  /** Audiences offered by themselves, with how many units each means, and how many people it has. */
  offered(): { audience: Audience & { kind: 'all' | 'not_filed' }; units: number; people: number }[];
  roles(): { role: Role; people: number }[];
  /** The period of the month a text names; the last one that ended where it names none. */
  periodIn(text: string): Period;
  /** The dry run. */
  reach(audience: Audience): Reach;
  /** True beyond what one announcement may reach. */
  tooMany(people: number): boolean;
  /** Who else may decide about all of the audience and can be reached. */
  approvers(audience: Audience): { id: PersonId; name: string }[];
  /** The moment itself inside the hours for pushed messages, else the beginning of the next slot. */
  nextSlot(at: Instant): Instant;
}
