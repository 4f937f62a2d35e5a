/** When what is planned, and that planning may lag but loses nothing. */
import { describe, expect, it, vi } from 'vitest';
import { dutyWorld } from '../../bot/duties/duty-world.ts';
import { recordCover } from '../../db/covers.ts';
import { recordEntry } from '../../db/obligation-entries.ts';
import { personByCode } from '../../db/people.ts';
import { markRosterChanged, unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { makePlanner, type WorldAt } from '../../scheduler/planner.ts';
import { office } from '../support/office.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function room() {
  const { house, temporary } = office();
  const { archive } = temporary;
  // A roster of long ago, so that what is late is late.
  archive.sqlite.exec("update settings set value = '2020-01-01' where key = 'roster_started_on'");
  const worldAt = vi.fn<WorldAt>((day, units) => dutyWorld(house, archive.read, day, units));
  const keys = () =>
    (archive.sqlite.prepare('select key from timers order by key').all() as { key: string }[]).map(({ key }) => key);
  const idOf = (code: string) => unitByCode(archive.read, code)?.id ?? 0;
  /** Of which units the world was looked at, the bare look left out. */
  const looked = () => {
    const asked = worldAt.mock.calls.map(([, units]) => units).filter((units) => units?.length !== 0);
    worldAt.mockClear();
    return asked;
  };
  return { archive, keys, idOf, looked, worldAt, start: () => makePlanner(archive, worldAt) };
}

const NOW = instantOf('2026-11-02', '08:00');

describe('the planner', () => {
  it('plans everybody at its first beat, and the same again is nothing new', async () => {
    const { start, keys, looked } = room();
    expect(await start().plan(NOW)).toBeGreaterThan(0);
    const planned = keys();
    expect(planned).toContain('remind:2026-11-02:3');
    expect(await start().plan(NOW)).toBe(0);
    expect(keys()).toEqual(planned);
    expect(looked()).toEqual([undefined, undefined]);
  });

  it('looks at nothing between two plans where nothing was said', async () => {
    const { start, looked } = room();
    const planner = start();
    await planner.plan(NOW);
    looked();
    expect(await planner.plan(NOW + MINUTE)).toBe(0);
    expect(looked()).toEqual([]);
  });

  it.each([15 * MINUTE, -15 * MINUTE, DAY])(
    'plans everybody again when the clock shows %i ms from then',
    async (ms) => {
      const { start, looked } = room();
      const planner = start();
      await planner.plan(NOW);
      looked();
      await planner.plan(NOW + ms);
      expect(looked()).toEqual([undefined]);
    },
  );

  it('plans the units something was said about, and all of them when somebody goes away or the roster changes', async () => {
    const { archive, start, looked, idOf } = room();
    const planner = start();
    await planner.plan(NOW);
    looked();
    const about = { obligation: 'QN-1b', period: '2026', event: '' } as const;
    archive.write((tx) =>
      recordEntry(tx, { unit: idOf('bac-hong'), ...about }, { kind: 'done' }, { person: 1, at: NOW + 1 }),
    );
    await planner.plan(NOW + 2);
    archive.write((tx) =>
      recordEntry(
        tx,
        { unit: idOf('tinh'), subtree: true, ...about },
        { kind: 'reopened' },
        { person: 1, at: NOW + 3 },
      ),
    );
    await planner.plan(NOW + 4);
    expect(looked().map((units) => [...(units ?? [])].sort((a, b) => a - b))).toEqual([
      [idOf('bac-hong')],
      [idOf('tinh'), idOf('duc-thuan'), idOf('bac-hong')].sort((a, b) => a - b),
    ]);
    archive.write((tx) => recordCover(tx, { person: 1, from: '2026-11-02', to: '2026-11-03' }, NOW + 5));
    await planner.plan(NOW + 6);
    archive.write((tx) => markRosterChanged(tx, NOW));
    await planner.plan(NOW + 7);
    expect(looked()).toEqual([undefined, undefined]);
  });

  it('plans what a date set in between asks for', async () => {
    const { archive, start, keys, idOf } = room();
    const planner = start();
    await planner.plan(NOW);
    const before = keys();
    const about = { unit: idOf('bac-hong'), obligation: 'QN-1b', period: '2026', event: '' } as const;
    archive.write((tx) => recordEntry(tx, about, { kind: 'set_date', date: '2026-12-15' }, { person: 1, at: NOW + 1 }));
    // Its only ones: of the month and the yearly report none comes between 1 and 14 December but being late.
    const nam = personByCode(archive.read, 'nam')?.id;
    archive.sqlite.exec('delete from timers');
    expect(await planner.plan(NOW + 2)).toBeGreaterThan(0);
    expect(keys()).toContain(`remind:2026-12-14:${nam}`);
    expect(before).not.toContain(`remind:2026-12-14:${nam}`);
  });

  it('plans the days of a standstill afterwards, so that what was late then is accounted for', async () => {
    const { start, keys } = room();
    await start().plan(NOW);
    const before = keys();
    await start().plan(NOW + 30 * DAY);
    const added = keys().filter((key) => !before.includes(key));
    expect(added.some((key) => key < 'remind:2026-12-02')).toBe(true);
    expect(added.some((key) => key.startsWith('remind:2026-11-18'))).toBe(true);
  });

  it('after years begins no further back than the horizon', async () => {
    const { start, keys } = room();
    await start().plan(instantOf('2024-11-04', '08:00'));
    await start().plan(NOW);
    expect(keys().some((key) => key > 'remind:2025-02' && key < 'remind:2026-09-18')).toBe(false);
  });

  it('that failed plans the same at the next beat', async () => {
    const { start, worldAt, keys } = room();
    const planner = start();
    worldAt.mockImplementationOnce(() => {
      throw new Error('unreadable');
    });
    await expect(planner.plan(NOW)).rejects.toThrow('unreadable');
    expect(keys()).toEqual([]);
    expect(await planner.plan(NOW)).toBeGreaterThan(0);
  });
});
