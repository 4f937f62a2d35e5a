/** "dữ liệu của tôi": what is kept about somebody, shown, handed out as a file, and taken away at their word. */
import { type EraseFacts, eraseData } from '../../conversations/forms/organisation/erase-data.ts';
import { type Line, line, option } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { enqueue } from '../../db/outbox.ts';
import { identitiesOf, peopleWithRole } from '../../db/people.ts';
import { answersBy, deedsBy, erasePerson, messagesOf, personalData } from '../../db/personal-data.ts';
import { addDays, withOffset } from '../../domain/date.ts';
import { heldFrom, type Membership } from '../../domain/person.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { coordinatorsOver } from '../people/coordinators.ts';
import { notify } from '../people/notice.ts';
import { pen, render } from '../render.ts';
import { keep, NOTHING_OPEN, offer, RUN, type Scene, speak, unitOf } from '../scene.ts';
import { lastStaffLines, postsLine } from './reach.ts';

export const eraseDesk: FormDesk<Record<string, never>, EraseFacts> = {
  form: eraseData,
  facts: factsOf,
  submit: erase,
};

const posts = ({ person, today }: Scene): Membership[] => heldFrom(person, today);

/** Shows what is kept, with the way to have it as a file and to have it taken away. */
export function sayMyData(scene: Scene): void {
  const { tx, person } = scene;
  const kept = personalData(tx, person.id, person.code);
  const doors = identitiesOf(tx, person.id).map(({ address, lastSeenAt }) =>
    line('mine-door', { door: line(`door-${address.channel}`), at: { time: lastSeenAt } }),
  );
  const lines: Line[] = [
    line('mine-heading'),
    line('mine-name', { name: person.name, code: person.code, phone: kept.phone ?? line('mine-no-phone') }),
    line('mine-roles', { posts: posts(scene).length > 0 ? postsLine(scene, posts(scene)) : line('mine-no-roles') }),
    line('mine-doors', { doors: { each: doors, with: '; ' } }),
    line('mine-counts', {
      messages: kept.messages,
      answers: kept.answers,
      filings: kept.filings,
      deeds: kept.deeds,
    }),
    line(kept.hasSession ? 'mine-session' : 'mine-no-session'),
    line('mine-not-kept'),
  ];
  offer(scene, {
    lines,
    choices: [[option(`${RUN}org-export`, 'mine-export')], [option(`${RUN}org-erase`, 'mine-erase')]],
  });
}

/** Everything kept, as a file of plain JSON that any office program opens. */
export function exportMyData(scene: Scene): void {
  const { tx, person, now } = scene;
  const kept = personalData(tx, person.id, person.code);
  const roles = person.memberships.map(({ unit, ...rest }) => ({ ...rest, unit: unitOf(scene, unit).code }));
  const data = {
    at: withOffset(now),
    person: { code: person.code, name: person.name, language: person.language, phone: kept.phone ?? null },
    roles,
    addresses: identitiesOf(tx, person.id).map(({ address, lastSeenAt }) => ({
      ...address,
      seen: withOffset(lastSeenAt),
    })),
    messages: messagesOf(tx, person.id).map(({ at, said }) => ({ at: withOffset(at), said })),
    figures: answersBy(tx, person.id).map(({ unitId, period, indicator, kind, value, revision, current, saidAt }) => ({
      unit: scene.tree.get(unitId)?.code ?? unitId,
      period,
      indicator,
      kind,
      value: value === null ? null : (JSON.parse(value) as unknown),
      revision,
      current,
      at: withOffset(saidAt),
    })),
    deeds: deedsBy(tx, person.code).map(({ at, action, subject, detail }) => ({
      at: withOffset(at),
      action,
      subject,
      detail: JSON.parse(detail) as unknown,
    })),
  };
  noteDeed(tx, { at: now, actor: person.code, action: 'export_data', subject: `person:${person.code}`, detail: {} });
  const name = scene.pen.write(line('mine-file', { code: person.code }));
  speak(scene, { lines: [line('mine-exported')] }, { attachment: { maker: 'json', name, show: 'document', data } });
}

/** Asks once more before anything is taken away. */
export const startErasing = (scene: Scene): void => openForm(scene, eraseDesk, {});

function factsOf(scene: Scene): EraseFacts {
  const { person, tx, today } = scene;
  const isAdmin = posts(scene).some(({ role }) => role === 'admin');
  const admins = peopleWithRole(tx, 'admin', today).filter(({ id }) => id !== person.id);
  return {
    warnings: lastStaffLines(scene, posts(scene), person.id, today),
    ...(isAdmin && admins.length === 0 ? { refused: { lines: [line('org-erase-last-admin')] } } : {}),
  };
}

function erase(scene: Scene): void {
  const { tx, person, now, today, to } = scene;
  if (factsOf(scene).refused) return void speak(scene, { lines: [line('org-erase-last-admin')] });
  const held = posts(scene);
  const unitsLeft = [...new Set(held.map(({ unit }) => unit))];
  const alone = lastStaffLines(scene, held, person.id, today);
  const neutral = pen('vi', now).write(line('mine-neutral-name', { id: String(person.id) }));
  noteDeed(tx, { at: now, actor: person.code, action: 'erase_data', subject: `person:${person.code}`, detail: {} });
  const told = line('org-erased-told', { name: person.name, posts: postsLine(scene, held) });
  const over = new Map(unitsLeft.flatMap((unit) => coordinatorsOver(scene, unit)).map((each) => [each.id, each]));
  over.delete(person.id);
  for (const each of over.values()) {
    notify(scene, each, { lines: [told, ...alone] }, { key: `erased:${person.id}:${now}:${each.id}` });
  }
  // What was open under the form must not come back when it is over.
  keep(scene, NOTHING_OPEN);
  erasePerson(tx, person.id, neutral, today, addDays(today, -1), now);
  // The last words belong to nobody any more.
  delete scene.tapped;
  enqueue(tx, { to, priority: 0, message: render({ lines: [line('org-erased')] }, scene.pen.write), at: now });
}
