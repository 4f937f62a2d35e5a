/** An announcement told in one message: its text as it stands, and the words for whom it is. */
import { describe, expect, it } from 'vitest';
import { readAnnounced } from '../../../conversations/parse/announced.ts';

describe('an announcement in one message', () => {
  it.each([
    ['thông báo: họp lúc 8h', { text: 'họp lúc 8h' }],
    ['Thong bao : HỌP\nngày mai', { text: 'HỌP\nngày mai' }],
    ['gửi thông báo: a: b', { text: 'a: b' }],
    ['thông báo tới tất cả: họp lúc 8h', { to: 'tất cả', text: 'họp lúc 8h' }],
    ['thông báo cho các đơn vị chưa nộp: xin gửi trước 16h', { to: 'các đơn vị chưa nộp', text: 'xin gửi trước 16h' }],
    ['thong bao den phuong Duc Thuan, Bac Hong : hop', { to: 'phuong Duc Thuan, Bac Hong', text: 'hop' }],
    ['gửi thông báo tới lãnh đạo: họp', { to: 'lãnh đạo', text: 'họp' }],
    ['thông báo gửi tới cụm Hồng Lĩnh: 10:00 họp', { to: 'cụm Hồng Lĩnh', text: '10:00 họp' }],
    ['thông báo tới tất cả', { to: 'tất cả' }],
    ['thông báo cho các đơn vị chưa nộp.', { to: 'các đơn vị chưa nộp' }],
  ])('%j is %j', (typed, found) => {
    expect(readAnnounced(typed)).toEqual(found);
  });

  it.each([
    'thông báo',
    'thông báo gần đây',
    'thông báo:',
    'thông báo tới:',
    'đã nhận thông báo: rõ',
    'nhận 215: đúng hạn 208',
    'tới tất cả: họp',
    'thông báo phường Đức Thuận',
    `thông báo cho ${'a'.repeat(300)}: họp`,
  ])('%j is none', (typed) => {
    expect(readAnnounced(typed)).toBeUndefined();
  });
});
