/** A table too long for one turn: compiled a piece at a time, frozen when it was asked for, never lost. */
import { expect, it } from 'vitest';
import { MONTH_TABLE } from '../../bot/status/month-file.ts';
import { giveUpTable, tableWork } from '../../bot/status/month-file-work.ts';
import { waitingUnder } from '../../db/timers.ts';
import type { Outbound } from '../../domain/message.ts';
import type { MonthTable } from '../../reports/month-table.ts';
import { NOW, type Province, province } from '../support/province.ts';

const UNITS = 700;
const LATER = NOW + 60_000;

const messages = (at: Province): Outbound[] =>
  at
    .rows<{ message: string }>("select message from outbox where address = 'ct' order by id")
    .map(({ message }) => JSON.parse(message) as Outbound);
const tableOf = (at: Province): MonthTable | undefined =>
  messages(at).findLast(({ attachment }) => attachment?.maker === 'month-xlsx')?.attachment?.data as
    | MonthTable
    | undefined;

/** Does so many pieces, or all there are. */
function pieces(at: Province, most = Number.POSITIVE_INFINITY, work = tableWork(at.house)): number {
  const { archive } = at.house;
  let done = 0;
  while (done < most && work.pending(archive.read)) {
    archive.write((tx) => work.step(tx, LATER));
    done += 1;
  }
  return done;
}

it('is answered at once, shows its progress in one place, and comes as a file', async () => {
  const at = province(UNITS);
  const [first] = await at.says('ct', 'tải số liệu tháng 10');
  expect(first?.text).toBe('Đang lập số liệu tháng 10/2026 cho 700 đơn vị… Xong sẽ gửi tệp ngay tại đây.');
  expect(first?.attachment).toBeUndefined();
  expect(pieces(at)).toBeGreaterThan(2);
  const said = messages(at).slice(1);
  expect(said.at(-1)?.text).toContain('Số liệu tháng 10/2026 · UBND tỉnh Đo Lường · 700 đơn vị, lúc 15:00');
  const onTheWay = said.slice(0, -1);
  expect(onTheWay.length).toBeGreaterThan(1);
  for (const each of onTheWay) expect(each).toMatchObject({ progress: true, replaces: { key: expect.any(String) } });
  expect(tableOf(at)?.rows).toHaveLength(UNITS);
  expect(pieces(at)).toBe(0);
});

it('shows the figures of the moment it was asked for, whatever is corrected meanwhile', async () => {
  const at = province(UNITS);
  await at.says('ct', 'tải số liệu tháng 10');
  const work = tableWork(at.house);
  pieces(at, 1, work);
  const sum = () =>
    at.row<{ n: number }>(
      "select sum(cast(value as integer)) as n from answers where period = '2026-10' and indicator = 'received' and current = 1 and kind = 'value'",
    ).n;
  const before = sum();
  at.house.archive.sqlite.exec(`
    insert into answers (unit_id, period, indicator, kind, value, revision, current, said_by, said_at)
      select unit_id, period, indicator, 'value', '5000', revision + 1, 0, 1, ${NOW + 5} from answers
      where period = '2026-10' and indicator = 'received' and current = 1;
    update answers set current = 0 where period = '2026-10' and indicator = 'received' and current = 1;
    update answers set current = 1 where said_at = ${NOW + 5};`);
  expect(sum()).not.toBe(before);
  pieces(at, undefined, work);
  expect(tableOf(at)?.rows.reduce((all, { figures }) => all + (figures.received ?? 0), 0)).toBe(before);
});

it('is the same when the process dies on the way', async () => {
  const at = province(UNITS);
  await at.says('ct', 'tải số liệu tháng 10');
  expect(pieces(at, 2)).toBe(2);
  // Another process knows only what stands in the archive.
  pieces(at);
  const again = tableOf(at);
  await at.says('ct', 'tải số liệu tháng 10');
  pieces(at);
  expect(again?.rows).toHaveLength(UNITS);
  expect(tableOf(at)).toEqual(again);
  expect(messages(at).filter(({ attachment }) => attachment)).toHaveLength(2);
});

it('is compiled after the one asked for before it', async () => {
  const at = province(UNITS);
  const key = () => at.rows(`select key from timers where kind = '${MONTH_TABLE}'`).length;
  await at.says('ct', 'tải số liệu tháng 10');
  await at.says('ct', 'tải số liệu tháng 9');
  expect(key()).toBe(2);
  pieces(at);
  const names = messages(at).flatMap(({ attachment }) => attachment?.name ?? []);
  expect(names).toEqual(['so-lieu-tinh-do-luong-2026-10.xlsx', 'so-lieu-tinh-do-luong-2026-09.xlsx']);
});

it('that never comes is owned up to', async () => {
  const at = province(UNITS);
  await at.says('ct', 'tải số liệu tháng 10');
  const { archive } = at.house;
  const timer = waitingUnder(archive.read, `${MONTH_TABLE}:`);
  expect(timer?.dueAt).toBe(NOW + 3_600_000);
  expect(timer && archive.write((tx) => giveUpTable(at.house, tx, timer, LATER))).toBe('fired');
  expect(messages(at).at(-1)?.text).toContain('! Chưa lập được tệp số liệu tháng 10/2026');
});

it('of few units is sent at once', async () => {
  const at = province(40);
  const [only, other] = await at.says('ct', 'tải số liệu năm 2026');
  expect(other).toBeUndefined();
  expect(only?.attachment).toMatchObject({ maker: 'month-xlsx', name: 'so-lieu-tinh-do-luong-2026.xlsx' });
});
