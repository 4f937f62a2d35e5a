/**
 * A made-up province of thousands of units with a year behind it: eleven months of figures, and what was done of the
 * plans and reports the directives follow up. Eleven months are sent by ten units of eleven, and never by the rest.
 */
import type { House } from '../bot/house.ts';
import { bind, personByCode } from '../db/people.ts';
import { applyRoster } from '../db/roster.ts';
import { instantOf } from '../domain/date.ts';
import type { Address } from '../domain/message.ts';
import { periodsOfYear } from '../domain/period.ts';
import type { MembershipRow, PersonRow, UnitRow } from '../domain/roster.ts';

/** The last working morning of a year: eleven months have ended. */
export const NOW = instantOf('2026-12-31', '09:00');
export const LEADER: Address = { channel: 'telegram', account: 'bench', id: 'ct' };

const YEAR = '2026';
/** What the directives follow up in a year of a commune: the plan, its publication, the report. */
const FOLLOWED_UP = ['DN-1.1', 'DN-1.2', 'QN-1d'];
/** A document that shows the plan made; beside it what is said of each obligation. */
const PLAN = { type: 'Kế hoạch', number: 12, symbol: 'KH-UBND', date: '2026-01-15' };

const FIGURES = {
  carried_over: 6,
  received: 215,
  received_online: 150,
  received_direct: 65,
  resolved: 216,
  resolved_early: 180,
  resolved_on_time: 34,
  resolved_late: 2,
  pending_total: 5,
  pending_in_time: 5,
  pending_overdue: 0,
  procedures_total: 163,
  procedures_amended: 0,
  procedures_new: 0,
  procedures_repealed: 0,
};

/** Enrols the leader of a province of so many communes and gives it its year. */
export function fillProvince(house: House, count: number): void {
  const units: UnitRow[] = [{ line: 1, code: 'tinh', name: 'UBND tỉnh Đo Lường', kind: 'province' }];
  for (let n = 0; n < count; n += 1) {
    units.push({ line: 1, code: `xa-${n}`, name: `UBND xã Số ${n}`, kind: 'commune', parentCode: 'tinh' });
  }
  const people: PersonRow[] = [{ line: 1, code: 'ct', name: 'Lãnh đạo Một' }];
  const memberships: MembershipRow[] = [{ line: 1, personCode: 'ct', unitCode: 'tinh', role: 'leader' }];
  const { archive } = house;
  archive.write((tx) => {
    applyRoster(tx, { units, people, memberships }, NOW);
    bind(tx, personByCode(tx, 'ct')?.id ?? 0, LEADER, NOW);
  });
  const ids = archive.sqlite.prepare("select id from units where kind = 'commune'").all() as { id: number }[];
  archive.sqlite.transaction(() => {
    giveMonths(house, ids);
    giveDeeds(house, ids);
  })();
}

function giveMonths({ archive: { sqlite } }: House, ids: readonly { id: number }[]): void {
  const filing = sqlite.prepare(
    'insert into filings (unit_id, period, period_from, period_to, first_filed_at, first_filed_by, last_filed_at, receipt) values (?, ?, ?, ?, ?, 1, ?, ?)',
  );
  const answer = sqlite.prepare(
    "insert into answers (unit_id, period, indicator, kind, value, revision, current, said_by, said_at) values (?, ?, ?, 'value', ?, 1, 1, 1, ?)",
  );
  for (const period of periodsOfYear(2026).slice(0, 11)) {
    for (const { id } of ids) {
      if (id % 11 === 0) continue;
      filing.run(id, period, `${period}-01`, `${period}-28`, NOW - 1, NOW - 1, `${id}/${period}`);
      for (const [name, value] of Object.entries(FIGURES))
        answer.run(id, period, name, String(value + (id % 7)), NOW - 1);
    }
  }
}

/**
 * The plan shown by its document, and each obligation said to be done, of one unit in ten by the document alone; half of
 * them were looked at, and of another one in ten the coordinator had something mended.
 */
function giveDeeds({ archive: { sqlite } }: House, ids: readonly { id: number }[]): void {
  const document = sqlite.prepare(
    "insert into documents (unit_id, period, role, citation, current, said_by, said_at) values (?, ?, 'maintenance_plan', ?, 1, 1, ?)",
  );
  const entry = sqlite.prepare(
    'insert into obligation_entries (unit_id, obligation, period, kind, document_id, reason, said_by, said_at) values (?, ?, ?, ?, ?, ?, 1, ?)',
  );
  for (const { id } of ids) {
    if (id % 11 === 0) continue;
    const { lastInsertRowid } = document.run(id, `${YEAR}-01`, JSON.stringify(PLAN), NOW - 3);
    for (const obligation of FOLLOWED_UP) {
      const isPlan = obligation === 'DN-1.1';
      if (isPlan && id % 10 === 3) continue;
      const shown = isPlan ? lastInsertRowid : null;
      entry.run(id, obligation, YEAR, 'done', shown, null, NOW - 4);
      if (id % 10 === 5) {
        entry.run(id, obligation, YEAR, 'returned', null, 'thiếu phụ lục', NOW - 3);
        entry.run(id, obligation, YEAR, 'done', null, null, NOW - 2);
      }
      if (id % 2 === 0) entry.run(id, obligation, YEAR, 'accepted', null, null, NOW - 1);
    }
  }
}
