import { describe, expect, it } from 'vitest';
import { loadTemplate, TEMPLATE_DEFAULT } from '../../directives/templates.ts';
import { NO_DATA, value } from '../../domain/figure.ts';
import { isIndicator } from '../../domain/indicator.ts';
import type { AnnualInput } from '../../reports/annual.ts';
import { compileAnnual } from '../../reports/annual.ts';
import { annualDocx } from '../../reports/annual-docx.ts';
import { paragraphsOf, stretchesOf } from '../../reports/word-text.ts';
import { ducThuan2021 } from './duc-thuan.ts';

const template = loadTemplate(TEMPLATE_DEFAULT);

const written = async (input: AnnualInput): Promise<string[]> =>
  paragraphsOf(await annualDocx(compileAnnual(input), template));

/** The marks a report carries. */
async function marks(input: AnnualInput): Promise<string[]> {
  const stretches = stretchesOf(await annualDocx(compileAnnual(input), template)).flat();
  return stretches.filter((stretch) => stretch.highlighted).map((stretch) => stretch.text);
}

/** The year without one of its figures: gone from every month, or from the answers of the year. */
function without(name: string): AnnualInput {
  const input = ducThuan2021();
  if (!isIndicator(name)) return { ...input, documents: input.documents.filter((one) => one.role !== name) };
  const months = input.months.map(({ period, figures }) => ({ period, figures: { ...figures, [name]: NO_DATA } }));
  return { ...input, months, yearly: { ...input.yearly, [name]: NO_DATA } };
}

describe('sentences that stand only when they are true', () => {
  const withFigures = (month: string, figures: AnnualInput['months'][number]['figures']): AnnualInput => {
    const input = ducThuan2021();
    const months = input.months.map((one) =>
      one.period === month ? { ...one, figures: { ...one.figures, ...figures } } : one,
    );
    return { ...input, months };
  };

  it('no reason for being late when nothing was late', async () => {
    const input = ducThuan2021();
    const months = input.months.map((one) => ({ ...one, figures: { ...one.figures, resolved_late: value(0) } }));
    const text = (await written({ ...input, months })).join('\n');
    expect(text).toContain('quá hạn 0 hồ sơ. Hồ sơ đang');
    expect(text).not.toContain('(kết quả trả');
  });

  it('dossiers carried over and overdue only where there are any', async () => {
    const text = (await written(withFigures('2021-01', { carried_over: value(43) }))).join('\n');
    expect(text).toContain('1.851 hồ sơ; kỳ trước chuyển qua 43 hồ sơ; số hồ sơ đã giải quyết');
    const overdue = (await written(withFigures('2021-12', { pending_overdue: value(3) }))).join('\n');
    expect(overdue).toContain('trong hạn: 06 hồ sơ; đang giải quyết quá hạn: 03 hồ sơ.');
  });

  it('no audit, nobody trained, no inspection', async () => {
    const { months, ...input } = ducThuan2021();
    const quiet = months.map(({ period, figures }) => ({
      period,
      figures: { received: figures.received ?? NO_DATA, audit_done: value(false), training_attendees: value(0) },
    }));
    const yearly = { ...input.yearly, inspections_received: value(0) };
    const paragraphs = await written({ ...input, yearly, months: quiet });
    expect(paragraphs).toContain('- Số lần đánh giá nội bộ trong năm: 0 lần.');
    expect(paragraphs).toContain('- Trong năm không có cán bộ được cử đi tập huấn về ISO hành chính;');
    expect(paragraphs).toContain('- Trong năm, đơn vị không có cuộc kiểm tra nào của cấp trên.');
    expect(paragraphs.join('\n')).not.toMatch(/cuộc đánh giá gần nhất|điểm không phù hợp/);
  });
});

describe('what the year says in its own words', () => {
  it('is the money from above', async () => {
    const input = ducThuan2021();
    const yearly = { ...input.yearly, budget_from_superior: value('15 triệu đồng từ ngân sách tỉnh.') };
    expect(await written({ ...input, yearly })).toContain(
      '+ Kinh phí cấp trên cấp trong năm 2021 để thực hiện đầu tư duy trì, cải tiến hệ thống ISO: 15 triệu đồng từ ngân sách tỉnh.',
    );
  });

  it('numbers the announcements from the last backwards', async () => {
    const input = ducThuan2021();
    const announced = (number: string, date: string): AnnualInput['documents'][number] => ({
      ...(input.documents[1] ?? { raw: '', type: null, year_in_code: null, symbol: null, issuer: null }),
      role: 'qms_announcement',
      number,
      date,
      subject: 'công bố HTQLCL',
    });
    const two = [announced('140', '2021-09-10'), announced('132', '2020-08-20')];
    const line = (text: string) => text.startsWith('+ Số lần công bố: ');
    expect((await written({ ...input, documents: two })).find(line)).toBe(
      '+ Số lần công bố: 02; lần 1 theo Quyết định số 132/QĐ-UBND ngày 20/8/2020 của UBND phường; công bố lại lần 2 theo Quyết định số 140/QĐ-UBND ngày 10/9/2021 của UBND phường;',
    );
    expect((await written({ ...input, documents: two.slice(0, 1) })).find(line)).toContain(
      '02; công bố lại lần 2 theo',
    );
    const yearly = { ...input.yearly, announcement_count_total: NO_DATA };
    expect((await written({ ...input, yearly, documents: two })).find(line)).toContain(
      '[chưa có số liệu]; theo Quyết định',
    );
  });
});

describe('what is missing', () => {
  const stated = [...Object.keys(ducThuan2021().months[8]?.figures ?? {}), ...Object.keys(ducThuan2021().yearly)];
  const everyYear = ['quality_policy', 'quality_objectives', 'maintenance_plan', 'audit_plan'];

  it.each([...stated, 'late_reason', ...everyYear])('is marked in the text and listed by name: %s', async (name) => {
    const input = without(name);
    expect(compileAnnual(input).gaps.map((gap) => gap.what)).toContain(name);
    expect(await marks(input)).not.toEqual([]);
  });

  it('is marked beside what is known, with its months', async () => {
    const input = ducThuan2021();
    const months = input.months.filter((month) => month.period !== '2021-02');
    expect((await written({ ...input, months })).join('\n')).toContain(
      'tổng số hồ sơ đã tiếp nhận 2.057 [chưa có số liệu tháng 02] hồ sơ;',
    );
    expect(new Set(await marks({ ...input, months }))).toEqual(new Set(['[chưa có số liệu tháng 02]']));
  });

  it('leaves a report that can be read when nothing at all is known', async () => {
    const empty: AnnualInput = { ...ducThuan2021(), months: [], yearly: {}, documents: [] };
    const names = compileAnnual(empty).gaps.map((gap) => gap.what);
    expect(names).toEqual(expect.arrayContaining(['received', 'self_score', 'quality_policy']));
    expect(new Set(await marks(empty))).toEqual(
      new Set(['[chưa có số liệu]', '[chưa có nội dung]', '[chưa có văn bản]', '[chưa có ngày]']),
    );
  });
});

describe('names of units', () => {
  it.each([
    ['xã Đại Phước', 'commune', 'ỦY BAN NHÂN DÂN\nXÃ ĐẠI PHƯỚC', 'Đại Phước, ngày      tháng      năm 2021', 'UBND xã'],
    [
      'UBND Đặc khu Côn Đảo',
      'special_zone',
      'ỦY BAN NHÂN DÂN\nĐẶC KHU CÔN ĐẢO',
      'Côn Đảo, ngày      tháng      năm 2021',
      'UBND Đặc khu',
    ],
    [
      'Ủy ban nhân dân xã An Phước',
      'commune',
      'ỦY BAN NHÂN DÂN\nXÃ AN PHƯỚC',
      'An Phước, ngày      tháng      năm 2021',
      'UBND xã',
    ],
    [
      'Bắc Hồng Lĩnh',
      'ward',
      'ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG LĨNH',
      'Bắc Hồng Lĩnh, ngày      tháng      năm 2021',
      'UBND phường',
    ],
    ['Sở Công Thương', 'department', 'SỞ CÔNG THƯƠNG', '……………, ngày      tháng      năm 2021', 'Sở Công Thương'],
  ] as const)('%s writes itself as an agency does', async (name, kind, agency, place, self) => {
    const paragraphs = await written({ ...ducThuan2021(), unit: { name, kind } });
    expect(paragraphs).toContain(agency);
    expect(paragraphs).toContain(place);
    expect(paragraphs.join('\n')).toContain(`${self} kính báo cáo Sở Khoa học và Công nghệ`);
    expect(paragraphs.includes('TM. ỦY BAN NHÂN DÂN')).toBe(kind !== 'department');
  });
});

describe('the body above', () => {
  it.each([
    ['UBND tỉnh Hà Tĩnh', 'UBND TỈNH HÀ TĨNH', '- UBND tỉnh Hà Tĩnh;'],
    ['Uỷ ban nhân dân thành phố Đồng Nai', 'UBND THÀNH PHỐ ĐỒNG NAI', '- UBND thành phố Đồng Nai;'],
  ])('%s stands short in the letterhead and gets the report', async (parentName, above, recipient) => {
    const paragraphs = await written({
      ...ducThuan2021(),
      unit: { name: 'xã Đại Phước', kind: 'commune', parentName },
    });
    expect(paragraphs[0]).toBe(above);
    expect(paragraphs).toContain(recipient);
  });
});

describe('texts people typed', () => {
  it('cannot break the file or smuggle anything in', async () => {
    const nasty = '</w:t></w:r><b>&amp; {Năm} "\u0007\u0000" ]]>';
    const input = ducThuan2021();
    const yearly = {
      ...input.yearly,
      strengths: value(nasty),
      proposals: value(`một\n${nasty}`),
      advantages: value(nasty),
    };
    const paragraphs = await written({ ...input, unit: { name: `xã A&B <c>`, kind: 'commune' }, yearly });
    expect(paragraphs).toContain('- </w:t></w:r><b>&amp; {Năm} "" ]]>.');
    expect(paragraphs).toContain('ỦY BAN NHÂN DÂN\nXÃ A&B <C>');
  });
});
