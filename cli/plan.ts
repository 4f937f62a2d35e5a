/** `cli plan`: a dry run of every reminder that would be sent. */
import type { Config } from '../config.ts';
import { filedUnits } from '../db/answers.ts';
import { unitByCode, unitTree } from '../db/units.ts';
import { loadCalendar } from '../directives/holidays.ts';
import { isIsoDate } from '../domain/date.ts';
import { staffByUnit } from '../scheduler/loop.ts';
import { monthReminders, type PlanLine, planLines } from '../scheduler/plan.ts';
import { existingArchive } from './existing.ts';

/** @throws {Error} naming the option that is wrong and what it may be */
export function planBetween(config: Config, asked: { from: string; to: string; unit?: string }): PlanLine[] {
  for (const [option, date] of [
    ['--from', asked.from],
    ['--to', asked.to],
  ] as const) {
    if (!isIsoDate(date)) throw new Error(`${option} ${date}: ngày viết dạng 2021-10-01`);
  }
  if (asked.to < asked.from) throw new Error(`--to ${asked.to}: trước --from ${asked.from}`);
  const archive = existingArchive(config);
  try {
    const { read } = archive;
    const only = asked.unit === undefined ? undefined : unitByCode(read, asked.unit);
    if (asked.unit !== undefined && !only) throw new Error(`--unit ${asked.unit}: không có mã đơn vị này`);
    const units = only ? [only] : [...unitTree(read).values()];
    const plan = {
      units,
      staff: staffByUnit(archive),
      window: config.window,
      calendar: loadCalendar(),
      from: asked.from,
      to: asked.to,
    };
    return planLines(monthReminders(plan), (period) => filedUnits(read, period));
  } finally {
    archive.close();
  }
}
