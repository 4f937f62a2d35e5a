/** A training session in the whole practice house: months pass, everybody is spoken to once a day and in order. */
import { afterEach, describe, expect, test } from 'vitest';
import { dateAt, type Instant, instantOf, timeAt } from '../../domain/date.ts';
import { type PracticeRoom, practiceFolder, practiceRoom } from '../support/practice.ts';

const rooms: { room: PracticeRoom; remove: () => void }[] = [];

async function open(): Promise<PracticeRoom> {
  const { folder, remove } = practiceFolder();
  const room = await practiceRoom(folder);
  rooms.push({ room, remove });
  return room;
}

afterEach(async () => {
  for (const { room, remove } of rooms.splice(0)) {
    await room.app.stop();
    remove();
  }
});

/** Everything said so far: to whom, when, and how it begins. */
function said({ app }: PracticeRoom): { to: string; at: Instant; text: string; state: string }[] {
  const rows = app.house.archive.sqlite
    .prepare('select address as "to", created_at as at, message as text, state from outbox order by id')
    .all();
  return rows as { to: string; at: Instant; text: string; state: string }[];
}

async function goTo(room: PracticeRoom, date: string): Promise<void> {
  for (;;) {
    const { view } = await room.order('onward', { date });
    if (view.arrived !== false) return;
  }
}

describe('time passing', () => {
  test('happens the same by pressing and by going to a day, each thing at its own time', async () => {
    const [pressed, gone] = [await open(), await open()];
    const until = instantOf('2026-11-18', '08:00');
    while ((await pressed.press()).now < until);
    await goTo(gone, '2026-11-18');
    expect(said(gone)).toEqual(said(pressed));
    expect(said(gone).length).toBeGreaterThan(30);
    expect(said(gone).filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(new Set(said(gone).map(({ at }) => timeAt(at)))).toEqual(new Set(['08:00']));
    const days = said(gone).map(({ to, at }) => `${to} ${dateAt(at)}`);
    expect(new Set(days).size).toBe(days.length);
  });

  test('goes on after a restart where it stood, and says nothing again', async () => {
    const { folder, remove } = practiceFolder();
    const first = await practiceRoom(folder);
    await goTo(first, '2026-11-10');
    const before = said(first);
    await first.app.stop();
    const second = await practiceRoom(folder);
    rooms.push({ room: second, remove });
    expect(dateAt((await second.view()).now)).toBe('2026-11-10');
    expect(said(second)).toEqual(before);
    await second.press();
    expect(
      said(second)
        .slice(before.length)
        .map(({ at }) => dateAt(at)),
    ).toContain('2026-11-11');
  });

  test('gives a newcomer a code that is good on the practice day, and dates the answer by it', async () => {
    const room = await open();
    const old = room.code();
    await goTo(room, '2026-12-08');
    const guest = 'guest-00000000-0000-4000-8000-000000000001';
    await room.say(guest, old);
    expect(said(room).at(-1)?.text).toContain('không còn hiệu lực');
    await room.say(guest, room.code());
    const answer = said(room).at(-1);
    expect(answer?.text).toContain('Chào anh/chị Tân');
    expect(dateAt(answer?.at ?? 0)).toBe('2026-12-08');
  });
});

test('the other units report on the way where they are let, and their coordinator sees it', async () => {
  const room = await open();
  const { view } = await room.order('others', { on: true });
  expect(view.others).toEqual({ names: ['UBND xã Xuân Lam'], on: true });
  const filed: string[] = [];
  for (let at = view.now; at < instantOf('2026-11-06', '08:00'); ) {
    const pressed = await room.press();
    filed.push(...(pressed.filed ?? []));
    at = pressed.now;
  }
  expect(filed).toEqual(['UBND xã Xuân Lam']);
  await room.say('dp', 'ai chưa nộp');
  const { text } = said(room).at(-1) ?? { text: '' };
  expect(text).toContain('Đức Thuận');
  expect(text).not.toContain('Xuân Lam');
});
