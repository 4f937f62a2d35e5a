/** What Zalo hands over, in our words, and what of it is something somebody said to the bot. */
import type { Inbound, Said } from '../../domain/message.ts';
import type { Removal } from './leaving.ts';
import { pictureSaid } from './photo.ts';

/** One message as the socket brought it. */
export interface Heard {
  group: boolean;
  /** The person's uid, or the group's id. */
  thread: string;
  /** The uid of who wrote it. */
  from: string;
  /** Written by the bot's own account, here or on its telephone. */
  own: boolean;
  msgId: string;
  /** The sender's own number of it: a redelivery under a new msgId keeps it. */
  cliMsgId: string;
  type: string;
  content: unknown;
  at: number | undefined;
  mentions: { uid: string; pos: number; len: number }[];
  /** The library's own object, which it wants back for the seen event. */
  receipt: unknown;
}

/** Marks the address of a group; a person's is the bare uid. */
export const GROUP_PREFIX = 'group:';

/** A still picture; gif and doodle have types of their own. */
const PHOTO = 'chat.photo';

/** What people make that cannot be read as text. Types not listed are notices of Zalo itself, which nobody said. */
const UNREADABLE = new Map([
  [PHOTO, 'picture'],
  ['chat.gif', 'picture'],
  ['chat.doodle', 'picture'],
  ['chat.sticker', 'sticker'],
  ['chat.video.msg', 'video'],
  ['chat.voice', 'voice'],
  ['share.file', 'file'],
  ['chat.location.new', 'location'],
  ['chat.link', 'link'],
  ['chat.recommended', 'contact'],
]);

/**
 * The inbound message, or undefined for what nobody said to the bot: its own words, notices, and the talk of a group
 * that neither mentions it nor begins with "/" (thanks under an announcement are no command). The id is `msg:` or
 * `group-msg:` and Zalo's message id; the alias is the sender's own number, which a redelivery under a new message id
 * keeps.
 */
export function inboundOf(heard: Heard, account: string): Inbound | undefined {
  const said = heard.own || heard.from === account ? undefined : saidIn(heard, account);
  if (said === undefined) return undefined;
  const id = heard.group ? `${GROUP_PREFIX}${heard.thread}` : heard.thread;
  return {
    address: { channel: 'zalo-personal', account, id },
    // Private messages and those of groups are numbered apart, as far as anybody knows.
    id: `${heard.group ? 'group-msg' : 'msg'}:${heard.msgId}`,
    ...(isNumber(heard.cliMsgId) ? { alias: `cli:${heard.thread}:${heard.from}:${heard.cliMsgId}` } : {}),
    said,
    ...(heard.at === undefined ? {} : { at: heard.at }),
    ...(heard.group ? { group: true, from: heard.from } : {}),
  };
}

/** The bot's account was taken out of a group. */
export function removalOf(account: string, { group, at }: Removal): Inbound {
  const address = { channel: 'zalo-personal', account, id: `${GROUP_PREFIX}${group}` } as const;
  return { address, id: `removed:${group}:${at}`, said: { kind: 'removed' }, group: true };
}

/** Some clients may send none; two messages without a number are not the same. */
const isNumber = (cliMsgId: string): boolean => /^[1-9]\d*$/.test(cliMsgId);

function saidIn(heard: Heard, account: string): Said | undefined {
  const text = textOf(heard.content);
  if (heard.group) {
    const mentions = heard.mentions.filter(({ uid }) => uid === account);
    const meant = mentions.length > 0 || text?.trimStart().startsWith('/');
    if (!meant || text === undefined) return undefined;
    return { kind: 'text', text: without(text, mentions).trim() };
  }
  if (text !== undefined) return { kind: 'text', text };
  const picture = heard.type === PHOTO ? pictureSaid(heard.content) : undefined;
  if (picture !== undefined) return picture;
  const what = UNREADABLE.get(heard.type);
  return what === undefined ? undefined : { kind: 'unsupported', what };
}

/** Plain words, or the words a link was sent with; undefined for anything else. */
function textOf(content: unknown): string | undefined {
  if (typeof content === 'string') return content.trim() === '' ? undefined : content;
  if (typeof content !== 'object' || content === null) return undefined;
  const { action, title } = content as { action?: unknown; title?: unknown };
  const link = typeof action === 'string' && action.endsWith('.link');
  return link && typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

/** "@Trợ lý tình hình" is a command once the name is gone. */
function without(text: string, mentions: Heard['mentions']): string {
  const fromTheEnd = [...mentions].sort((a, b) => b.pos - a.pos);
  return fromTheEnd.reduce((rest, { pos, len }) => rest.slice(0, pos) + rest.slice(pos + len), text);
}

/** Whether one of Zalo's ids is later than another: they are decimal numbers too long for JavaScript's. */
export function isLater(id: string, than: string | undefined): boolean {
  return than === undefined || id.length > than.length || (id.length === than.length && id > than);
}
