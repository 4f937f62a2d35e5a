/** One message, one transaction: taken once, whole or not at all, and never without an answer. */
import { describe, expect, it } from 'vitest';
import { makeReceive } from '../../bot/receive.ts';
import { figuresOf, filingOf } from '../../db/answers.ts';
import { brokenAt } from '../../db/audit.ts';
import { type StoredSession, sessionOf } from '../../db/sessions.ts';
import { unitByCode } from '../../db/units.ts';
import { value } from '../../domain/figure.ts';
import { INBOUND_TEXT_MAX, type Said } from '../../domain/message.ts';
import { addressOf, type Office, office } from '../support/office.ts';

const MONTH =
  'nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0';

const unitId = ({ house }: Office) => unitByCode(house.archive.read, 'duc-thuan')?.id ?? 0;
const personId = ({ temporary }: Office, code: string) =>
  (temporary.archive.sqlite.prepare('select id from people where code = ?').get(code) as { id: number }).id;
const sessionIn = (at: Office): StoredSession | undefined => sessionOf(at.house.archive.read, personId(at, 'lan'));
const stagedIn = (at: Office) => (sessionIn(at)?.state as { staged: { figures: object } } | undefined)?.staged.figures;

/** Everything in the archive but what a claimed message leaves by itself. */
const TABLES = ['answers', 'filings', 'documents', 'sessions', 'audit', 'timers'] as const;
const contents = (at: Office) =>
  TABLES.map((table) => at.temporary.archive.sqlite.prepare(`select * from ${table}`).all());

/** A month of the ward, sent. */
async function sendMonth(at: Office): Promise<string> {
  await at.says('lan', MONTH);
  await at.says('lan', '163');
  await at.says('lan', 'không có');
  return at.says('lan', 'gửi');
}

describe('a message', () => {
  it('becomes a month in the end, with who said it in which message', async () => {
    const at = office();
    expect(await sendMonth(at)).toContain('Đã gửi báo cáo tháng 10/2021');
    expect(figuresOf(at.house.archive.read, unitId(at), '2021-10')).toMatchObject({
      received: value(215),
      received_direct: value(65),
      pending_total: value(7),
    });
    const said = at.temporary.archive.sqlite
      .prepare("select said_by, inbox_id from answers where indicator = 'received'")
      .get();
    expect(said).toEqual({ said_by: personId(at, 'lan'), inbox_id: at.count('inbox') });
    expect(brokenAt(at.house.archive.read)).toBeUndefined();
  });

  it('delivered twice does nothing more, and is not answered twice', async () => {
    const at = office();
    await at.does('lan', { kind: 'text', text: MONTH }, { id: 'same' });
    const before = contents(at);
    expect(await at.does('lan', { kind: 'text', text: MONTH }, { id: 'same' })).toEqual([]);
    expect(contents(at)).toEqual(before);
  });

  it('that sends a month, delivered twice, sends it once', async () => {
    const at = office();
    for (const text of [MONTH, '163', 'không có']) await at.says('lan', text);
    await at.does('lan', { kind: 'text', text: 'gửi' }, { id: 'send' });
    const before = contents(at);
    await at.does('lan', { kind: 'text', text: 'gửi' }, { id: 'send' });
    expect(contents(at)).toEqual(before);
    expect(at.count('filings')).toBe(1);
  });

  it('of one person does not move another', async () => {
    const at = office();
    await at.says('lan', 'nhận 215');
    await at.says('nam', 'nhận 90');
    expect(stagedIn(at)).toEqual({ received: value(215) });
  });

  it.each<[string, Said]>([
    ['a picture', { kind: 'unsupported', what: 'photo' }],
    ['a voice', { kind: 'unsupported', what: 'voice' }],
    ['a text that is too long', { kind: 'text', text: 'nhận 215 '.repeat(INBOUND_TEXT_MAX / 9 + 1) }],
    ['an identity number', { kind: 'text', text: 'ông A số căn cước 042085001234' }],
    ['a secrecy mark', { kind: 'text', text: 'công văn MẬT số 12/UBND' }],
  ])('of %s is answered and changes nothing', async (_promise, said) => {
    const at = office();
    await at.says('lan', 'nhận 215');
    const before = stagedIn(at);
    const answers = await at.does('lan', said);
    expect(answers).toHaveLength(1);
    expect(stagedIn(at)).toEqual(before);
  });

  it.each<[string, Said]>([
    ['too long', { kind: 'text', text: 'a'.repeat(INBOUND_TEXT_MAX + 1) }],
    ['an identity number', { kind: 'text', text: 'ông A số căn cước 042085001234' }],
    ['an identity number edited in', { kind: 'edit', text: 'ông A số căn cước 042085001234', message: 'm1' }],
    ['a secrecy mark', { kind: 'text', text: 'công văn MẬT số 12/UBND' }],
  ])('that is %s is not stored', async (_promise, said) => {
    const at = office();
    await at.does('lan', said);
    expect(at.temporary.archive.sqlite.prepare('select said from inbox').all()).toEqual([{ said: null }]);
  });

  it('of exactly the greatest length is read', async () => {
    const at = office();
    const text = 'nhận 215'.padEnd(INBOUND_TEXT_MAX, ' ');
    expect(await at.says('lan', text)).not.toContain('quá dài');
    expect(stagedIn(at)).toEqual({ received: value(215) });
  });
});

describe('in a group', () => {
  it('nobody is answered, nothing is laid down, and nothing is said of figures', async () => {
    const at = office();
    await sendMonth(at);
    const before = contents(at);
    for (const code of ['lan', 'sang', 'khach']) {
      for (const text of ['tình hình', 'ai chưa nộp', 'nhận 999', 'báo cáo năm 2021']) {
        expect(await at.does(code, { kind: 'text', text }, { group: true })).toEqual([]);
      }
    }
    expect(contents(at)).toEqual(before);
  });
});

describe('a message of what no month asks, while nothing is open', () => {
  it.each([
    ['đoàn kiểm tra của tỉnh 2 cuộc', 'thuộc phần bổ sung báo cáo năm'],
    ['khiếu nại 1', 'không có mục ghi khiếu nại (1)'],
  ])('%j is told so and opens no month', async (text, said) => {
    const at = office();
    const told = await at.says('lan', text);
    expect(told).toContain(said);
    expect(told).not.toContain('Câu 1');
  });
});

describe('an edited message', () => {
  it('that names figures corrects them', async () => {
    const at = office();
    await at.says('lan', 'nhận 215, trực tuyến 150');
    await at.does('lan', { kind: 'edit', text: 'nhận 216, trực tuyến 150', message: 'm1' });
    expect(stagedIn(at)).toEqual({ received: value(216), received_online: value(150) });
  });

  it('that names a figure of the year corrects it in the annual supplement', async () => {
    const at = office();
    await at.says('lan', 'bổ sung báo cáo năm 2021');
    await at.does('lan', { kind: 'edit', text: 'đoàn kiểm tra của tỉnh 2 cuộc', message: 'm1' });
    expect(stagedIn(at)).toEqual({ inspections_received: value(2) });
  });

  it('that names figures of a month already sent opens its correction', async () => {
    const at = office();
    await sendMonth(at);
    const [answer] = await at.does('lan', { kind: 'edit', text: 'tháng 10 nhận 216', message: 'm1' });
    expect(answer?.text).toContain('216');
    expect(figuresOf(at.house.archive.read, unitId(at), '2021-10').received).toEqual(value(215));
    await at.says('lan', 'gửi');
    expect(figuresOf(at.house.archive.read, unitId(at), '2021-10').received).toEqual(value(216));
  });

  it.each(['216', 'không', 'gửi', 'có'])('%j never falls into the question now open', async (text) => {
    const at = office();
    await at.says('lan', 'nhận 215');
    const before = stagedIn(at);
    const [answer, ...more] = await at.does('lan', { kind: 'edit', text, message: 'm1' });
    expect(answer?.text).toContain('Tin vừa sửa chưa được tính');
    expect(more).toEqual([]);
    expect(stagedIn(at)).toEqual(before);
  });

  it('sends nothing from the review', async () => {
    const at = office();
    for (const text of [MONTH, '163', 'không có']) await at.says('lan', text);
    await at.does('lan', { kind: 'edit', text: 'gửi', message: 'm1' });
    expect(at.count('filings')).toBe(0);
  });
});

describe('a button', () => {
  const buttons = (at: Office) => (at.heard('lan').at(-1)?.choices ?? []).flat();

  it('of the message last sent is taken', async () => {
    const at = office();
    await at.says('lan', 'báo cáo tháng 10');
    const nothing = buttons(at).find(({ label }) => label === 'Chưa có số liệu');
    await at.does('lan', { kind: 'choice', id: nothing?.id ?? '' });
    expect(stagedIn(at)).toMatchObject({ carried_over: { kind: 'no_data' } });
  });

  it('of an older message is answered with the question open now, and answers nothing', async () => {
    const at = office();
    await at.says('lan', 'báo cáo tháng 10');
    const old = buttons(at).find(({ label }) => label === 'Chưa có số liệu');
    await at.says('lan', '6');
    const before = stagedIn(at);
    const [answer] = await at.does('lan', { kind: 'choice', id: old?.id ?? '' });
    expect(answer?.text).toContain('tin nhắn cũ');
    expect(answer?.text).toContain('tiếp nhận bao nhiêu');
    expect(stagedIn(at)).toEqual(before);
  });

  it.each([
    '',
    'run:',
    'run:check-in:999:2021-10',
    'run:report:x:y',
    'send',
    '~',
    'clarify:0',
    'run:check-in:1:2021-99',
  ])('with the id %j, which nobody offered, is answered politely and does nothing', async (id) => {
    const at = office();
    const answers = await at.does('lan', { kind: 'choice', id });
    expect(answers).toHaveLength(1);
    expect(at.count('filings') + at.count('answers')).toBe(0);
    expect(at.log.error).not.toHaveBeenCalled();
  });

  it('of another unit does nothing for somebody who may not', async () => {
    const at = office();
    await at.does('nam', { kind: 'choice', id: `run:check-in:${unitId(at)}:2021-10` });
    expect(sessionOf(at.house.archive.read, personId(at, 'nam'))?.flow ?? '').toBe('');
  });
});

describe('a turn that fails', () => {
  const failing = (house: Office['house']): Office['house'] => ({
    ...house,
    random: () => {
      throw new Error('no randomness');
    },
  });

  it('leaves no trace, tells the person, and keeps what was answered before', async () => {
    const at = office(failing);
    for (const text of [MONTH, '163', 'không có']) await at.says('lan', text);
    const before = contents(at);
    expect(await at.says('lan', 'gửi')).toContain('Trợ lý gặp lỗi');
    expect(contents(at)).toEqual(before);
    expect(filingOf(at.house.archive.read, unitId(at), '2021-10')).toBeUndefined();
    expect(at.log.error).toHaveBeenCalledTimes(1);
    expect(sessionIn(at)).toBeDefined();
  });

  it('is not made again when the message is delivered again', async () => {
    const at = office(failing);
    for (const text of [MONTH, '163', 'không có']) await at.says('lan', text);
    await at.does('lan', { kind: 'text', text: 'gửi' }, { id: 'send' });
    expect(await at.does('lan', { kind: 'text', text: 'gửi' }, { id: 'send' })).toEqual([]);
    expect(at.log.error).toHaveBeenCalledTimes(1);
  });

  it('does not write down what was said in the log', async () => {
    const at = office(failing);
    for (const text of [MONTH, '163', 'không có', 'gửi']) await at.says('lan', text);
    expect(JSON.stringify(at.log.error.mock.calls)).not.toContain('215');
  });

  it('because the archive cannot be written is given back to the provider, to be delivered again', async () => {
    const at = office();
    const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    let locked = true;
    const archive = {
      ...at.house.archive,
      write: <T>(work: Parameters<typeof at.house.archive.write<T>>[0]): T => {
        if (locked) throw busy;
        return at.house.archive.write(work);
      },
    };
    const receive = makeReceive({
      house: { ...at.house, archive },
      clock: () => at.now(),
      nudge: () => {},
      log: at.log,
    });
    const inbound = { address: addressOf('lan'), id: 'late', said: { kind: 'text', text: 'nhận 215' } } as const;
    await expect(receive(inbound)).rejects.toThrow('locked');
    expect(at.count('inbox')).toBe(0);
    locked = false;
    await receive(inbound);
    expect(stagedIn(at)).toEqual({ received: value(215) });
  });
});
