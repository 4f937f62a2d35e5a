/**
 * A commune's year through the real zca-js, as the service runs it: twelve months asked and answered on Zalo while lines
 * drop, frames are lost or repeated and the service is restarted. What counts is what the archive holds at the end.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { figuresOf, filingOf } from '../../db/answers.ts';
import { personAt } from '../../db/people.ts';
import { unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { value } from '../../domain/figure.ts';
import { opensOn, type Period, periodMonth, periodsOfYear } from '../../domain/period.ts';
import { type RealDoors, realDoors } from '../support/real-doors.ts';
import { LAN } from '../support/zalo/loopback-zalo.ts';
import { lan } from '../support/zalo/zalo-door.ts';

/** A month as Lan knows it; each leaves as many dossiers as the next says were carried over. */
interface Month {
  received: number;
  online: number;
  /** Early, on time, late. */
  resolved: readonly [early: number, onTime: number, late: number];
  trained?: number;
}

const CARRIED_INTO_JANUARY = 4;
const REASON = 'phần mềm lỗi, đã trả dân đúng hẹn';

/** Different each month, so that a figure in the wrong month is seen. Three of the months have late dossiers. */
const monthOf = (period: Period): Month => {
  const month = periodMonth(period);
  const late = month % 4 === 0 ? 2 : 0;
  return {
    received: 200 + month,
    online: 140 + month,
    resolved: [169 + month + (month % 3), 30 - late, late],
    ...(month === 6 ? { trained: 3 } : {}),
  };
};

/** What Lan types to a question, the way people do who have no buttons. */
const replyTo = (question: string, { received, online, resolved, trained }: Month, said: Set<string>): string => {
  const replies: readonly [RegExp, string][] = [
    [/Xem lại trước khi gửi/, 'gửi'],
    [/còn việc nào khác/, '7'],
    [/việc nào sau đây/, trained === undefined || said.has('6') ? '8' : '6'],
    [/số lượt cán bộ cử đi/, `${trained}, 0`],
    [/Tổng số TTHC/, '163'],
    [/Lý do \d+ hồ sơ quá hạn/, REASON],
    [/có bao nhiêu hồ sơ quá hạn/, 'ko'],
    [/trước hạn, đúng hạn, quá hạn\? Gõ ba số/, resolved.join(', ')],
    [/trực tuyến bao nhiêu/, String(online)],
    [/tiếp nhận bao nhiêu hồ sơ/, String(received)],
    [/Kỳ trước chuyển qua bao nhiêu/, String(CARRIED_INTO_JANUARY)],
  ];
  const reply = replies.find(([asked]) => asked.test(question))?.[1];
  if (reply === undefined) throw new Error(`Lan does not know what to say to: ${question}`);
  return reply;
};

let here: RealDoors;

beforeEach(async () => {
  here = await realDoors(['zalo-personal'], '2026-01-28');
  await here.rise();
  await here.pass('Zalo is open', () => here.isOpen('zalo-personal'));
});
afterEach(() => here.close());

/** Ends the line; says something into the gap; the door comes back by itself. */
async function afterDrop(text: string): Promise<string> {
  here.zalo.drop();
  await here.zalo.until('the line is gone', () => !here.zalo.isConnected);
  return here.onZalo(LAN, text, { lost: true });
}

/** A frame that never arrives on a line that works; only after the next drop is it asked for. */
async function lostThenDrop(text: string): Promise<string> {
  const answer = here.onZalo(LAN, text, { lost: true });
  here.zalo.drop();
  return answer;
}

/** The service goes down, somebody writes, and it is started again. */
async function overRestart(text: string): Promise<string> {
  await here.fall();
  const answer = here.onZalo(LAN, text, { lost: true });
  await here.rise();
  return answer;
}

const plainly = (text: string): Promise<string> => here.onZalo(LAN, text);
const twice = (text: string): Promise<string> => here.onZalo(LAN, text, { times: 2 });

/** Zalo hands a message over again under another id. */
async function underAnotherId(text: string): Promise<string> {
  const answer = here.onZalo(LAN, text);
  const said = here.zalo.history.user.page(null).at(-1);
  if (said) here.zalo.repeat(said, { msgId: String(BigInt(said.msgId) + 500_000n) });
  return answer;
}

const enrol = async (): Promise<void> => {
  here.zalo.requestFriendship(LAN, `Em là Lan, mã ${here.codeFor('lan')} ạ`);
  await here.pass('Lan is enrolled', () => personAt(here.app.house.archive.read, lan)?.code === 'lan');
  await here.settle();
};

/** Ways a message may fare, one after the other through the year. */
const WAYS = [plainly, twice, afterDrop, underAnotherId, lostThenDrop];
/** A restart comes so often: each draws the key of the login anew, which is slow on purpose. */
const RESTART_EVERY = 17;

/** Opens the month as the clock does, and answers it question by question. @returns all that the bot said */
async function answerMonth(period: Period, way: (turn: number) => (text: string) => Promise<string>): Promise<string> {
  const { window, calendar } = here.app.house;
  here.clock.set(instantOf(opensOn(period, window, calendar), '08:00'));
  const before = here.zalo.shown(LAN).length;
  // Some months open while the line is down.
  if (periodMonth(period) % 5 === 0) here.zalo.drop();
  await here.app.loop.tick();
  await here.settle();
  let shown = here.zalo.shown(LAN).slice(before).join('\n');
  const month = monthOf(period);
  const said = new Set<string>();
  for (let turn = 0; !shown.includes('✓ Đã gửi báo cáo'); turn += 1) {
    if (turn > 20) throw new Error('the month does not end');
    const reply = replyTo(shown.slice(shown.lastIndexOf('Câu ')), month, said);
    said.add(reply);
    shown = await way(turn)(reply);
  }
  return here.zalo.shown(LAN).slice(before).join('\n');
}

const YEAR = periodsOfYear(2026);

/** What the archive must hold of each month: what was said, and what follows from it. */
function figuresExpected() {
  let carried = CARRIED_INTO_JANUARY;
  return YEAR.map((period) => {
    const { received, online, resolved, trained } = monthOf(period);
    const [early, onTime, late] = resolved;
    const pending = carried + received - early - onTime - late;
    const figures = {
      carried_over: value(carried),
      received: value(received),
      received_online: value(online),
      received_direct: value(received - online),
      resolved_early: value(early),
      resolved_on_time: value(onTime),
      resolved_late: value(late),
      pending_total: value(pending),
      pending_overdue: value(0),
      procedures_total: value(163),
      ...(late > 0 ? { late_reason: value(REASON) } : {}),
      ...(trained === undefined ? {} : { training_attendees: value(trained), training_courses_hosted: value(0) }),
    };
    carried = pending;
    return figures;
  });
}

describe('a year on Zalo', () => {
  test('twelve months are filed as they were said, nothing lost and nothing doubled', async () => {
    await enrol();
    let turns = 0;
    const next = () => {
      turns += 1;
      return turns % RESTART_EVERY === 0 ? overRestart : (WAYS[turns % WAYS.length] ?? plainly);
    };
    for (const period of YEAR) await answerMonth(period, next);

    const { read } = here.app.house.archive;
    const unit = unitByCode(read, 'duc-thuan')?.id ?? 0;
    for (const [index, figures] of figuresExpected().entries()) {
      const period = YEAR[index] ?? '';
      expect(filingOf(read, unit, period), period).toBeDefined();
      expect(figuresOf(read, unit, period), period).toMatchObject(figures);
    }
    const texts = here.zalo.shown(LAN);
    for (const period of YEAR) {
      const name = `${period.slice(5)}/2026`;
      expect(
        texts.filter((text) => text.includes(`đã đến kỳ báo cáo tháng ${name}`)),
        name,
      ).toHaveLength(1);
      expect(
        texts.filter((text) => text.includes(`✓ Đã gửi báo cáo tháng ${name}`)),
        name,
      ).toHaveLength(1);
    }
    expect(here.rows('select 1 from filings')).toHaveLength(12);
    // Every message was taken once, and no answer was ever given a second time.
    expect(here.rows("select 1 from inbox where message_id not like 'cli:%'")).toHaveLength(turns + 1);
    expect(here.rows('select max(revision) as revisions from answers')).toEqual([{ revisions: 1 }]);
    expect(here.rows("select 1 from outbox where state <> 'sent'")).toEqual([]);
    expect(texts).toHaveLength(here.rows('select 1 from outbox').length);
    expect(here.zalo.logins()).toBeGreaterThan(24);
    expect(here.zalo.friends).toEqual([LAN]);
  }, 60_000);

  test('questions that want a number show choices without one, others with', async () => {
    await enrol();
    const said = await answerMonth('2026-01', () => plainly);
    expect(said).toContain('▸ Không có hồ sơ nào\n▸ Chưa có số liệu');
    expect(said).toContain('7. Khó khăn, vướng mắc\n8. Không có');
    const { read } = here.app.house.archive;
    expect(figuresOf(read, unitByCode(read, 'duc-thuan')?.id ?? 0, '2026-01').carried_over).toEqual(value(4));
  });

  test('a "1" to such a question is the figure 1, and the words of a choice choose it', async () => {
    await enrol();
    here.clock.set(instantOf('2026-02-02', '08:00'));
    await here.app.loop.tick();
    await here.settle();
    expect(await plainly('1')).toContain('Kỳ trước chuyển qua: 1');
    expect(await plainly('không phát sinh')).toContain('Tiếp nhận: không phát sinh');
    expect(await plainly('Chưa giải quyết hồ sơ nào')).toContain('Đang giải quyết: 1');
  });

  test('the report of the year comes as a Word file, said to have arrived before it is sent', async () => {
    await enrol();
    await answerMonth('2026-01', () => plainly);
    const answer = await plainly('báo cáo năm 2026');
    expect(answer).toMatch(/bao-cao-nam-2026-.*\.docx$/);
    const [file] = here.zalo.uploads;
    expect(file?.name).toMatch(/^bao-cao-nam-2026-.*\.docx$/);
    expect(file?.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(here.zalo.uploads).toHaveLength(1);
  });

  test('a stranger without a code gets one polite line and is not befriended', async () => {
    const stranger = '2000000000000000099';
    here.zalo.requestFriendship(stranger, 'chào bạn, kết bạn nhé');
    expect(await here.onZalo(stranger, 'xin chào')).toContain('mã đăng ký');
    expect(here.zalo.shown(stranger)).toHaveLength(1);
    expect(here.zalo.friends).toEqual([]);
  });
});
