/** Codes for others: given where every role of theirs is the actor's to give, and otherwise said who can. */
import { type Line, line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { CODE_LIFETIME_DAYS, issueCode } from '../../db/enrolment.ts';
import { peopleWithRole } from '../../db/people.ts';
import { mayIssueCode, type Person } from '../../domain/person.ts';
import { offer, type Scene, tell, unitsFor } from '../scene.ts';
import { findAnybody, findPeople, personOf } from './reach.ts';

const OFFERED_MAX = 8;

/** Those who could help, by name: two are enough to ask. */
const NAMED_MAX = 2;

/** "cấp mã <tên>": another code for somebody known. */
export function codeFor(scene: Scene, words: string): void {
  if (unitsFor(scene, 'issue_code').length === 0) return tell(scene, line('not-allowed'));
  const mine = findPeople(scene)(words);
  // Whom one sees in the list and has no say over, a fellow coordinator say, is not to be invited a second time.
  const found = mine.length > 0 ? mine : findAnybody(scene)(words);
  const [only] = found;
  if (!only) return tell(scene, line('org-none-named-invite', { name: words }));
  if (found.length === 1) return giveCode(scene, personOf(scene, only.id));
  offer(scene, {
    lines: [line('org-several', { name: words, n: found.length })],
    choices: found
      .slice(0, OFFERED_MAX)
      .map((each) => [
        { id: `run:org-code:${each.id}`, label: line('org-named', { name: each.name, where: each.where }) },
      ]),
  });
}

/** A code for one person, if the actor has a say over every role they hold. */
export function giveCode(scene: Scene, person: Person): void {
  tell(scene, ...codeOrWho(scene, person));
}

/** A code, or who may give one. */
export const codeOrWho = (scene: Scene, person: Person): Line[] =>
  mayIssueCode(scene.person, person, scene.tree, scene.today) ? codeLines(scene, person) : [notMine(scene, person)];

/** "Mã của … do … cấp": somebody with a say over every role of theirs. */
function notMine(scene: Scene, person: Person): Line {
  const { tx, tree, today } = scene;
  const admins = peopleWithRole(tx, 'admin', today).filter(
    (each) => each.id !== person.id && mayIssueCode(each, person, tree, today),
  );
  const names = admins.slice(0, NAMED_MAX).map(({ name }) => name);
  if (names.length === 0) return line('org-code-not-allowed', { name: person.name });
  return line('code-by-others', { name: person.name, who: { each: names, with: ', ' } });
}

/** A new code for somebody, said once; the audit trail tells that there is one, not which. */
export function codeLines(scene: Scene, person: Person): Line[] {
  const { tx, now, house } = scene;
  const code = issueCode(tx, person.id, now, house.random);
  noteDeed(tx, {
    at: now,
    actor: scene.person.code,
    action: 'issue_code',
    subject: `person:${person.code}`,
    detail: {},
  });
  return [line('org-code', { name: person.name, code, days: CODE_LIFETIME_DAYS }), line('org-code-how')];
}
