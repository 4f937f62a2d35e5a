/**
 * The bot in a group chat: announcements to a linked group, and otherwise silence. It hears commands only, keeps no word
 * of the talk, and answers what is asked of figures in the asker's private chat, never in the group.
 */
import { noticePrivate } from '../../conversations/parse/privacy.ts';
import { understand } from '../../conversations/parse/understand.ts';
import { line } from '../../conversations/say.ts';
import { groupAt, moveGroup, renameGroup } from '../../db/groups.ts';
import { claim } from '../../db/inbox.ts';
import type { Tx } from '../../db/open.ts';
import { personAt } from '../../db/people.ts';
import { unitTree } from '../../db/units.ts';
import { dateAt, type Instant } from '../../domain/date.ts';
import type { Inbound } from '../../domain/message.ts';
import type { Person } from '../../domain/person.ts';
import { fold } from '../../domain/text.ts';
import { converse } from '../converse.ts';
import type { House } from '../house.ts';
import { closeUnreadable } from '../unreadable.ts';
import { endLink, link, unlink } from './group-link.ts';
import { answer, type GroupTalk, privateAddress, sceneIn } from './group-talk.ts';

const OURS: [name: 'link' | 'unlink' | 'help', words: RegExp][] = [
  ['link', /^(?:lienket|lien ket nhom|lien ket)(?:\s+(.+))?$/],
  ['unlink', /^(?:huylienket|huy lien ket nhom|huy lien ket)$/],
  ['help', /^(?:trogiup|tro giup|huongdan|huong dan|help|start)$/],
];

/** Commands that move a private conversation and show nothing: said in a group they are meant for somebody else. */
const NOT_FROM_A_GROUP = new Set(['cancel', 'snooze', 'help']);

/** Handles what came from a group; a second delivery does nothing. No text is kept. */
export function receiveInGroup(house: House, tx: Tx, inbound: Inbound, now: Instant): void {
  const { address, id, alias, from, said, title } = inbound;
  const asker = from === undefined ? undefined : personAt(tx, { ...address, id: from });
  const claimed = { address, messageId: id, alias, at: now, ...(asker ? { personId: asker.id } : {}) };
  const message = claim(tx, claimed);
  if (message === undefined) return;
  if (title !== undefined) renameGroup(tx, address, title);
  if (said.kind === 'removed') return endLink(tx, address, now);
  if (said.kind === 'moved') return moveGroup(tx, address, said.to, now);
  if (said.kind === 'text') hear({ house, tx, now, inbound, message, asker }, said.text);
}

function hear(talk: GroupTalk, text: string): void {
  const words = fold(text)
    .replace(/^\/\s*/, '')
    .trim();
  for (const [name, pattern] of OURS) {
    const [found, rest = ''] = pattern.exec(words) ?? [];
    if (found === undefined) continue;
    if (name === 'help') return help(talk);
    // The name of a unit as it was typed, not folded.
    const typed = rest === '' ? '' : text.trim().split(/\s+/).slice(-rest.split(/\s+/).length).join(' ');
    if (talk.asker) return name === 'link' ? link(talk, talk.asker, typed) : unlink(talk, talk.asker);
    return;
  }
  if (talk.asker && groupAt(talk.tx, talk.inbound.address)) answerInPrivate(talk, talk.asker, text);
}

/** Two lines for those enrolled, one for others, and nothing where nobody linked the group. */
function help(talk: GroupTalk): void {
  const linked = groupAt(talk.tx, talk.inbound.address);
  if (!linked) return talk.asker ? answer(talk, line('group-help-unlinked')) : undefined;
  const unit = unitTree(talk.tx).get(linked.unit);
  answer(talk, line('group-help', { unit: unit?.name ?? '' }), ...(talk.asker ? [line('group-help-figures')] : []));
}

function answerInPrivate(talk: GroupTalk, asker: Person, text: string): void {
  const { command } = understand(text, { today: dateAt(talk.now) });
  if (!command || NOT_FROM_A_GROUP.has(command.name) || noticePrivate(text) !== undefined) return;
  const to = privateAddress(talk, asker);
  if (!to) return answer(talk, line('group-unreachable'));
  const scene = sceneIn(talk, asker, to);
  closeUnreadable(scene);
  // With its slash a command is one in the middle of a conversation too, whatever that asks.
  converse(scene, { kind: 'text', text: text.trimStart().startsWith('/') ? text : `/${text}` });
  answer(talk, line('group-answered'));
}
