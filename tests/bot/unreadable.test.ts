/** A conversation another version of the program wrote: closed with a word, never lost in silence, never in the way. */
import { describe, expect, it } from 'vitest';
import { keepSession, type StoredSession } from '../../db/sessions.ts';
import { value } from '../../domain/figure.ts';
import { type Office, office } from '../support/office.ts';

const MONTH =
  'nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0';

const personId = ({ temporary }: Office, code: string) =>
  (temporary.archive.sqlite.prepare('select id from people where code = ?').get(code) as { id: number }).id;

/** A month of the ward, sent. */
async function sendMonth(at: Office): Promise<string> {
  await at.says('lan', MONTH);
  await at.says('lan', '163');
  await at.says('lan', 'không có');
  return at.says('lan', 'gửi');
}

describe('a conversation this program cannot read', () => {
  const figures = { received: value(215), resolved_late: value(2), late_reason: value('máy hỏng') };
  const open: StoredSession = {
    flow: 'monthly-check-in',
    version: 1,
    state: { unit: 3, period: '2021-10', correcting: false, staged: { figures } },
    paused: false,
    offered: null,
  };

  it.each<[string, StoredSession]>([
    ['of a newer version', { ...open, version: 99 }],
    ['of an older version', { ...open, version: 0 }],
    ['of another shape', open],
    ['of a kind that is gone', { ...open, flow: 'quarterly' }],
    ['that stood aside', { ...open, version: 99, paused: true }],
  ])('%s is closed with a word and the figures that were in it', async (_promise, session) => {
    const at = office();
    at.house.archive.write((tx) => keepSession(tx, personId(at, 'lan'), session, at.now()));
    const answer = await at.says('lan', 'chào');
    expect(answer).toContain('không mở tiếp được');
    expect(answer).toContain('215');
    expect(answer).toContain('chưa gửi');
    expect(at.log.error).not.toHaveBeenCalled();
    expect(await at.says('lan', 'chào')).not.toContain('không mở tiếp được');
    expect(await sendMonth(at)).toContain('Đã gửi báo cáo tháng 10/2021');
  });

  it.each([
    'nhận 215',
    'báo cáo tháng 10',
    'sửa tháng 10',
    'tiếp tục',
    'bỏ nháp',
    'tình hình',
    '215',
    'bổ sung báo cáo năm 2021',
    'ông A số căn cước 042085001234',
  ])('does not stand in the way of %j', async (text) => {
    const at = office();
    at.house.archive.write((tx) => keepSession(tx, personId(at, 'lan'), open, at.now()));
    expect(await at.says('lan', text)).toContain('không mở tiếp được');
    expect(at.log.error).not.toHaveBeenCalled();
  });

  it('whose row is damaged is closed all the same', async () => {
    const at = office();
    await at.says('lan', 'nhận 215');
    at.temporary.archive.sqlite.exec(`update sessions set state = '{"state":{"un'`);
    expect(await at.says('lan', 'chào')).toContain('không mở tiếp được');
    expect(at.log.error).not.toHaveBeenCalled();
  });

  it('is closed by a picture too, whose answer is still given', async () => {
    const at = office();
    at.house.archive.write((tx) => keepSession(tx, personId(at, 'lan'), open, at.now()));
    const answers = await at.does('lan', { kind: 'unsupported', what: 'photo' });
    expect(answers.map(({ text }) => text).join()).toContain('chỉ đọc được chữ');
  });
});
