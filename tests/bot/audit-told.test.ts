/** An audit told in a month's report: the obligation to audit says so, and is done once its report is told. */
import { describe, expect, it } from 'vitest';
import { recordFigures } from '../../db/answers.ts';
import { addDocument } from '../../db/documents.ts';
import { keepLanguage } from '../../db/people.ts';
import type { Citation } from '../../domain/citation.ts';
import { value } from '../../domain/figure.ts';
import { remindedOffice } from '../support/reminded-office.ts';

const REPORT: Citation = {
  type: 'Báo cáo',
  number: '51',
  year_in_code: null,
  symbol: 'BC-UBND',
  date: '2026-09-20',
  issuer: null,
  subject: 'kết quả đánh giá nội bộ năm 2026',
  raw: '',
};

function room(...audits: string[]) {
  const at = remindedOffice();
  at.at('2026-11-10', '09:00');
  const unit = at.unitOf('duc-thuan');
  const source = { person: at.idOf('lan'), at: 5 };
  for (const date of audits) {
    at.archive.write((tx) => recordFigures(tx, unit, date.slice(0, 7), { audit_date: value(date) }, source));
  }
  const tells = (document: Citation) => at.archive.write((tx) => addDocument(tx, unit, '2026-09', document, source));
  const details = async (who = 'sang') =>
    (await at.does(who, { kind: 'choice', id: `run:duty:${unit}:DN-1.6a:2026` })).map(({ text }) => text).join('\n');
  return { ...at, tells, details };
}

describe('an audit told in a month', () => {
  it('leaves the obligation open and says what is missing, in the list and in the details', async () => {
    const { says, details } = room('2026-09-17');
    expect(await says('lan', 'việc của tôi')).toContain(
      'Đánh giá nội bộ (đã đánh giá ngày 17/09/2026, còn thiếu báo cáo đánh giá nội bộ)',
    );
    const shown = await details();
    expect(shown).toContain('Đã đánh giá ngày 17/09/2026, còn thiếu báo cáo đánh giá nội bộ');
    expect(shown).not.toContain('Đơn vị đã báo xong');
  });

  it('is told with every day on which one was held in the year, and no other', async () => {
    const { details } = room('2025-12-20', '2026-03-04', '2026-09-17');
    expect(await details()).toContain('Đã đánh giá ngày 04/03/2026, 17/09/2026,');
    expect(await room('2025-12-20').details()).not.toContain('Đã đánh giá');
    expect(await room().details()).not.toContain('Đã đánh giá');
  });

  it('stands in the reminder where the coordinator has set a day', async () => {
    const { decides, told, files } = room('2026-09-17');
    files('duc-thuan');
    decides('duc-thuan', { kind: 'done' });
    decides('duc-thuan', { kind: 'set_date', date: '2026-12-01' }, 'DN-1.6a');
    expect((await told('lan', '2026-11-30')).join()).toContain('Đã đánh giá ngày 17/09/2026, còn thiếu báo cáo');
  });

  it('is said in the person’s own language', async () => {
    const { says, archive, idOf } = room('2026-09-17');
    archive.write((tx) => keepLanguage(tx, idOf('lan'), 'en'));
    expect(await says('lan', 'my work')).toContain('(audited on 17/09/2026, the audit report is still missing)');
  });
});

describe('the report of an audit told in a month', () => {
  it('completes the obligation, and it is asked for no more', async () => {
    const { says, details, tells } = room('2026-09-17');
    tells(REPORT);
    expect(await says('lan', 'việc của tôi')).not.toContain('Đánh giá nội bộ');
    expect(await details()).not.toContain('còn thiếu');
  });

  it('is not its plan, which only announces one', async () => {
    const { says, tells } = room('2026-09-17');
    tells({ ...REPORT, type: 'Kế hoạch', subject: 'đánh giá nội bộ năm 2026' });
    expect(await says('lan', 'việc của tôi')).toContain('còn thiếu báo cáo đánh giá nội bộ');
  });
});
