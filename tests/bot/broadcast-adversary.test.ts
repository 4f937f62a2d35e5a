/** Four hundred people, two doors that do their worst, a stop in the middle, a process that dies anywhere. */
import { describe, expect, it } from 'vitest';
import { sumOf } from '../../domain/broadcast.ts';
import { quiet } from '../support/clock.ts';
import { Notice, PEOPLE } from '../support/two-door-notice.ts';

const reports = ({ room }: Notice) => room.heard('dp').filter(({ text }) => /^(?:✓ Đã gửi|Đã dừng: đã gửi)/.test(text));

describe('two doors that throttle, fail, lose answers and answer out of order', () => {
  it('settle everybody once, those perhaps twice named', async () => {
    const notice = await Notice.begun('a');
    const { out } = notice.open();
    await notice.minutes(out);
    const { sent, failed, waiting, perhapsTwice } = notice.room.account();
    expect([notice.room.state(), waiting]).toEqual(['done', 0]);
    expect(failed).toEqual({ rejected: 2, recipient_gone: 2 });
    expect(sent).toBe(PEOPLE - 4);
    expect(notice.arrived.size).toBe(PEOPLE - 4);
    expect(perhapsTwice).toBeGreaterThan(0);
    notice.verify();
    expect(reports(notice)).toHaveLength(1);
    expect(reports(notice)[0]?.text).toContain(`${perhapsTwice} người có thể nhận hai lần`);
    await out.stop();
  });

  it('of which one is down for long: the author is told meanwhile, and once at the end', async () => {
    const notice = await Notice.begun('down');
    notice.room.down.add('zalo-personal');
    const { out } = notice.open();
    await notice.minutes(out, 60);
    const { sent, waiting } = notice.room.account();
    expect(waiting).toBe(PEOPLE / 2);
    expect([...notice.arrived.keys()].filter((code) => /^p1?\d?\d$/.test(code))).toEqual([]);
    const stalled = notice.room.heard('dp').filter(({ text }) => text.includes('Đang chờ Zalo thông lại'));
    expect(stalled.map(({ progress }) => progress)).toEqual([undefined]);
    expect(stalled[0]?.text).toContain(`Đã gửi ${sent} · còn chờ ${PEOPLE / 2}`);
    expect(reports(notice)).toEqual([]);
    notice.room.down.delete('zalo-personal');
    await notice.minutes(out);
    expect(notice.room.account()).toMatchObject({ waiting: 0, sent: PEOPLE - 4 });
    expect(reports(notice)).toHaveLength(1);
    notice.verify();
    await out.stop();
  });
});

describe('a stop in the middle', () => {
  it.each(['a', 'b', 'c', 'd'])(
    'holds: what had not left never does, whatever comes back afterwards (%s)',
    async (seed) => {
      const notice = await Notice.begun(`stop ${seed}`);
      const { out, channel, zalo } = notice.open();
      notice.room.pieces(3 + notice.roll(4));
      out.nudge();
      await quiet(20 + notice.roll(60));
      await notice.room.taps('dp', 'Dừng gửi');
      notice.check();
      const { underWay, stopped } = notice.room.account();
      const before = notice.arrived.size;
      expect(stopped).toBeGreaterThan(0);
      // What was under way comes back, some of it to be tried again, and is looked at.
      await quiet(40);
      notice.room.pieces();
      const tries = () => [...channel.tried, ...zalo.tried].filter(({ to }) => to !== 'dp').length;
      const triedBefore = tries();
      await notice.minutes(out);
      expect(tries()).toBe(triedBefore);
      expect(notice.room.state()).toBe('stopped');
      expect(notice.arrived.size - before).toBeLessThanOrEqual(underWay);
      expect(notice.room.account().waiting).toBe(0);
      expect(reports(notice)).toHaveLength(1);
      notice.verify();
      await out.stop();
    },
  );

  it('holds also where the process dies right after it', async () => {
    const notice = await Notice.begun('stop and die');
    const first = notice.open();
    notice.room.pieces(4);
    first.out.nudge();
    notice.life = 20;
    await quiet(40);
    await notice.room.taps('dp', 'Dừng gửi');
    const before = notice.arrived.size;
    const { underWay } = notice.room.account();
    notice.room.die();
    notice.life = Number.POSITIVE_INFINITY;
    const { out } = notice.open();
    await notice.minutes(out);
    expect(notice.arrived.size - before).toBeLessThanOrEqual(underWay);
    expect([notice.room.state(), notice.room.account().waiting]).toEqual(['stopped', 0]);
    notice.verify();
    await out.stop();
  });
});

it.each(['a', 'b'])(
  'a process that dies again and again loses nobody and doubles nobody unmarked (%s)',
  async (seed) => {
    const notice = await Notice.begun(`death ${seed}`);
    for (let life = 0; life < 8; life += 1) {
      notice.room.pieces(notice.roll(4));
      notice.check();
      notice.life = notice.roll(80);
      const { out } = notice.open();
      out.nudge();
      await quiet(notice.roll(80));
      if (notice.roll(2) === 0) notice.room.clock.advance(notice.roll(30_000));
      await quiet(notice.roll(20));
      notice.room.die();
      notice.check();
    }
    notice.life = Number.POSITIVE_INFINITY;
    const { out } = notice.open();
    await notice.minutes(out);
    const { sent, failed, waiting } = notice.room.account();
    expect([notice.room.state(), waiting, sent + sumOf(failed)]).toEqual(['done', 0, PEOPLE]);
    // Under way at two deaths is given up as what may be killing us; it has arrived, and is named.
    expect(notice.arrived.size).toBe(PEOPLE - 4);
    notice.verify();
    expect(reports(notice)).toHaveLength(1);
    await out.stop();
  },
);
