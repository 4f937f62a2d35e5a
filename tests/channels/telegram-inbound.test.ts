/** What each kind of update is for the house. */
import type { Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { inboundOf } from '../../channels/telegram/inbound.ts';

const ME = { account: '8123456789', username: 'tro_ly_iso_test_bot' };
const DATE = 1_793_844_300;
const lan = { id: 1_001, is_bot: false, first_name: 'Lan' };
const person = { message_id: 12, date: DATE, chat: { id: 1_001, type: 'private', first_name: 'Lan' }, from: lan };
const group = { ...person, chat: { id: -100_200_300, type: 'supergroup', title: 'Cụm Hồng Lĩnh' } };
const out = { chat: group.chat, date: DATE, new_chat_member: { status: 'kicked' } };
const keyboard = {
  inline_keyboard: [[{ text: 'Có', callback_data: 'q7.yes' }], [{ text: 'Không', callback_data: 'q7.no' }]],
};

const of = (update: object, me = ME) => inboundOf({ update_id: 700_001, ...update } as Update, me);

describe('in a private chat', () => {
  test('a text arrives with address, id and time', () => {
    expect(of({ message: { ...person, text: 'nhận 215, trễ 2' } })).toEqual({
      address: { channel: 'telegram', account: '8123456789', id: '1001' },
      id: 'update:700001',
      said: { kind: 'text', text: 'nhận 215, trễ 2' },
      at: DATE * 1_000,
    });
  });

  test.each([
    ['a command as typed', '/tinhhinh tháng 9', '/tinhhinh tháng 9'],
    ['a command without the name of the bot', '/tinhhinh@tro_ly_iso_test_bot tháng 9', '/tinhhinh tháng 9'],
    ['a deep link as the code it carries', '/start K7QM-2XRT', 'K7QM-2XRT'],
    ['a start without a code as typed', '/start', '/start'],
    ['words after start as typed', '/start nộp báo cáo', '/start nộp báo cáo'],
    ['an address in a sentence as typed', 'gửi a@b.vn', 'gửi a@b.vn'],
    ['an address after a slash that is no command', '/a/b@c', '/a/b@c'],
    ['several lines', 'nhận 215\ntrễ 2', 'nhận 215\ntrễ 2'],
  ])('%s', (_, text, meant) => {
    expect(of({ message: { ...person, text } })?.said).toEqual({ kind: 'text', text: meant });
  });

  test('a tap arrives as the choice, what its button said, and the message it hung on', () => {
    const tap = {
      id: '9',
      from: lan,
      chat_instance: '1',
      data: 'q7.no',
      message: { ...person, text: 'Có đổi?', reply_markup: keyboard },
    };
    expect(of({ callback_query: tap })).toEqual({
      address: { channel: 'telegram', account: '8123456789', id: '1001' },
      id: 'update:700001',
      said: { kind: 'choice', id: 'q7.no', label: 'Không', message: '12' },
    });
  });

  test('a tap on a message too old to be shown again has no label', () => {
    const message = { chat: person.chat, message_id: 3, date: 0 };
    const said = of({ callback_query: { id: '9', from: lan, chat_instance: '1', data: 'q7.no', message } })?.said;
    expect(said).toEqual({ kind: 'choice', id: 'q7.no', message: '3' });
  });

  test('an edited text is a correction of the message it edits, at the time of the edit', () => {
    const inbound = of({ edited_message: { ...person, edit_date: DATE + 60, text: 'nhận 251' } });
    expect(inbound).toMatchObject({ said: { kind: 'edit', text: 'nhận 251', message: '12' }, at: (DATE + 60) * 1_000 });
  });

  test.each([
    ['photo', { photo: [{}], caption: 'biên bản' }],
    ['document', { document: {} }],
    ['animation', { animation: {}, document: {} }],
    ['venue', { venue: {}, location: {} }],
    ['voice', { voice: {} }],
    ['video', { video: {} }],
    ['sticker', { sticker: {} }],
    ['contact', { contact: {} }],
    ['location', { location: {} }],
    ['poll', { poll: {} }],
  ])('a %s cannot be read as text', (what, content) => {
    expect(of({ message: { ...person, ...content } })?.said).toEqual({ kind: 'unsupported', what });
  });
});

describe('nobody said anything to the bot', () => {
  const tap = { id: '9', from: lan, chat_instance: '1' };
  test.each<[string, object]>([
    ['a pinned message', { message: { ...person, pinned_message: {} } }],
    ['a timer of the chat', { message: { ...person, message_auto_delete_timer_changed: {} } }],
    ['an edit that leaves no text', { edited_message: { ...person, edit_date: DATE, caption: 'biên bản' } }],
    [
      'a channel post',
      { channel_post: { ...person, chat: { id: -1, type: 'channel', title: 'x' }, text: '/tinhhinh' } },
    ],
    ['somebody blocking the bot', { my_chat_member: { ...out, chat: person.chat } }],
    ['the bot being let into a group', { my_chat_member: { ...out, new_chat_member: { status: 'member' } } }],
    ['the bot leaving a channel', { my_chat_member: { ...out, chat: { ...group.chat, type: 'channel' } } }],
    ['a tap without data', { callback_query: { ...tap, game_short_name: 'x', message: { ...person, text: 'a' } } }],
    ['a tap under an inline message', { callback_query: { ...tap, data: 'q7.no', inline_message_id: '5' } }],
    [
      'a tap in a group',
      { callback_query: { ...tap, data: 'q7.no', message: { ...group, text: 'a', reply_markup: keyboard } } },
    ],
    ['an update of a kind not known yet', { message_of_tomorrow: {} }],
  ])('%s', (_, update) => {
    expect(of(update)).toBeUndefined();
  });
});

describe('in a group', () => {
  test.each([
    ['a command for any bot', '/tinhhinh', '/tinhhinh'],
    ['a command for this bot', '/tinhhinh@Tro_Ly_ISO_test_bot tháng 9', '/tinhhinh tháng 9'],
  ])('%s is heard, marked as said in a group', (_, text, meant) => {
    expect(of({ message: { ...group, text } })).toMatchObject({
      address: { id: '-100200300' },
      said: { kind: 'text', text: meant },
      group: true,
      from: '1001',
      title: 'Cụm Hồng Lĩnh',
    });
  });

  test.each(['left', 'kicked'])('the bot being out of it (%s) is told', (status) => {
    expect(of({ my_chat_member: { ...out, new_chat_member: { status } } })).toEqual({
      address: { channel: 'telegram', account: '8123456789', id: '-100200300' },
      id: 'update:700001',
      said: { kind: 'removed' },
      at: DATE * 1_000,
      group: true,
    });
  });

  test('its becoming a supergroup tells its new id', () => {
    expect(of({ message: { ...group, migrate_to_chat_id: -100_999 } })).toMatchObject({
      address: { id: '-100200300' },
      said: { kind: 'moved', to: '-100999' },
      group: true,
    });
  });

  test.each<[string, object]>([
    ['a command for another bot', { text: '/tinhhinh@thoi_tiet_bot' }],
    ['what people say to each other', { text: 'nhận 215, trễ 2' }],
    ['a mention', { text: '@tro_ly_iso_test_bot tình hình' }],
    ['what another bot says', { text: '/tinhhinh', from: { ...lan, is_bot: true } }],
    ['a picture', { photo: [{}], caption: '/tinhhinh' }],
    ['what is said in the name of the group', { text: '/tinhhinh', from: undefined }],
    ['somebody joining', { new_chat_members: [lan] }],
  ])('%s is not', (_, content) => {
    expect(of({ message: { ...group, ...content } })).toBeUndefined();
  });

  test('an edit is not', () => {
    expect(of({ edited_message: { ...group, edit_date: DATE, text: '/tinhhinh' } })).toBeUndefined();
  });

  test('a command for a bot by name is not, before this one knows its own', () => {
    expect(
      of({ message: { ...group, text: '/tinhhinh@tro_ly_iso_test_bot' } }, { ...ME, username: undefined as never }),
    ).toBeUndefined();
  });
});
