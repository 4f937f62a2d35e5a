/**
 * The small office with an administrator and a coordinator of one ward, for units that are merged and split: what they
 * have sent, and what is said to whom.
 */
import { type Figures, recordFigures, recordFiling } from '../../db/answers.ts';
import { personByCode } from '../../db/people.ts';
import { unitByCode } from '../../db/units.ts';
import { value } from '../../domain/figure.ts';
import { coverage } from '../../domain/period.ts';
import type { Unit } from '../../domain/unit.ts';
import type { MonthTable } from '../../reports/month-table.ts';
import { hire } from './hire.ts';
import { type Office, office } from './office.ts';

/** quan administers; lan and ha are staff of Đức Thuận, nam of Bắc Hồng; quy coordinates Bắc Hồng and what is under it. */
export function room(): Office {
  const at = office();
  at.at('2026-11-22', '09:00');
  hire(
    at,
    'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin',
    'bac-hong,UBND phường Bắc Hồng,ward,tinh,quy,Phan Văn Quý,coordinator',
  );
  return at;
}

/** The same with two stations under Bắc Hồng. */
export function withStations(): Office {
  const at = room();
  hire(
    at,
    'tram-1,Trạm Y tế Một,office,bac-hong,mot,Lê Thị Một,staff',
    'tram-2,Trạm Y tế Hai,office,bac-hong,hai,Bùi Văn Hai,staff',
  );
  return at;
}

export function unit(at: Office, code: string): Unit {
  const found = unitByCode(at.house.archive.read, code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
}

/** What a unit has sent of a month: received, and pending at its end. */
export function sent(at: Office, code: string, period: string, received: number, pending: number): void {
  const { archive } = at.house;
  const by = { person: personByCode(archive.read, 'quan')?.id ?? 0, at: at.now() };
  const figures: Figures = {
    received: value(received),
    resolved: value(received),
    resolved_late: value(0),
    pending_total: value(pending),
  };
  const { id } = unit(at, code);
  archive.write((tx) => {
    recordFigures(tx, id, period, figures, by);
    recordFiling(tx, { unit: id, period, ...coverage(period, 'calendar_month'), receipt: `${code}-${period}` }, by);
  });
}

export async function says(at: Office, who: string, ...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = await at.says(who, text);
  return last;
}

/** The table last sent to somebody. */
export const tableSentTo = (at: Office, who: string): MonthTable =>
  at.heard(who).findLast(({ attachment }) => attachment?.maker === 'month-xlsx')?.attachment?.data as MonthTable;
