/**
 * Somebody whose roles have ended, or not begun: they are told so, politely, and can do nothing but see, have and erase
 * what is kept about them, or come back with a new code or a request.
 */
import { eraseData } from '../../conversations/forms/organisation/erase-data.ts';
import { readOrganisation } from '../../conversations/parse/organisation.ts';
import { line } from '../../conversations/say.ts';
import { openRequestAt } from '../../db/join-requests.ts';
import type { Reader } from '../../db/open.ts';
import type { Instant } from '../../domain/date.ts';
import { codeIn } from '../../domain/enrolment-code.ts';
import type { Inbound, Said } from '../../domain/message.ts';
import { typedChoices } from '../offered.ts';
import { contactFor } from '../people/coordinators.ts';
import { givenName, openSession, RUN, type Scene, tell } from '../scene.ts';
import { wishesToJoin } from './join.ts';

const OWN_DATA = ['my_data', 'export_me', 'erase_me'];
const OWN_RUNS = [`${RUN}org-export`, `${RUN}org-erase`];

/** Whether what somebody without a role says is the way in anew: taken as a stranger's. */
export function asksIn(read: Reader, { address, said }: Inbound, now: Instant): boolean {
  if (said.kind === 'text') {
    const isCode = codeIn(said.text) !== undefined && /\d/.test(said.text);
    if (isCode || wishesToJoin(said.text)) return true;
  }
  return openRequestAt(read, address, now)?.verdict === 'composing';
}

/** Whether somebody without a role may go on: only with what is kept about themselves. */
export function concernsOwnData(scene: Scene, said: Said): boolean {
  const session = openSession(scene);
  if (session.flow === eraseData.name && !session.paused) return true;
  if (said.kind === 'choice') return OWN_RUNS.includes(said.id);
  if (said.kind !== 'text') return false;
  const [chosen = ''] = typedChoices(said.text, session.offered);
  const wish = readOrganisation(said.text, scene.today)?.wish;
  return OWN_RUNS.includes(chosen) || (wish !== undefined && OWN_DATA.includes(wish));
}

/** "Anh/chị hiện không còn vai trò …": what they had, since when, and whom to ask. */
export function sayNoRole(scene: Scene): void {
  const { person, today } = scene;
  const name = givenName(person.name);
  const begins = person.memberships
    .flatMap(({ validFrom, validTo }) =>
      validFrom !== undefined && validFrom > today && (validTo ?? validFrom) >= validFrom ? [validFrom] : [],
    )
    .sort()[0];
  if (begins !== undefined) return tell(scene, line('org-no-role-yet', { name, day: { day: begins } }));
  const last = person.memberships
    .flatMap(({ validTo }) => validTo ?? [])
    .sort()
    .at(-1);
  const unit = person.memberships.at(-1)?.unit;
  const contact = unit === undefined ? undefined : contactFor(scene, unit);
  tell(
    scene,
    last === undefined ? line('org-no-role', { name }) : line('org-no-role-since', { name, day: { day: last } }),
    contact === undefined ? line('org-no-role-ways') : line('org-no-role-contact', { contact }),
  );
}
