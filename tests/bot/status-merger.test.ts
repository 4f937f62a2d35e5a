/** After a merger last year's figures of the old units stand as a sum for the new one, and nothing is counted twice. */
import { describe, expect, it } from 'vitest';
import { type Figures, recordFigures, recordFiling } from '../../db/answers.ts';
import { bind, personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { value } from '../../domain/figure.ts';
import type { Outbound } from '../../domain/message.ts';
import { coverage } from '../../domain/period.ts';
import { checkRoster } from '../../domain/roster.ts';
import type { MonthTable } from '../../reports/month-table.ts';
import { playAddress, playedApp } from '../support/played-app.ts';

const ROWS: Record<string, string>[] = [
  {
    unit_code: 'old-a',
    unit_name: 'UBND phường Cũ A',
    unit_kind: 'ward',
    valid_to: '2025-06-30',
    successor_code: 'new',
  },
  {
    unit_code: 'old-b',
    unit_name: 'UBND phường Cũ B',
    unit_kind: 'ward',
    valid_to: '2025-06-30',
    successor_code: 'new',
  },
  {
    unit_code: 'new',
    unit_name: 'UBND phường Mới',
    unit_kind: 'ward',
    person_code: 'moi',
    person_name: 'Vũ Thị Mới',
    role: 'staff',
  },
];

const figures = (received: number, late: number, pending = 0): Figures => ({
  received: value(received),
  resolved: value(received),
  resolved_late: value(late),
  pending_total: value(pending),
});

type Sent = [unit: string, period: string, said: Figures, receipt: string];

function merged(more: Sent[] = []) {
  const played = playedApp('2025-11-04', '09:00');
  const { archive } = played;
  const at = instantOf('2025-11-04', '08:00');
  archive.write((tx) => {
    const rows = ROWS.map((cells, index) => ({ line: index + 2, cells }));
    const checked = checkRoster(rows, knownRoster(tx));
    expect(checked.refused).toEqual([]);
    applyRoster(tx, checked, at);
    const person = personByCode(tx, 'moi')?.id ?? 0;
    bind(tx, person, playAddress('moi'), at);
    const sent: Sent[] = [
      ['old-a', '2024-10', figures(20, 1), 'A-1'],
      ['old-b', '2024-10', figures(10, 0), 'B-1'],
      ['new', '2025-10', figures(45, 0), 'N-1'],
      ...more,
    ];
    for (const [code, period, said, receipt] of sent) {
      const unit = unitByCode(tx, code)?.id ?? 0;
      recordFigures(tx, unit, period, said, { person, at });
      recordFiling(tx, { unit, period, ...coverage(period, 'calendar_month'), receipt }, { person, at });
    }
  });
  return played;
}

describe('the status of a merged unit', () => {
  it('compares its month with the sum of the old units, and says whose that is', async () => {
    const said = await merged().says('moi', 'so với cùng kỳ năm trước');
    expect(said).toContain('Đã gửi: 1/1 (trước: 2/2)');
    expect(said).toContain('Tiếp nhận: 45 (trước: 30; +15, +50%)');
    expect(said).toContain('Gồm số liệu của UBND phường Cũ A, UBND phường Cũ B trước khi sáp nhập.');
    expect(said).not.toContain('khác nhau');
  });

  it('shows a month before the merger as that sum, without the new unit among those who owed it', async () => {
    const said = await merged().says('moi', 'tình hình tháng 10/2024');
    expect(said).toContain('2/2 đơn vị');
    expect(said).toContain('Tiếp nhận 30');
  });

  it('shows its own month alone after it', async () => {
    const said = await merged().says('moi', 'tình hình tháng 10');
    expect(said).not.toContain('sáp nhập');
    expect(said).toContain('UBND phường Mới');
  });
});

/** June of both old units, July of the new one, which carried over what the old ones had pending. */
const ACROSS: Sent[] = [
  ['old-a', '2025-06', figures(20, 0, 6), 'A-2'],
  ['old-b', '2025-06', figures(10, 0, 3), 'B-2'],
  ['new', '2025-07', figures(40, 0, 9), 'N-2'],
];

/** The table last put into a message. */
function tableIn({ archive }: ReturnType<typeof merged>): MonthTable {
  const rows = archive.sqlite.prepare('select message from outbox order by id').all() as { message: string }[];
  const files = rows.flatMap(({ message }) => (JSON.parse(message) as Outbound).attachment ?? []);
  return files.findLast(({ maker }) => maker === 'month-xlsx')?.data as MonthTable;
}

describe('the year of a merger', () => {
  it('counts what was pending at the end once, with the unit that carried it over', async () => {
    const said = await merged(ACROSS).says('moi', 'tình hình năm 2025');
    expect(said).toContain('Tiếp nhận 115');
    expect(said).toContain('đang giải quyết 0');
  });

  it('counts the last stock the old units told while the new one has told none', async () => {
    const said = await merged(ACROSS.slice(0, 2)).says('moi', 'tình hình quý 2/2025');
    expect(said).toContain('đang giải quyết 9');
  });

  it('owes no month twice: the old units until their last day, the new one from then on', async () => {
    const said = await merged(ACROSS).says('moi', 'tình hình năm 2025');
    // Six months of two units and four of the new one.
    expect(said).toContain('4/16 báo cáo tháng');
  });

  it('shows no month before the new unit as one it did not send', async () => {
    const played = merged(ACROSS);
    const unit = unitByCode(played.archive.read, 'new')?.id ?? 0;
    const heard = await played.does('moi', { kind: 'choice', id: `run:unit:${unit}:2025`, label: 'x' });
    const said = heard.map(({ delivery }) => delivery.text).join('\n');
    expect(said).toContain('07/2025');
    expect(said).not.toContain('06/2025');
    expect(said).toContain('2/4');
  });

  it('is one row of the file, with whose figures it is made of', async () => {
    const played = merged(ACROSS);
    await played.says('moi', 'tải số liệu năm 2025');
    const table = tableIn(played);
    expect(table.rows).toEqual([
      {
        unit: 'UBND phường Mới',
        figures: expect.objectContaining({ received: 115, resolved: 115, pending_total: 0 }),
        partial: expect.arrayContaining(['received']),
        silent: ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-08', '2025-09'],
      },
    ]);
    expect(table.mergers).toEqual([
      { units: ['UBND phường Cũ A', 'UBND phường Cũ B'], into: 'UBND phường Mới', day: '2025-07-01' },
    ]);
    // What each sent of which month, and no line for a month it did not owe.
    expect(table.sources.map(({ unit }) => unit)).toEqual([
      ...Array.from({ length: 6 }, () => 'UBND phường Cũ A'),
      ...Array.from({ length: 6 }, () => 'UBND phường Cũ B'),
      ...Array.from({ length: 4 }, () => 'UBND phường Mới'),
    ]);
  });

  it('has the old units as rows of their own where the new one owed none of the months', async () => {
    const played = merged(ACROSS);
    await played.says('moi', 'tải số liệu quý 2/2025');
    expect(tableIn(played).rows.map(({ unit, silent }) => [unit, silent])).toEqual([
      ['UBND phường Cũ A', ['2025-04', '2025-05']],
      ['UBND phường Cũ B', ['2025-04', '2025-05']],
    ]);
    expect(tableIn(played).mergers).toEqual([]);
  });
});
