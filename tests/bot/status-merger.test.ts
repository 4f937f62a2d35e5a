/** After a merger last year's figures of the old units stand as a sum for the new one, and nothing is counted twice. */
import { describe, expect, it } from 'vitest';
import { type Figures, recordFigures, recordFiling } from '../../db/answers.ts';
import { bind, personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { value } from '../../domain/figure.ts';
import { coverage } from '../../domain/period.ts';
import { checkRoster } from '../../domain/roster.ts';
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

const figures = (received: number, late: number): Figures => ({
  received: value(received),
  resolved: value(received),
  resolved_late: value(late),
  pending_total: value(0),
});

function merged() {
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
    const sent: [string, string, Figures, string][] = [
      ['old-a', '2024-10', figures(20, 1), 'A-1'],
      ['old-b', '2024-10', figures(10, 0), 'B-1'],
      ['new', '2025-10', figures(45, 0), 'N-1'],
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
