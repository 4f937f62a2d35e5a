/** Letting go with the beat: a little at a time, once a day, and further from where it came to. */
import { describe, expect, it, vi } from 'vitest';
import type { Archive } from '../../db/open.ts';
import { claim, enqueue, settleSent } from '../../db/outbox.ts';
import { PORTION_ROWS } from '../../db/rest.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import { addDays, instantOf } from '../../domain/date.ts';
import { makeLoop } from '../../scheduler/loop.ts';
import { makeRest } from '../../scheduler/rest.ts';
import { temporaryArchive } from '../support/archive.ts';

const TODAY = '2026-11-22';
const NOW = instantOf(TODAY, '06:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OLD = instantOf(addDays(TODAY, -100), '08:00');

/** An archive with so many old messages that were sent. */
function withMessages(count: number) {
  const temporary = temporaryArchive();
  const { archive } = temporary;
  const put = (n: number, at: number) =>
    archive.write((tx) => {
      for (let each = 0; each < n; each += 1) {
        const id = enqueue(tx, { to: CHAT, priority: 0, message: { text: 'Chào' }, at }) ?? 0;
        claim(tx, id);
        settleSent(tx, id, `m${id}`, at);
      }
    });
  put(count, OLD);
  const worded = (): unknown =>
    temporary.archive.sqlite
      .prepare("select count(*) from outbox where json_extract(message, '$.text') <> ''")
      .pluck()
      .get();
  return { temporary, archive, put, worded };
}
const CHAT = { channel: 'telegram', account: 'bot', id: 'c1' } as const;

/** The archive, dying in the nth transaction. */
const dyingAt = (archive: Archive, nth: number): Pick<Archive, 'write'> => {
  let writes = 0;
  return {
    write: (work) =>
      archive.write((tx) => {
        const done = work(tx);
        writes += 1;
        if (writes === nth) throw new Error('disk full');
        return done;
      }),
  };
};

describe('letting go', () => {
  it('does all there is in one beat, and no more that day', async () => {
    const { archive, put, worded } = withMessages(PORTION_ROWS + 7);
    let writes = 0;
    const write: Archive['write'] = (work) => {
      writes += 1;
      return archive.write(work);
    };
    const rest = makeRest({ write });
    await rest(NOW);
    expect(worded()).toBe(0);
    put(1, OLD);
    writes = 0;
    await rest(NOW + MINUTE);
    expect([worded(), writes]).toEqual([1, 0]);
    await rest(NOW + DAY);
    expect(worded()).toBe(0);
  });

  it('does so much in one beat and the rest in the next ones', async () => {
    const { archive, worded } = withMessages(51 * PORTION_ROWS);
    const rest = makeRest(archive);
    await rest(NOW);
    expect(worded()).toBe(PORTION_ROWS);
    await rest(NOW + MINUTE);
    expect(worded()).toBe(0);
  });

  it('lets others have their turn between two portions', async () => {
    const { archive, worded } = withMessages(3 * PORTION_ROWS);
    const seen: unknown[] = [];
    const look = (): void => {
      seen.push(worded());
      if (worded() !== 0) setImmediate(look);
    };
    setImmediate(look);
    await makeRest(archive)(NOW);
    expect(seen).toContain(2 * PORTION_ROWS);
    expect(seen).toContain(PORTION_ROWS);
  });

  it.each([1, 2, 3])('goes on after a death in transaction %i, from what the archive says', async (nth) => {
    const { temporary, archive, worded } = withMessages(2 * PORTION_ROWS);
    await expect(makeRest(dyingAt(archive, nth))(NOW)).rejects.toThrow('disk full');
    expect(worded()).toBe((3 - nth) * PORTION_ROWS);
    await makeRest(temporary.reopen())(NOW);
    expect(worded()).toBe(0);
  });
});

describe('the beat', () => {
  const parts = (archive: Archive) => {
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const nudge = vi.fn();
    const loop = makeLoop({
      archive,
      clock: () => NOW,
      calendar: () => makeCalendar([], []),
      worldAt: () => {
        throw new Error('no world');
      },
      speak: () => 'needless',
      deliver: { nudge },
      log,
    });
    return { log, nudge, loop };
  };

  it('lets old messages go', async () => {
    const { archive, worded } = withMessages(3);
    await parts(archive).loop.tick();
    expect(worded()).toBe(0);
  });

  it('still wakes the delivery where nothing can be let go, and says so', async () => {
    const { archive, worded } = withMessages(3);
    archive.sqlite.exec("create trigger no before delete on outbox begin select raise(abort, 'no'); end");
    const { loop, log, nudge } = parts(archive);
    await loop.tick();
    expect(nudge).toHaveBeenCalledOnce();
    expect(log.error).toHaveBeenCalledWith(expect.anything(), expect.stringContaining('could not be let go'));
    expect(worded()).toBe(3);
  });
});
