/** The words that open, list and stop announcements, and those that only look like them. */
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../conversations/parse/command.ts';

const COMMANDS: readonly (readonly [text: string, name: string])[] = [
  ['thông báo', 'broadcast'],
  ['/thongbao', 'broadcast'],
  ['gửi thông báo', 'broadcast'],
  ['thông báo gần đây', 'broadcasts'],
  ['thong bao gan day', 'broadcasts'],
  ['xem thông báo', 'broadcasts'],
  ['dừng gửi', 'stop_broadcast'],
  ['Dừng gửi!', 'stop_broadcast'],
  ['/dừng gửi', 'stop_broadcast'],
  ['ngừng gửi', 'stop_broadcast'],
  ['dung gui thong bao', 'stop_broadcast'],
];

describe('the commands of announcements', () => {
  it.each(COMMANDS)('"%s" is %s', (text, name) => {
    expect(readCommand(text, '2026-11-10')?.name).toBe(name);
  });

  it.each(['dung gui', 'đúng gửi', 'đừng gửi', 'dừng gửi hồ sơ 215', 'thông báo họp giao ban', 'dừng'])(
    '"%s" is none of them',
    (text) => {
      expect(['broadcast', 'broadcasts', 'stop_broadcast']).not.toContain(readCommand(text, '2026-11-10')?.name);
    },
  );
});
