/**
 * The whole house behind the Telegram door: a commune official enrols by a link, reports a month by typing and tapping,
 * and gets it right although Telegram, the network and the service itself break off in between.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, makeApp, openHouse, type World } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { figuresOf, filingOf } from '../../db/answers.ts';
import { issueCode } from '../../db/enrolment.ts';
import { personAt, personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { checkRoster } from '../../domain/roster.ts';
import { readRosterSheet } from '../../roster/read.ts';
import { countedRandom } from '../support/random.ts';
import { TOKEN } from '../support/telegram/bot-api.ts';
import { addressOf, closedDoor, type Door, LAN, until } from '../support/telegram/door.ts';
import { unsaid } from '../support/telegram/whole-house.ts';

const ROSTER = new URL('../transcripts/mot-phuong.csv', import.meta.url);

let door: Door;
let folder: string;
let app: App;
let now: number;
let logged: string[];
const world: World = { clock: () => now, random: countedRandom('telegram') };

/** Opens the house on its folder, as a start of the service does. */
async function rise(): Promise<void> {
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  app = makeApp(openHouse(folder, 'real', readConfig({}), world), [door.channel], world, log);
  await app.start();
  await door.opened();
}

async function enrolmentCode(): Promise<string> {
  const { archive, random } = app.house;
  const { rows } = await readRosterSheet(ROSTER.pathname);
  const checked = checkRoster(rows, knownRoster(archive.read));
  archive.write((tx) => applyRoster(tx, checked, now));
  const lan = personByCode(archive.read, 'lan');
  if (lan === undefined) throw new Error('the roster has no Lan');
  return archive.write((tx) => issueCode(tx, lan.id, now, random));
}

/** Somebody does something; resolves when the bot has said all it has to say to that. */
async function after(doing: () => number): Promise<string> {
  now += 10_000;
  const before = new Map(door.api.shown(LAN).map(({ message_id, text }) => [message_id, text]));
  const update = doing();
  await door.api.fate(update);
  await until(() => door.api.updates.waiting.length === 0);
  for (let row = 0; row < 3 || unsaid(app.house.archive.read) > 0; row += 1) {
    // Retries wait seconds to a minute, two messages of one chat a second: it all passes here.
    now += 60_000;
    await app.deliver.drain();
    if (row > 20) throw new Error('the bot did not answer');
  }
  return door.api
    .shown(LAN)
    .filter(({ message_id, text }) => before.get(message_id) !== text)
    .map(({ text }) => text)
    .join('\n');
}
const says = (text: string): Promise<string> => after(() => door.api.says(LAN, text));
const taps = (label: string): Promise<string> => after(() => door.api.taps(LAN, label));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telegram-app-'));
  now = instantOf('2026-10-01', '08:00');
  logged = [];
  door = await closedDoor();
  await rise();
});
afterEach(async () => {
  await app.stop();
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a month on Telegram', () => {
  test('enrolled by link, answered in a few messages and taps, filed', async () => {
    expect(await says('xin chào')).toContain('mã đăng ký');
    const code = await enrolmentCode();
    expect(await says(`/start ${code}`)).toContain('Chào anh/chị Lan');
    expect(personAt(app.house.archive.read, addressOf(LAN))?.code).toBe('lan');

    await says('/nop');
    await says('chuyển qua 4, nhận 210, trực tuyến 140, trước hạn 180, đúng hạn 26, quá hạn 2');
    await taps('Không, cả 6 trong hạn');
    await taps('Bỏ qua');
    await says('163');
    expect(await taps('Không có')).toContain('Tiếp nhận: 210 (trực tuyến 140, trực tiếp 70)');
    expect(await taps('Đúng, gửi')).toMatch(/✓ Đã gửi báo cáo tháng 09\/2026 .*Mã nhận: DT-2609/);

    const { read } = app.house.archive;
    const unit = unitByCode(read, 'duc-thuan')?.id ?? 0;
    expect(filingOf(read, unit, '2026-09')).toBeDefined();
    expect(figuresOf(read, unit, '2026-09').received).toEqual({ kind: 'value', value: 210 });
    // Each step stood where the one before did; what was sent stays readable, and cannot be tapped again.
    const answered = door.api.shown(LAN).filter(({ text }) => /\n\[.+\]$/.test(text));
    expect(answered.map(({ text }) => text.split('\n').at(-1))).toEqual(['[Đúng, gửi]']);
    expect(answered[0]?.was).toEqual([expect.stringContaining('[Không có]')]);
    for (const { keyboard } of answered) expect(keyboard).toBeUndefined();
    expect(logged.join()).not.toContain(TOKEN.slice(11));
  });

  test('comes out the same although everything breaks off in between', async () => {
    await says(`/start ${await enrolmentCode()}`);
    const { faults } = door.api;
    faults.push({ method: 'getUpdates', drop: 'after' }, { method: 'sendMessage', code: 429, retryAfter: 5 });
    await says('/nop');
    faults.push({ method: 'getUpdates', code: 502 }, { method: 'sendMessage', drop: 'before' });
    await says('chuyển qua 4, nhận 210, trực tuyến 140, trước hạn 180, đúng hạn 26, quá hạn 2');
    await app.stop();
    await rise();
    faults.push({ method: 'answerCallbackQuery', drop: 'before' }, { method: 'editMessageText', code: 500, times: 2 });
    await taps('Không, cả 6 trong hạn');
    await taps('Bỏ qua');
    await app.stop();
    const waiting = door.api.says(LAN, '163');
    await rise();
    await until(() => door.api.updates.waiting.length === 0);
    expect(door.api.updates.deliveries(waiting)).toBeGreaterThan(0);
    now += 60_000;
    await app.deliver.drain();
    await taps('Không có');
    await taps('Đúng, gửi');

    const { read } = app.house.archive;
    const unit = unitByCode(read, 'duc-thuan')?.id ?? 0;
    expect(filingOf(read, unit, '2026-09')).toBeDefined();
    const texts = door.api.shown(LAN).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => text.startsWith('✓ Đã gửi'))).toHaveLength(1);
  });

  test('a button of an old message is answered with where the person is now', async () => {
    await says(`/start ${await enrolmentCode()}`);
    await says('/nop');
    await says('chuyển qua 4, nhận 210, trực tuyến 140, trước hạn 180, đúng hạn 26, quá hạn 2');
    for (const text of ['0', 'bỏ qua', '163', 'không']) await says(text);
    const answer = await taps('Tập huấn');
    expect(answer).toContain('Nút này của tin nhắn cũ');
    expect(answer).toContain('Xem lại trước khi gửi');
  });

  test('the report of the year comes as a Word file', async () => {
    await says(`/start ${await enrolmentCode()}`);
    await says('nhận 210, trực tuyến 140, trước hạn 180, đúng hạn 26, quá hạn 2, chuyển qua 4');
    for (const text of ['0', 'bỏ qua', '163', 'không', 'gửi']) await says(text);
    await says('/baocao 2026');
    const { file } = door.api.shown(LAN).findLast((shown) => shown.file !== undefined) ?? {};
    expect(file).toMatchObject({ as: 'document', name: expect.stringMatching(/^bao-cao-nam-2026-.*\.docx$/) });
    expect(file?.bytes.subarray(0, 2).toString()).toBe('PK');
  });
});
