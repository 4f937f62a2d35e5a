/** Where the yearly report asks for points, a command is one; where it asks for words, any words are the answer. */
import { beforeEach, describe, expect, it } from 'vitest';
import { figuresOf } from '../../db/answers.ts';
import { value } from '../../domain/figure.ts';
import { INDICATORS, type IndicatorName } from '../../domain/indicator.ts';
import { type StatusOffice, statusOffice } from '../support/status-office.ts';

let at: StatusOffice;

/** Passes over what is asked before a question whose words hold these; answers that question. */
async function until(words: RegExp): Promise<string> {
  let said = await at.says('lan', 'bổ sung báo cáo năm 2021');
  for (let passed = 0; !words.test(said); passed += 1) {
    if (passed > Object.keys(INDICATORS).length) throw new Error(`nothing asks ${words.source}: ${said}`);
    said = await at.says('lan', 'bỏ qua');
  }
  return said;
}

const SELF = /Gõ số điểm, ví dụ/;
const CRITERION = /Gõ điểm đạt được/;
const WORDS = /Gõ nội dung/;

const kept = (name: IndicatorName) => figuresOf(at.house.archive.read, at.unitId('duc-thuan'), '2021')[name];

beforeEach(async () => {
  at = await statusOffice();
});

describe.each([
  ['the points of the whole', SELF],
  ['the points of a criterion', CRITERION],
])('a question for %s', (_what, asked) => {
  it.each([
    ['tình hình', 'Tình hình tháng 10/2021'],
    ['tình hình tháng 9', 'Tình hình tháng 09/2021'],
    ['ai chưa nộp', 'Tình hình tháng 10/2021'],
    ['tôi là ai', 'Nguyễn Thị Lan'],
  ])('answers %s and asks again', async (text, told) => {
    await until(asked);
    const said = await at.says('lan', text);
    expect(said).toContain(told);
    expect(said).toMatch(asked);
  });

  it('gives way to the month, and loses nothing', async () => {
    await until(asked);
    const said = await at.says('lan', 'báo cáo tháng 9');
    expect(said).not.toMatch(/chưa hiểu/);
    expect(await at.says('lan', 'tiếp tục')).toMatch(asked);
  });

  it.each(['dừng', 'huỷ', 'huy'])('is left by "%s" and found again', async (text) => {
    await until(asked);
    expect(await at.says('lan', text)).not.toMatch(asked);
    expect(await at.says('lan', 'tiếp tục')).toMatch(asked);
  });

  it.each(['4,75/5', '4.75', '3', '4,75 điểm', 'chưa có số liệu'])('takes %s', async (text) => {
    await until(asked);
    expect(await at.says('lan', text)).toContain('✓');
  });
});

describe('a question for words', () => {
  it('takes a command for the words they are', async () => {
    await until(WORDS);
    expect(await at.says('lan', 'tình hình')).not.toContain('Đã báo cáo');
  });
});

it('keeps the points as they were typed after a command in between', async () => {
  await until(SELF);
  for (const text of ['tình hình', '4,75/5', 'Lưu, dừng ở đây']) await at.says('lan', text);
  expect(kept('self_score')).toEqual(value(4.75));
  expect(kept('self_score_max')).toEqual(value(5));
});
