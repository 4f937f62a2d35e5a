/** Somebody whose language is English reads English; figures and dates are still written the Vietnamese way. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { bind, personByCode } from '../../db/people.ts';
import { people } from '../../db/schema.ts';
import { type PlayedApp, playAddress, playedApp } from '../support/played-app.ts';

/** Letters only Vietnamese has; names of units and people, and what is quoted to be typed, are Vietnamese on purpose. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;
const NAMES = /UBND phường Đức Thuận|Nguyễn Thị Lan|Lê Minh Khoa|"[^"]*"|: nhận 215, trực tuyến 150, .*$/gmu;
const vietnameseIn = (text: string): string[] =>
  text
    .replace(NAMES, '')
    .split('\n')
    .filter((line) => VIETNAMESE.test(line));

let played: PlayedApp;

beforeEach(() => {
  played = playedApp();
  played.archive.write((tx) => {
    tx.update(people).set({ language: 'en' }).where(eq(people.code, 'lan')).run();
    const lan = personByCode(tx, 'lan');
    if (lan) bind(tx, lan.id, playAddress('lan'), played.now());
  });
});

const MONTH = [
  'hello',
  '1',
  '4',
  '2,246',
  'no',
  'nhận 215, online 150, trực tiếp 60',
  '3',
  '180, 34, 2',
  'khoảng 3',
  '0',
  'bỏ qua',
  '163',
  'help',
  '3',
  '12/10',
  '1, 0, 4, 0',
  'không',
  'back',
  'không',
  'what?',
  'send',
];

describe('an English conversation', () => {
  it('speaks English from the greeting to the receipt', async () => {
    const said: string[] = [];
    for (const text of MONTH) {
      const spoken = await played.does('lan', { kind: 'text', text });
      said.push(
        ...spoken.flatMap(({ delivery }) => [
          delivery.text,
          ...(delivery.choices ?? []).flat().map(({ label }) => label),
        ]),
      );
    }
    expect(said.flatMap(vietnameseIn)).toEqual([]);
    expect(said.join('\n')).toMatch(/Receipt: DT-2610-[0-9A-Z]{4}/);
  });

  it('writes numbers and dates the Vietnamese way', async () => {
    for (const text of ['nhận 2150', '4']) await played.says('lan', text);
    const review = await played.says('lan', 'tình hình');
    expect(review).toContain('Friday 06/11');
    expect(await played.says('lan', 'trực tuyến 1500')).toContain('2.150');
  });

  it('says in English what a role may not do, and what is missing', async () => {
    const answers = [
      await played.says('lan', 'báo cáo năm 2026 xã Xuân Lam'),
      await played.says('lan', 'báo cáo năm 2026'),
      await played.says('lan', 'ai chưa nộp'),
      await played.says('lan', 'sửa tháng 9'),
      await played.says('lan', 'tôi là ai'),
      await played.says('lan', 'văn bản MẬT'),
    ];
    expect(answers.flatMap(vietnameseIn)).toEqual([]);
  });
});
