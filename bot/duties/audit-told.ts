/** An audit told in a month's report: the obligation to audit stays open until its report is told, and says so. */
import { type Line, line } from '../../conversations/say.ts';
import type { Tx } from '../../db/open.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { Obligation } from '../../domain/directive.ts';
import type { DutyWorld } from '../../domain/duties.ts';
import type { Duty } from '../../domain/duty.ts';
import { asksAudit } from '../../domain/shown.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { House } from '../house.ts';
import { dutyWorld } from './duty-world.ts';

/** "Đã đánh giá ngày …, còn thiếu báo cáo"; undefined where no audit of the year was told, or none is asked for. */
export function auditTold(
  { records }: Pick<DutyWorld, 'records'>,
  unit: UnitId,
  obligation: Obligation,
  year: string,
): Line | undefined {
  if (!asksAudit(obligation)) return undefined;
  const held = records.events(unit, 'internal_audit', obligation.id, Number(year));
  if (held.length === 0) return undefined;
  return line('audit-told', { days: { each: held.map((date) => ({ date })), with: ', ' } });
}

/** The same for a duty that has a day and is reminded of. */
export function auditToldOf(house: House, tx: Tx, { unit, obligation, period }: Duty, today: IsoDate): Line[] {
  const asked = house.directives.flatMap(({ obligations }) => obligations).find(({ id }) => id === obligation);
  if (!asked || !asksAudit(asked)) return [];
  const told = auditTold(dutyWorld(house, tx, today, [unit]), unit, asked, period);
  return told ? [told] : [];
}
