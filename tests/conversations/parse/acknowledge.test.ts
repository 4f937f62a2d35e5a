/** Words that acknowledge an announcement, and words that look like it and do not. */
import { describe, expect, it } from 'vitest';
import { readAcknowledgement } from '../../../conversations/parse/acknowledge.ts';

describe('acknowledges by naming reception', () => {
  it.each([
    'đã nhận',
    'da nhan a',
    'Đã nhận ạ.',
    'OK em nhận rồi',
    'nhan roi',
    'nhận rồi nhé',
    'em da nhan duoc a',
    'dạ em đã nhận được thông báo ạ',
    'đã nhận thông báo',
    'Đã nhận thông báo của Sở',
    'da nhan duoc thong bao roi a',
    'ok đã nhận',
    'vâng, em nhận được rồi ạ',
    'Dạ, bên em đã nhận!',
    'nhan dc roi',
    'e nhận r ạ',
    'đã tiếp nhận',
    'đã nhận 👍',
    'đã nhận, cảm ơn anh',
    'received',
  ])('%j', (text) => {
    expect(readAcknowledgement(text)).toBe('reception');
  });
});

describe('acknowledges by agreeing', () => {
  it.each([
    'ok',
    'OK ạ',
    'oke em',
    'okie',
    'dạ',
    'dạ vâng',
    'vâng ạ',
    'vang a',
    'dạ rõ',
    'rõ',
    'ro a',
    'rõ rồi ạ',
    'đã rõ',
    'da ro',
    'ok rõ',
    'em đã rõ thông báo ạ',
    'đã xem',
    'đã đọc rồi ạ',
    'biết rồi ạ',
    'em hiểu rồi',
    'đã nắm được',
    'đồng ý',
    'nhất trí',
    '👍',
    '👍🏻',
    '👍👍',
    '👌',
    '✅',
    '🙏',
    '/-strong',
    'ok 👍',
  ])('%j', (text) => {
    expect(readAcknowledgement(text)).toBe('assent');
  });
});

describe('is something else', () => {
  it.each([
    'nhận 215',
    'nhan 215',
    'đã nhận 215 hồ sơ',
    'đã nhận 215',
    'nhận hai trăm',
    'nhận',
    'tiếp nhận',
    'nhận được',
    'đã nhận hồ sơ',
    'đã nhận kế hoạch của Sở Xây dựng',
    'chưa nhận được',
    'không nhận được thông báo',
    'đã nhận chưa?',
    'đã nhận chưa',
    'không',
    'chưa rõ',
    'không rõ ạ',
    'rõ ràng',
    'sai rồi',
    'ok 12',
    'ok nhưng em chưa làm được',
    'ok gửi đi',
    'đúng',
    'có',
    'được',
    'gửi',
    'xem',
    'xem thông báo',
    'thông báo',
    'biết',
    'em',
    'ạ',
    'cảm ơn',
    'chào em',
    '👎',
    'ok 👎',
    '😂',
    '?',
    '.',
    '',
    'đã nhận nhưng chưa làm được',
    'tình hình',
    'không có',
    'nhận rồi 215',
    'đã xong',
    'rồi',
    '1',
    `đã nhận ${'ạ '.repeat(60)}`,
  ])('%j', (text) => {
    expect(readAcknowledgement(text)).toBeUndefined();
  });
});
