/** A status of 3,321 units: every figure of words, picture and file against other SQL than that which made it. */
import { expect, it } from 'vitest';
import { tableWork } from '../../bot/status/month-file-work.ts';
import type { Outbound } from '../../domain/message.ts';
import type { UnitsChart } from '../../reports/chart/model.ts';
import type { MonthTable } from '../../reports/month-table.ts';
import { type Province, province } from '../support/province.ts';

const UNITS = 3_321;
/** A province of thousands takes a second or two to write. */
const TIMEOUT = 120_000;

const written = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
/** Cut off after two decimals, as reports print it. */
const share = (part: number, of: number): string => {
  const scaled = String((BigInt(part) * 10_000n) / BigInt(of)).padStart(3, '0');
  return (part * 100) % of === 0 ? String((part * 100) / of) : `${scaled.slice(0, -2)},${scaled.slice(-2)}`;
};

interface Truth {
  units: number;
  sent: number;
  inTime: number;
  received: number;
  resolved: number;
  late: number;
  pending: number;
  unknown: number;
  bothResolved: number;
  bothLate: number;
  lateUnits: number;
}

/** The figures of a month under a unit, by joins over the whole tables. */
function truth(at: Province, top: string, period: string, due: string): Truth {
  const base = `with recursive sub(id) as (
      select id from units where code = '${top}' union all
      select u.id from units u join sub on u.parent_id = sub.id),
    owed as (select u.* from units u join sub on sub.id = u.id where u.kind = 'commune'),
    sent as (select f.* from filings f join owed on owed.id = f.unit_id where f.period = '${period}'),
    said as (select a.unit_id, a.indicator, a.kind, case a.kind when 'nil' then 0 else cast(a.value as integer) end as n
      from answers a join sent on sent.unit_id = a.unit_id and sent.period = a.period
      where a.revision = (select max(b.revision) from answers b
        where b.unit_id = a.unit_id and b.period = a.period and b.indicator = a.indicator))`;
  const sum = (name: string) => `(select sum(n) from said where indicator = '${name}' and kind <> 'no_data')`;
  return at.row<Truth>(`${base} select (select count(*) from owed) as units, (select count(*) from sent) as sent,
    (select count(*) from sent where date((first_filed_at / 1000) + 7 * 3600, 'unixepoch') <= '${due}') as inTime,
    ${sum('received')} as received, ${sum('resolved')} as resolved, ${sum('resolved_late')} as late, ${sum('pending_total')} as pending,
    (select count(*) from said where indicator = 'resolved' and kind = 'no_data') as unknown,
    (select sum(r.n) from said r join said l on l.unit_id = r.unit_id and l.indicator = 'resolved_late' and l.kind <> 'no_data'
      where r.indicator = 'resolved' and r.kind <> 'no_data') as bothResolved,
    (select sum(l.n) from said l where l.indicator = 'resolved_late' and l.kind <> 'no_data') as bothLate,
    (select count(*) from said where indicator = 'resolved_late' and n > 0) as lateUnits`);
}

const only = (said: readonly Outbound[]): Outbound => {
  const [message, other] = said;
  if (!message || other) throw new Error(`${said.length} messages`);
  return message;
};
const labels = ({ choices = [] }: Outbound): string[] => choices.flat().map(({ label }) => label);

function expectStatus(at: Province, message: Outbound, top: string, period: string, due: string): Truth {
  const t = truth(at, top, period, due);
  expect(message.text).toContain(
    `Đã báo cáo: ${written(t.sent)}/${written(t.units)} đơn vị (${share(t.sent, t.units)}%) · đúng hạn ${written(t.inTime)} (${share(t.inTime, t.units)}%)`,
  );
  expect(message.text).toContain(
    `Tiếp nhận ${written(t.received)} · đã giải quyết ${written(t.resolved)} · quá hạn ${written(t.late)} (${share(t.bothLate, t.bothResolved)}%) · đang giải quyết ${written(t.pending)}`,
  );
  if (t.unknown > 0) expect(message.text).toContain(`Chưa kể ${written(t.unknown)} báo cáo ghi "chưa có số liệu"`);
  expect(labels(message)).toContain(`Ai chưa nộp (${written(t.units - t.sent)})`);
  expect(labels(message)).toContain(`Quá hạn (${written(t.late)})`);
  return t;
}

it(
  'says the same numbers in words, picture, ranking, comparison and file, and each is what the rows say',
  async () => {
    const at = province(UNITS);
    const status = only(await at.says('ct', 'tình hình'));
    const t = expectStatus(at, status, 'tinh', '2026-10', '2026-11-06');
    expect(t.inTime).toBeLessThanOrEqual(t.sent);
    expect(status.text.split('\n').length).toBeLessThanOrEqual(8);

    const chart = status.attachment?.data as UnitsChart;
    const drawn = [...chart.units, ...(chart.others ? [chart.others] : [])];
    const sum = (of: (bar: { onTime: number; late: number }) => number) => drawn.reduce((all, bar) => all + of(bar), 0);
    expect(sum(({ late }) => late)).toBe(t.late);
    expect(sum(({ onTime }) => onTime)).toBe(t.resolved - t.late);
    expect(chart.units.length + (chart.others?.count ?? 0) + chart.silent).toBe(t.units);
    expect(chart.silent).toBe(t.units - t.sent + t.unknown);
    expect(JSON.stringify(status).length).toBeLessThan(4_000);

    const before = truth(at, 'tinh', '2026-09', '2026-10-07');
    const compared = only(await at.says('ct', 'so với tháng trước')).text;
    const difference = t.received - before.received;
    expect(compared).toContain(
      `Tiếp nhận: ${written(t.received)} (trước: ${written(before.received)}; ${difference > 0 ? '+' : '-'}${written(Math.abs(difference))}, ${difference > 0 ? '+' : '-'}${share(Math.abs(difference), before.received)}%)`,
    );

    const worst = at.rows<{ name: string; n: number }>(
      `select u.name, cast(a.value as integer) as n from answers a join units u on u.id = a.unit_id
       where a.period = '2026-10' and a.indicator = 'resolved_late' and a.current = 1 and a.kind = 'value'
       order by n desc limit 1`,
    );
    const ranking = only(await at.says('ct', 'xã nào trễ hạn nhiều nhất')).text;
    expect(ranking.split('\n')[1]).toMatch(new RegExp(`: ${worst[0]?.n}/\\d+ \\(`));
    const list = only(await at.says('ct', '[Quá hạn]'.replace(']', ` (${written(t.late)})]`))).text;
    expect(list).toContain(`Quá hạn ${written(t.late)} · ${written(t.lateUnits)} đơn vị có hồ sơ quá hạn`);

    // A cluster's coordinator, and the leader asking for that cluster, are told the same, of that cluster only.
    const own = only(await at.says('dp-7', 'tình hình'));
    expectStatus(at, own, 'cum-7', '2026-10', '2026-11-06');
    const named = only(await at.says('ct', 'tình hình cụm số 7'));
    expect(named.text).toBe(own.text);

    await expectTable(at, t);
  },
  TIMEOUT,
);

/** The file is compiled a piece at a time, and comes to the same. */
async function expectTable(at: Province, t: Truth): Promise<void> {
  expect(only(await at.says('ct', 'tải số liệu tháng 10')).text).toMatch(
    /Đang lập số liệu tháng 10\/2026 cho 3\.321 đơn vị/,
  );
  const work = tableWork(at.house);
  const { archive } = at.house;
  let pieces = 0;
  while (work.pending(archive.read)) {
    archive.write((tx) => work.step(tx, tx ? Date.UTC(2026, 10, 6, 8, 1) : 0));
    pieces += 1;
  }
  expect(pieces).toBeGreaterThan(10);
  const [file] = at.rows<{ message: string }>("select message from outbox where key like 'month-table:%:file'");
  const table = (JSON.parse(file?.message ?? '{}') as Outbound).attachment?.data as MonthTable;
  const total = (name: 'received' | 'resolved' | 'resolved_late' | 'pending_total') =>
    table.rows.reduce((all, { figures }) => all + (figures[name] ?? 0), 0);
  expect(table.rows).toHaveLength(t.units);
  expect([total('received'), total('resolved'), total('resolved_late'), total('pending_total')]).toEqual([
    t.received,
    t.resolved,
    t.late,
    t.pending,
  ]);
  expect(table.rows.filter(({ silent }) => silent.length > 0)).toHaveLength(t.units - t.sent);
}
