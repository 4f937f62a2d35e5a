/** One commune's year of twelve filed months to the bytes of a .docx, the first time in a process and after that. */
import { compileYear } from '../bot/month/report.ts';
import { recordFigures, recordFiling, type Source } from '../db/answers.ts';
import { unitByCode, unitTree } from '../db/units.ts';
import { loadTemplate, TEMPLATE_DEFAULT } from '../directives/templates.ts';
import { value } from '../domain/figure.ts';
import { coverage, periodsOfYear } from '../domain/period.ts';
import { median, type Result, rounded } from './result.ts';
import { openTown, type Town } from './town.ts';

const YEAR = 2026;
/** Reports made after the first; the middle one is told. */
const AGAIN = 15;

/** Measures the report of a year in which every month was filed. */
export async function report(again = AGAIN): Promise<Result[]> {
  const town = openTown({ people: 1, units: 1 });
  try {
    fileYear(town);
    const cold = await timed(town);
    const warm: number[] = [];
    while (warm.length < again) warm.push((await timed(town)).ms);
    const { bytes } = cold;
    return [
      { name: 'report', ms: cold.ms, run: 'first', bytes },
      { name: 'report', ms: median(warm), run: 'after that', bytes },
    ];
  } finally {
    town.close();
  }
}

/** One report, from rows to bytes; the maker is loaded on the way, as the service does when it is first needed. */
async function timed({ house }: Town): Promise<{ ms: number; bytes: number }> {
  const from = performance.now();
  const { archive } = house;
  const unit = unitByCode(archive.read, 'xa-1');
  if (!unit) throw new Error('the commune of the bench is not there');
  const { annualDocx } = await import('../reports/annual-docx.ts');
  const { model } = compileYear(archive.read, house, unitTree(archive.read), unit, YEAR);
  const bytes = await annualDocx(model, loadTemplate(TEMPLATE_DEFAULT));
  return { ms: rounded(performance.now() - from), bytes: bytes.length };
}

function fileYear({ house, people, clock }: Town): void {
  const [staff] = people;
  if (!staff) throw new Error('nobody files in the commune of the bench');
  const source: Source = { person: staff.id, at: clock() };
  house.archive.write((tx) => {
    for (const [index, period] of periodsOfYear(YEAR).entries()) {
      recordFigures(tx, staff.unit, period, figuresOf(index), source);
      const { from, to } = coverage(period, house.window);
      recordFiling(tx, { unit: staff.unit, period, from, to, receipt: `BENCH-${period}` }, source);
    }
  });
}

/** Figures of a month that tie; which ones does not matter. */
const figuresOf = (index: number) => ({
  carried_over: value(5),
  received: value(180 + index),
  received_online: value(30),
  received_direct: value(150 + index),
  resolved: value(180 + index),
  resolved_early: value(150 + index),
  resolved_on_time: value(28),
  resolved_late: value(2),
  pending_total: value(5),
  pending_in_time: value(5),
  pending_overdue: value(0),
  procedures_total: value(163),
  audit_done: value(index === 8),
  ...(index === 8 ? { audit_date: value('2026-09-17'), minor_nonconformities: value(1) } : {}),
});
