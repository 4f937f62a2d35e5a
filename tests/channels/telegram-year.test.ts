/**
 * A commune's year on Telegram: twelve months reported by a person who reads what is asked and answers it, while
 * Telegram, the network and the service break off in between; at its end the report holds the year as it was said.
 */
import { isDeepStrictEqual } from 'node:util';
import { gt } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { figuresOf, filingsBetween } from '../../db/answers.ts';
import { answers, inbox, outbox } from '../../db/schema.ts';
import { unitByCode } from '../../db/units.ts';
import { formatNumber } from '../../locales/format.ts';
import { paragraphsOf } from '../../reports/word-text.ts';
import { type Fault, TOKEN } from '../support/telegram/bot-api.ts';
import type { Shown } from '../support/telegram/chats.ts';
import { LAN } from '../support/telegram/door.ts';
import { mostWithin, sends, type WholeHouse, wholeHouse } from '../support/telegram/whole-house.ts';

interface Month {
  carried: number;
  received: number;
  online: number;
  early: number;
  onTime: number;
  late: number;
}

/** Illustrative figures of 2026, each month carrying over what the one before left pending. */
const YEAR: Month[] = [
  { carried: 4, received: 150, online: 90, early: 120, onTime: 20, late: 2 },
  { carried: 12, received: 160, online: 98, early: 140, onTime: 22, late: 0 },
  { carried: 10, received: 185, online: 110, early: 160, onTime: 25, late: 1 },
  { carried: 9, received: 190, online: 121, early: 170, onTime: 20, late: 0 },
  { carried: 9, received: 180, online: 115, early: 155, onTime: 24, late: 3 },
  { carried: 7, received: 195, online: 127, early: 171, onTime: 26, late: 0 },
  { carried: 5, received: 191, online: 131, early: 165, onTime: 21, late: 0 },
  { carried: 10, received: 186, online: 129, early: 160, onTime: 30, late: 1 },
  { carried: 5, received: 200, online: 144, early: 175, onTime: 24, late: 0 },
  { carried: 6, received: 205, online: 150, early: 170, onTime: 31, late: 2 },
  { carried: 8, received: 197, online: 149, early: 173, onTime: 22, late: 0 },
  { carried: 10, received: 210, online: 163, early: 181, onTime: 28, late: 4 },
];

/** July is sent with a figure mistyped and corrected afterwards. */
const MISTYPED = 6;

const sum = (name: keyof Month): number => YEAR.reduce((total, month) => total + month[name], 0);

/** When each of them is reported. */
const DAYS = [
  '2026-02-03',
  '2026-03-03',
  '2026-04-02',
  '2026-05-05',
  '2026-06-02',
  '2026-07-02',
  '2026-08-04',
  '2026-09-04',
  '2026-10-02',
  '2026-11-03',
  '2026-12-02',
  '2027-01-05',
];

/** Everything is answered with one message, but enrolling with two: a welcome and what can be done now. */
const GREETING = 1;

/** The message is on the screen and the bot never hears of it: it sends it again, as nobody can be asked. */
const ARRIVAL_UNCONFIRMED: Fault = { method: 'sendMessage', drop: 'after' };

/** What goes wrong next: one after the other, one with each thing the person does. */
const TROUBLES: Fault[] = [
  { method: 'sendMessage', chat: LAN, code: 429, retryAfter: 3 },
  { method: 'getUpdates', drop: 'after' },
  { method: 'sendMessage', code: 502 },
  { method: 'getUpdates', code: 500 },
  { method: 'sendMessage', drop: 'before' },
  { method: 'getUpdates', drop: 'before' },
  ARRIVAL_UNCONFIRMED,
  { method: 'editMessageText', drop: 'after' },
  { method: 'getUpdates', code: 429, retryAfter: 2 },
  { method: 'sendMessage', page: '<html>Bad gateway</html>', status: 502 },
  { method: 'answerCallbackQuery', drop: 'before' },
];

let house: WholeHouse;
/** Things the person did so far. */
let done: number;
/** Distinct updates Telegram had for the bot. */
let updates: Set<number>;
/** What the house said, by its row: after a quarter the archive keeps no words. */
let spoken: Map<number, string>;

beforeEach(async () => {
  house = await wholeHouse('2026-01-20', '09:00');
  done = 0;
  updates = new Set();
  spoken = new Map();
});
afterEach(() => house.close());

/** Everything shown so far: messages, and what stood in the same place before. */
const seen = (): number => house.door.api.shown(LAN).reduce((count, { was = [] }) => count + 1 + was.length, 0);

/** Somebody does something while something goes wrong; resolves when the bot has nothing left to say. */
async function after(doing: () => number): Promise<void> {
  const { api } = house.door;
  done += 1;
  const before = seen();
  const trouble = TROUBLES[done % TROUBLES.length];
  if (trouble && !api.faults.some(({ times = 1 }) => times > 0)) api.faults.push({ ...trouble });
  updates.add(doing());
  if (done % 9 === 4) await house.restart();
  await house.settle(500);
  expect(seen(), `an answer to what was done as number ${done}`).toBeGreaterThan(before);
}

const says = (text: string): Promise<void> => after(() => house.door.api.says(LAN, text));

/** Telegram delivers the same update once more. */
async function saysTwice(text: string): Promise<void> {
  await after(() => {
    const { api } = house.door;
    const update = api.says(LAN, text);
    return api.says(LAN, text, update);
  });
}

/** An impatient finger; the second tap is an update of its own. */
async function tapsTwice(label: string): Promise<void> {
  await after(() => {
    const { api } = house.door;
    updates.add(api.taps(LAN, label));
    return api.taps(LAN, label);
  });
}

/** What the person is asked, by a button or by words, and what they answer: a text, or the button's label to tap. */
function answerTo(month: Month): { tap: string } | { text: string } {
  const { text, keyboard = [] } = house.door.api.shown(LAN).at(-1) ?? { text: '' };
  const labels = keyboard.flat().map((button) => button.text);
  const tap = labels.find((label) => /^(Làm việc 1|Đúng, gửi|Không, cả \d+ trong hạn|Bỏ qua|Không có)$/.test(label));
  const asked: [RegExp, string][] = [
    [/Kỳ trước chuyển qua bao nhiêu/, String(month.carried)],
    [/tiếp nhận bao nhiêu hồ sơ\?/, String(month.received)],
    [/trực tuyến bao nhiêu\?/, String(month.online)],
    [/Đã giải quyết bao nhiêu hồ sơ/, `${month.early}, ${month.onTime}, ${month.late}`],
    [/Tổng số TTHC/, '163'],
  ];
  const said = asked.find(([question]) => question.test(text))?.[1];
  if (said !== undefined) return { text: said };
  if (tap !== undefined) return { tap };
  throw new Error(`nobody would know what to answer: ${text} ${labels.join()}`);
}

/** Answers what is asked until all is said, and sends the month. */
async function report(month: Month): Promise<void> {
  const { api } = house.door;
  for (let turn = 0; turn < 15; turn += 1) {
    const answer = answerTo(month);
    if ('text' in answer) await (turn % 3 === 1 ? saysTwice(answer.text) : says(answer.text));
    else if (answer.tap === 'Đúng, gửi') return tapsTwice(answer.tap);
    else await after(() => api.taps(LAN, answer.tap));
  }
  throw new Error('the month was never sent');
}

/** Three answers typed while the service is down, and handed over in the wrong order when it is back. */
async function reportsWhileDown({ received, online, early, onTime, late }: Month): Promise<void> {
  const { api } = house.door;
  await house.app.stop();
  for (const text of [received, online, [early, onTime, late].join(', ')]) updates.add(api.says(LAN, String(text)));
  api.updates.reversed = true;
  await house.rise();
  await house.settle(500);
  api.updates.reversed = false;
}

/** One month, begun in one of three ways after the bot asked for it. */
async function reportMonth(month: Month, index: number): Promise<void> {
  const { received, online, early, onTime, late } = month;
  if (index % 3 === 1) {
    const tallies = `trước hạn ${early}, đúng hạn ${onTime}, quá hạn ${late}`;
    await says(`nhận ${received}, trực tuyến ${online}, ${tallies}`);
  }
  if (index % 6 === 2) await reportsWhileDown(month);
  await report(month);
}

/** How often each text is there. */
function tally(texts: string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

/** Notes the words of what was said since. */
function listen(): void {
  for (const { id, message } of house.read.select().from(outbox).all()) {
    if (!spoken.has(id)) spoken.set(id, (JSON.parse(message) as { text: string }).text);
  }
}

/** What was shown more often than the house said it, and what less often. */
function discrepancies(): { doubled: string[]; lost: string[] } {
  listen();
  const told = tally([...spoken.values()]);
  const answered = /\n\[[^\n]+\]$/;
  const all = house.door.api.shown(LAN).flatMap(({ text, was = [] }) => [...was, text]);
  const shown = tally(all.map((text) => text.replace(answered, '')));
  const surplus = (of: Map<string, number>, over: Map<string, number>): string[] =>
    [...of].flatMap(([text, times]) => Array<string>(Math.max(0, times - (over.get(text) ?? 0))).fill(text));
  return { doubled: surplus(shown, told), lost: surplus(told, shown) };
}

/** The year's figures in force, as the archive has them. */
function expectYearAsSaid(): void {
  const { read } = house;
  const unit = unitByCode(read, 'duc-thuan')?.id ?? 0;
  const periods = YEAR.map((_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
  expect(filingsBetween(read, unit, '2026-01', '2026-12').map(({ period }) => period)).toEqual(periods);
  for (const [index, { carried, received, online, early, onTime, late }] of YEAR.entries()) {
    const figures = figuresOf(read, unit, periods[index] ?? '');
    const value = (count: number) => ({ kind: 'value', value: count });
    expect(figures, periods[index]).toMatchObject({
      carried_over: value(carried),
      received: value(received),
      received_online: value(online),
      received_direct: value(received - online),
      resolved_early: value(early),
      resolved_on_time: value(onTime),
      resolved_late: value(late),
      pending_total: value(carried + received - early - onTime - late),
    });
  }
  const again = read.select().from(answers).where(gt(answers.revision, 1)).all();
  expect(again.map(({ period, indicator }) => `${period} ${indicator}`).sort()).toEqual([
    '2026-07 received_direct',
    '2026-07 received_online',
  ]);
}

/** Each message came once, and is answered once; what came twice is only what Telegram could not confirm. */
function expectNothingLostNorDoubled(): void {
  const { read, door } = house;
  const { faults } = door.api;
  expect(read.select().from(inbox).all()).toHaveLength(updates.size);
  const rows = read.select().from(outbox).all();
  expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
  expect(rows.filter(({ priority }) => priority === 0)).toHaveLength(updates.size + GREETING);
  expect(rows.filter(({ priority }) => priority === 1)).toHaveLength(YEAR.length);
  const unconfirmed = faults.filter((fault) => isDeepStrictEqual(fault, { ...ARRIVAL_UNCONFIRMED, times: 0 }));
  const { doubled, lost } = discrepancies();
  expect(lost).toEqual([]);
  expect(doubled).toHaveLength(unconfirmed.length);
}

/** What went wrong at least once: each trouble there is. */
function expectEveryTroubleMet(): void {
  const { faults } = house.door.api;
  const met = (trouble: Fault): boolean => faults.some((fault) => isDeepStrictEqual(fault, { ...trouble, times: 0 }));
  expect(TROUBLES.filter((trouble) => !met(trouble))).toEqual([]);
}

function expectReportOfTheYear(file: Shown['file']): void {
  expect(file).toMatchObject({ as: 'document', name: 'bao-cao-nam-2026-duc-thuan.docx' });
  const text = paragraphsOf(file?.bytes ?? new Uint8Array()).join('\n');
  expect(text).toContain(`tiếp nhận ${formatNumber(sum('received'))} `);
  expect(text).toContain(`trực tuyến ${formatNumber(sum('online'))} `);
  expect(text).toContain(`trực tiếp ${formatNumber(sum('received') - sum('online'))} `);
  expect(text).toContain(`trước hạn ${formatNumber(sum('early'))} `);
  expect(text).toContain(`đúng hạn ${formatNumber(sum('onTime'))} `);
  expect(text).toContain(`quá hạn ${formatNumber(sum('late'))} `);
  expect(text).toContain('Hồ sơ đang giải quyết trong hạn: 07 ');
}

test('twelve months and their report: nothing lost, nothing doubled, no limit broken', async () => {
  const { door } = house;
  const { api } = door;
  await says(`/start ${await house.enrolmentCode()}`);
  for (const [index, month] of YEAR.entries()) {
    house.set(DAYS[index] ?? '', '08:30');
    await house.settle(500);
    listen();
    await reportMonth(index === MISTYPED ? { ...month, online: 113 } : month, index);
    if (index !== MISTYPED) continue;
    for (const text of ['sửa tháng 7', '2', `${month.received}, ${month.online}`]) await says(text);
    await after(() => api.taps(LAN, 'Đúng, gửi bản sửa'));
  }
  expectYearAsSaid();
  expectEveryTroubleMet();
  expectNothingLostNorDoubled();

  await says('/baocao 2026');
  const files = api.shown(LAN).filter(({ file }) => file !== undefined);
  expect(files).toHaveLength(1);
  expectReportOfTheYear(files[0]?.file);
  const moments = sends(door).map(({ at }) => at);
  expect(mostWithin(1_000, moments)).toBe(1);
  expect(door.logged.join()).not.toContain(TOKEN.slice(11));
});
