/** The office as it is reminded: timers that fire on a day, what is told because of it, and what happens to the work. */
import { expect, vi } from 'vitest';
import { remind } from '../../bot/duties/remind.ts';
import { recordFiling } from '../../db/answers.ts';
import { recordCover } from '../../db/covers.ts';
import { recordEntry, type Said } from '../../db/obligation-entries.ts';
import { personByCode } from '../../db/people.ts';
import { REMIND } from '../../db/reminder-rows.ts';
import { plan, type TimerEnd } from '../../db/timers.ts';
import { unitByCode } from '../../db/units.ts';
import { PUSH_HOURS } from '../../domain/calendar.ts';
import { instantOf } from '../../domain/date.ts';
import { fire } from '../../scheduler/fire.ts';
import { type Office, office } from './office.ts';

/** The office as of November 2026, when its roster came in: of the months only October is owed. */
export function remindedOffice(since = '2026-11-01') {
  const at = office();
  const { archive } = at.temporary;
  archive.sqlite.prepare("update settings set value = ? where key = 'roster_started_on'").run(since);
  const idOf = (code: string) => personByCode(archive.read, code)?.id ?? 0;
  const unitOf = (code: string) => unitByCode(archive.read, code)?.id ?? 0;
  /** The timers of these people and days fire at a moment; how they ended. */
  const fires = async (date: string, codes: string[], days = [date], time = '08:00') => {
    at.at(date, time);
    archive.write((tx) => {
      for (const code of codes)
        for (const day of days) {
          const key = `${REMIND}:${day}:${idOf(code)}`;
          plan(tx, { key, kind: REMIND, dueAt: instantOf(day, '08:00'), personId: idOf(code), payload: { date: day } });
        }
    });
    const ends: TimerEnd[] = [];
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    await fire({
      archive,
      now: at.now(),
      calendar: at.house.calendar,
      hours: PUSH_HOURS,
      speak: (tx, timer, now) => {
        const end = remind(at.house, tx, timer, now, () => true);
        ends.push(end);
        return end;
      },
      log,
    });
    expect(log.error).not.toHaveBeenCalled();
    return ends;
  };
  /** What one person is told on a day; empty where nothing is. */
  const told = async (code: string, date: string) => {
    const before = at.heard(code).length;
    await fires(date, [code]);
    return at
      .heard(code)
      .slice(before)
      .map(({ text }) => text);
  };
  const writes = writing(at, idOf, unitOf);
  const rows = (): { key: string | null; state: string }[] =>
    archive.sqlite.prepare('select key, state from outbox order by id').all() as never;
  const sent = () => archive.sqlite.exec("update outbox set state = 'sent' where state = 'waiting'");
  return {
    ...talking(at),
    archive,
    idOf,
    unitOf,
    fires,
    told,
    ...writes,
    rows,
    sent,
  };
}

/** The office, with what its methods do to be taken out of it. */
const talking = (at: Office) => ({
  ...at,
  heard: (code: string) => at.heard(code),
  says: (code: string, text: string) => at.says(code, text),
  at: (date: string, time?: string) => at.at(date, time),
  now: () => at.now(),
});

/** What may happen to the office's work, written straight into the archive. */
function writing(at: Office, idOf: (code: string) => number, unitOf: (code: string) => number) {
  const decides = (unit: string, said: Said, obligation = 'QN-1d') =>
    at.temporary.archive.write((tx) =>
      recordEntry(tx, { unit: unitOf(unit), obligation, period: '2026', event: '' }, said, { person: 1, at: at.now() }),
    );
  const files = (unit: string, period = '2026-10') =>
    at.temporary.archive.write((tx) => {
      const span = { from: '2026-10-01', to: '2026-10-31', receipt: `${unit}-${period}` };
      recordFiling(tx, { unit: unitOf(unit), period, ...span }, { person: 1, at: at.now() });
    });
  const away = (person: string, by?: string) =>
    at.temporary.archive.write((tx) => {
      const days = { from: '2026-11-01', to: '2026-11-30' };
      recordCover(tx, { person: idOf(person), ...(by ? { by: idOf(by) } : {}), ...days }, 1);
    });
  return { decides, files, away };
}
