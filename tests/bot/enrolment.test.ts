/** How somebody unknown becomes somebody known, through the whole house; and what is learnt by trying: nothing. */
import { describe, expect, it } from 'vitest';
import { CODE_LIFETIME_DAYS, issueCode, WRONG_TRIES_PER_HOUR } from '../../db/enrolment.ts';
import { identitiesOf, personByCode } from '../../db/people.ts';
import type { PersonId } from '../../domain/person.ts';
import { type PlayedApp, playedApp } from '../support/played-app.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const STRANGER =
  'Trợ lý ISO phục vụ cán bộ đã được cấp mã. Xin gửi mã đăng ký, hoặc liên hệ điều phối viên để được cấp; chưa có mã thì gõ "xin tham gia".';
const REFUSED =
  'Mã chưa đúng hoặc không còn hiệu lực. Xin kiểm tra lại, hoặc liên hệ điều phối viên để được cấp mã khác.';
const NEVER_ISSUED = 'K7QM-2XRT';

function idOf({ archive }: PlayedApp, code: string): PersonId {
  const person = personByCode(archive.read, code);
  if (!person) throw new Error(`nobody ${code}`);
  return person.id;
}

const codeFor = (played: PlayedApp, code: string): string =>
  played.archive.write((tx) => issueCode(tx, idOf(played, code), played.now(), played.random));

describe('a stranger', () => {
  it.each([
    'tinh hinh',
    'xin chào',
    'báo cáo năm 2026 phường Đức Thuận',
    'nhận 215, trực tuyến 150',
    '/start',
    'ai chưa nộp',
    'tôi là Nguyễn Thị Lan, phường Đức Thuận',
  ])('learns nothing but how to enrol by saying %j', async (text) => {
    expect(await playedApp().says('x', text)).toBe(STRANGER);
  });

  it('is answered the same with a button, a picture and an edited message', async () => {
    const { does } = playedApp();
    const answers = [
      await does('x', { kind: 'choice', id: 'run:status', label: 'Tình hình' }),
      await does('x', { kind: 'unsupported', what: 'photo' }),
      await does('x', { kind: 'edit', text: 'tình hình', message: 'm0' }),
    ];
    expect(answers.map(([answer]) => answer?.delivery.text)).toEqual([STRANGER, STRANGER, STRANGER]);
  });

  it('is not answered in a group', async () => {
    expect(await playedApp().does('x', { kind: 'text', text: 'tình hình' }, { group: true })).toEqual([]);
  });

  it('leaves no words of theirs behind', async () => {
    const played = playedApp();
    await played.says('x', 'tôi là Nguyễn Thị Lan, phường Đức Thuận');
    await played.says('x', NEVER_ISSUED);
    expect(played.archive.sqlite.prepare('select said, person_id from inbox').all()).toEqual([
      { said: null, person_id: null },
      { said: null, person_id: null },
    ]);
  });
});

describe('a good code', () => {
  it.each([
    ['as printed', (code: string) => code],
    ['in small letters and in a sentence', (code: string) => `dạ mã của em là ${code.toLowerCase()} ạ`],
  ])('%s enrols its person, names the unit and shows what is to be done', async (_how, typed) => {
    const played = playedApp();
    const said = await played.says('lan-phone', typed(codeFor(played, 'lan')));
    expect(said).toContain('✓ Chào anh/chị Nguyễn Thị Lan. Đã đăng ký: cán bộ báo cáo · UBND phường Đức Thuận.');
    expect(said).toContain('Báo cáo tháng 10/2026 của UBND phường Đức Thuận: chưa gửi, hạn thứ Sáu 06/11.');
    expect(await played.says('lan-phone', 'tôi là ai')).toBe('Nguyễn Thị Lan (cán bộ báo cáo · UBND phường Đức Thuận)');
  });

  it('enrols on a second phone with a second code, and both are answered', async () => {
    const played = playedApp();
    await played.says('phone-1', codeFor(played, 'lan'));
    await played.says('phone-2', codeFor(played, 'lan'));
    expect(identitiesOf(played.archive.read, idOf(played, 'lan'))).toHaveLength(2);
    expect(await played.says('phone-1', 'tôi là ai')).toBe(await played.says('phone-2', 'tôi là ai'));
  });

  it('is not kept as typed', async () => {
    const played = playedApp();
    const code = codeFor(played, 'lan');
    await played.says('lan-phone', code);
    const dump = JSON.stringify(
      ['inbox', 'outbox', 'audit', 'enrolment_codes'].map((table) =>
        played.archive.sqlite.prepare(`select * from ${table}`).all(),
      ),
    );
    expect(dump).not.toContain(code);
    expect(dump).not.toContain(code.replace('-', ''));
  });

  it('counts once when the provider delivers it twice', async () => {
    const played = playedApp();
    const said = { kind: 'text', text: codeFor(played, 'lan') } as const;
    const first = await played.does('lan-phone', said, { id: 'same' });
    expect(first.length).toBeGreaterThan(0);
    expect(await played.does('lan-phone', said, { id: 'same' })).toEqual([]);
  });
});

describe('a bad code', () => {
  it('gets one answer, whether it never was, was used, or has expired', async () => {
    const played = playedApp();
    const used = codeFor(played, 'dp');
    await played.says('dp-phone', used);
    const expired = codeFor(played, 'lan');
    played.later(CODE_LIFETIME_DAYS * DAY);
    for (const [address, code] of [
      ['a', NEVER_ISSUED],
      ['b', used],
      ['c', expired],
    ] as const) {
      expect(await played.says(address, code), address).toBe(REFUSED);
      expect(await played.says(address, 'tình hình'), address).toBe(STRANGER);
    }
  });

  it('is refused a limited number of times an hour; then even a good one waits', async () => {
    const played = playedApp();
    const good = codeFor(played, 'lan');
    for (let tries = 0; tries < WRONG_TRIES_PER_HOUR; tries += 1) {
      expect(await played.says('x', NEVER_ISSUED)).toBe(REFUSED);
    }
    const tooMany = await played.says('x', NEVER_ISSUED);
    expect(tooMany).toBe('Đã thử mã nhiều lần. Xin thử lại sau một giờ, hoặc liên hệ điều phối viên.');
    expect(await played.says('x', good)).toBe(tooMany);
    expect(await played.says('x', 'xin chào')).toBe(STRANGER);
    played.later(HOUR);
    expect(await played.says('x', good)).toContain('✓ Chào anh/chị Nguyễn Thị Lan');
  });

  it('in small letters that may be words is answered as words, and still counts as tried', async () => {
    const played = playedApp();
    for (let tries = 0; tries <= WRONG_TRIES_PER_HOUR; tries += 1) {
      expect(await played.says('x', 'tinh hinh')).toBe(STRANGER);
    }
    expect(await played.says('x', codeFor(played, 'lan'))).toContain('Đã thử mã nhiều lần');
  });

  it('of one does not lock another out', async () => {
    const played = playedApp();
    for (let tries = 0; tries <= WRONG_TRIES_PER_HOUR; tries += 1) await played.says('x', NEVER_ISSUED);
    expect(await played.says('y', codeFor(played, 'lan'))).toContain('✓ Chào anh/chị Nguyễn Thị Lan');
  });
});
