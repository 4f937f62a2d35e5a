/** A merged unit's report says whose figures it is made of; any other says nothing of the kind. */
import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../directives/templates.ts';
import { compileAnnual } from '../../reports/annual.ts';
import { annualDocx } from '../../reports/annual-docx.ts';
import { lineageFields, type MergedPast } from '../../reports/annual-lineage.ts';
import { paragraphsOf } from '../../reports/word-text.ts';
import { ducThuan2021 } from './duc-thuan.ts';

const PAST: MergedPast = {
  day: '2021-07-01',
  from: '2021-01',
  to: '2021-06',
  units: ['UBND xã A', 'UBND xã B'],
  silent: [],
};

const said = (...merged: MergedPast[]) =>
  (lineageFields(merged)['Số liệu trước sáp nhập'] as { 'Nội dung': string }[]).map((each) => each['Nội dung']);

describe('the sentence', () => {
  it.each<[string, Partial<MergedPast>, string]>([
    [
      'names months, units and the day',
      {},
      'Số liệu từ tháng 01/2021 đến tháng 6/2021 gồm số liệu của UBND xã A và UBND xã B trước khi sáp nhập (ngày 01/7/2021)',
    ],
    [
      'of one month and one unit',
      { from: '2021-06', units: ['UBND xã A'] },
      'Số liệu tháng 6/2021 gồm số liệu của UBND xã A trước khi sáp nhập (ngày 01/7/2021)',
    ],
    [
      'joins three units as one reads them',
      { units: ['xã A', 'xã B', 'xã C'] },
      'Số liệu từ tháng 01/2021 đến tháng 6/2021 gồm số liệu của xã A, xã B và xã C trước khi sáp nhập (ngày 01/7/2021)',
    ],
    [
      'marks what one of them owed and did not send, like every gap',
      { silent: [{ unit: 'UBND xã B', months: ['2021-02', '2021-05'] }] },
      'Số liệu từ tháng 01/2021 đến tháng 6/2021 gồm số liệu của UBND xã A và UBND xã B trước khi sáp nhập (ngày 01/7/2021); UBND xã B [chưa có số liệu tháng 02, 05]',
    ],
  ])('%s', (_what, more, expected) => {
    expect(said({ ...PAST, ...more })).toEqual([expected]);
  });

  it('names no day where the roster has none', () => {
    const { day: _, ...undated } = PAST;
    expect(said(undated)).toEqual([
      'Số liệu từ tháng 01/2021 đến tháng 6/2021 gồm số liệu của UBND xã A và UBND xã B trước khi sáp nhập',
    ]);
  });

  it('is one for each merger', () => {
    expect(said(PAST, { ...PAST, day: '2021-10-01', units: ['UBND xã C'] })).toHaveLength(2);
  });
});

describe('the Word document', () => {
  const paragraphs = async (merged?: MergedPast[]) =>
    paragraphsOf(
      await annualDocx(compileAnnual({ ...ducThuan2021(), ...(merged ? { merged } : {}) }), loadTemplate('ha-tinh')),
    );

  it('has it under the days the figures cover', async () => {
    const text = await paragraphs([PAST]);
    const at = text.findIndex((each) => each.includes('Số liệu tính từ ngày'));
    expect(text[at + 1]).toBe(`(${said(PAST)[0]})`);
  });

  it('has nothing there for a unit that was never merged', async () => {
    const text = await paragraphs();
    expect(text.filter((each) => each.includes('sáp nhập'))).toEqual([]);
    const at = text.findIndex((each) => each.includes('Số liệu tính từ ngày'));
    expect(text[at + 1]).toContain('1. Ban hành văn bản');
  });
});
