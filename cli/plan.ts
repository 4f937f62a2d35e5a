/** `cli plan`: a dry run of every reminder that would be sent if nothing more were done meanwhile. */
import { houseOf, REAL_WORLD } from '../app.ts';
import { dutyWorld } from '../bot/duties/duty-world.ts';
import type { Config } from '../config.ts';
import { responsible } from '../db/responsible.ts';
import { unitByCode, unitTree } from '../db/units.ts';
import { isIsoDate } from '../domain/date.ts';
import { type PlanLine, planLines, planReminders } from '../scheduler/plan.ts';
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
    const known = dutyWorld(houseOf(archive, config, REAL_WORLD), read, asked.from);
    // A dry run of days before the organisation began starts clean, as it would have begun then.
    const world = { ...known, since: known.since ?? asked.from };
    const tree = unitTree(read);
    const { reminders } = planReminders({
      world,
      units: only ? [only] : tree.values(),
      responsible: responsible(read, tree),
      from: asked.from,
      to: asked.to,
    });
    return planLines(reminders);
  } finally {
    archive.close();
  }
}
