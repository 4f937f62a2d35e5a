/** The choices of a notice are taken by number and by a short word where nothing else is open, and only there. */
import { beforeEach, describe, expect, it } from 'vitest';
import { tellElsewhere } from '../../bot/people/notice.ts';
import { line, option } from '../../conversations/say.ts';
import { personByCode } from '../../db/people.ts';
import { type Office, office } from '../support/office.ts';

let at: Office;
beforeEach(() => {
  at = office();
});

/** Binh is told something with two ways on; their words are those of a status. */
function told(code: string, { instead = false } = {}): void {
  at.house.archive.write((tx) => {
    const person = personByCode(tx, code);
    if (!person) throw new Error(code);
    const choices = [
      [option('run:status', 'choice-status')],
      [option('run:missing', 'status-choice-missing', { n: 2 })],
    ];
    const say = { lines: [line('menu-staff')], choices };
    const scene = { house: at.house, tx, now: at.now() };
    tellElsewhere(scene, person, say, instead ? { instead: { key: 'earlier' } } : {});
  });
}

const STATUS = 'Tình hình tháng';
const MISSING = 'Chưa nộp tháng';

describe('a notice with nothing else open', () => {
  it.each([
    ['1', STATUS],
    ['số 2', MISSING],
    ['tình hình', STATUS],
    ['ai chưa', MISSING],
    ['2 ạ', MISSING],
  ])('takes %j', async (typed, answer) => {
    told('binh');
    expect(at.heard('binh').at(-1)?.numbered).toBe(true);
    expect(await at.says('binh', typed)).toContain(answer);
  });

  it.each(['3', '0', '1,5'])('takes no %j', async (typed) => {
    told('binh');
    const answer = await at.says('binh', typed);
    expect(answer).not.toContain(STATUS);
    expect(answer).not.toContain(MISSING);
  });
});

describe('a notice that comes in the middle of something', () => {
  it('leaves a number to the question that is open', async () => {
    await at.says('lan', 'báo cáo tháng 10');
    told('lan');
    expect(at.heard('lan').at(-1)?.numbered).not.toBe(true);
    expect(await at.says('lan', '1')).toContain('Kỳ trước chuyển qua: 1');
  });

  it('leaves a number to the question that was set aside', async () => {
    await at.says('lan', 'báo cáo tháng 10');
    await at.says('lan', '5');
    await at.says('lan', 'để sau');
    told('lan');
    expect(at.heard('lan').at(-1)?.numbered).not.toBe(true);
    expect(await at.says('lan', '2')).toContain('Tiếp nhận: 2');
  });
});

describe('a notice that takes the place of an earlier one', () => {
  it('leaves a number to what was shown since', async () => {
    await at.says('binh', 'ai chưa nộp');
    const [first] = at.heard('binh').at(-1)?.choices?.flat() ?? [];
    told('binh', { instead: true });
    const answer = await at.says('binh', '1');
    expect(first?.label).toBeDefined();
    expect(answer).toContain(first?.label ?? 'nothing was offered');
    expect(answer).not.toContain(STATUS);
  });

  it('takes a number where nothing was shown since', async () => {
    told('binh');
    told('binh', { instead: true });
    expect(await at.says('binh', '1')).toContain(STATUS);
  });
});
