/** Completing a year: asked once, one at a time, each can be skipped, and saved at any question. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../conversations/flow.ts';
import {
  annualSupplement,
  freshSupplement,
  type Supplement,
  type SupplementFacts,
} from '../../conversations/flows/annual-supplement.ts';
import { nothingStaged } from '../../conversations/staged.ts';
import { NIL, NO_DATA, value } from '../../domain/figure.ts';
import { INDICATORS, type IndicatorName, indicatorsOf } from '../../domain/indicator.ts';
import { naming, type Talk, talk } from '../support/talk.ts';

const YEARLY = indicatorsOf('year');
const facts = (known: Figures = {}): SupplementFacts => ({ unitName: 'UBND phường Đức Thuận', known });
const open = (known: Figures = {}) => talk(annualSupplement, freshSupplement(1, 2021), facts(known));

/** A year of which everything is known but some. */
const allBut = (...names: IndicatorName[]): Figures =>
  Object.fromEntries(YEARLY.filter((name) => !names.includes(name)).map((name) => [name, value(1)]));

const saved = (now: Talk<Supplement>): Figures => {
  const effect = now.effects.find((each) => each.do === 'file_year');
  if (!effect) throw new Error('nothing was saved');
  return effect.figures;
};

describe('completing a year', () => {
  it('asks for everything the year lacks, in the order of the report, and then to save', () => {
    const now = open();
    const asked: string[] = [];
    while (now.question()?.id !== 'save') {
      asked.push(now.question()?.id ?? '');
      now.type('bỏ qua');
    }
    expect(asked).toEqual(YEARLY);
    expect(saved(now.tap('save'))).toEqual({});
  });

  it('does not ask for what is known, and asks again for what nobody knew', () => {
    expect(open(allBut('strengths')).question()?.id).toBe('strengths');
    expect(open({ ...allBut(), strengths: NO_DATA }).question()?.id).toBe('strengths');
    expect(open({ ...allBut(), strengths: NIL }).question()?.id).toBe('save');
  });

  it('can be saved at any question once something was said, with what was said', () => {
    const now = open();
    expect(now.offered()).not.toContain('save');
    now.type('2246');
    expect(now.offered()).toContain('save');
    expect(saved(now.tap('save'))).toEqual({ [YEARLY[0] ?? '']: value(2246) });
  });

  it('takes a figure of the year named in passing, and no figure of a month', () => {
    expect(open().do(naming({ dossiers_generated: 2246 })).state?.staged.figures).toEqual({
      dossiers_generated: value(2246),
    });
    expect(open().do(naming({ received: 215 })).state?.staged.figures).toEqual({});
  });

  it.each<[IndicatorName, string, Figures]>([
    ['self_score', '4,75', { self_score: value(4.75) }],
    ['self_score', '4.75 điểm', { self_score: value(4.75) }],
    ['self_score', '4,75/5', { self_score: value(4.75), self_score_max: value(5) }],
    ['self_score', '0', { self_score: value(0) }],
    ['self_score', 'chưa có số liệu', { self_score: NO_DATA }],
    ['score_7_2_1', '0,25/0,5', { score_7_2_1: value('0,25/0,5') }],
    ['dossiers_generated', '2.246', { dossiers_generated: value(2246) }],
    ['inspections_received', 'không', { inspections_received: value(0) }],
    ['strengths', 'Đội ngũ ổn định, quy trình 12 bước', { strengths: value('Đội ngũ ổn định, quy trình 12 bước') }],
    ['weaknesses', 'không có', { weaknesses: NIL }],
  ])('%s: %j', (name, text, figures) => {
    expect(open(allBut(name)).type(text).state?.staged.figures).toEqual(figures);
  });

  it.each<[IndicatorName, string]>([
    ['self_score', 'tốt'],
    ['self_score', '-4'],
    ['self_score', '4,75,5'],
    ['dossiers_generated', '21,5'],
    ['dossiers_generated', 'nhiều'],
    ['strengths', ''],
  ])('%s: %j is not taken', (name, text) => {
    expect(open(allBut(name)).type(text).state?.staged.figures).toEqual({});
  });

  it.each(['đúng', 'ok', 'có'])('is saved by %j at the end', (text) => {
    expect(open(allBut()).type(text).state).toBeUndefined();
  });

  it.each(['không', 'chưa', 'abc', '7'])('is not saved by %j at the end', (text) => {
    expect(open(allBut()).type(text).state).toBeDefined();
  });

  it('is taken back answer by answer to nothing said, whatever was said', () => {
    const words = fc.oneof(
      fc.constantFrom('2246', '4,75', 'không', 'bỏ qua', 'chưa có số liệu', 'trợ giúp', 'tốt'),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (texts) => {
        const now = open();
        for (const text of texts) if (now.state) now.type(text);
        fc.pre(now.state !== undefined);
        for (let times = 0; times < texts.length; times += 1) now.type('quay lại');
        expect({ ...now.state?.staged, misses: 0 }).toEqual(nothingStaged());
      }),
    );
  });

  it('records only figures of a year', () => {
    const now = open();
    for (const text of ['2246', '3', 'tốt', '5', '7']) now.type(text);
    for (const name of Object.keys(saved(now.tap('save'))))
      expect(INDICATORS[name as IndicatorName].cadence).toBe('year');
  });

  it('refuses a stored state that is none of this version', () => {
    for (const state of [null, {}, { unit: 1, year: 2021 }, { unit: 1, year: 2021, staged: { done: [] } }, 'x']) {
      expect(() => annualSupplement.parse(state)).toThrow();
    }
    expect(annualSupplement.parse(freshSupplement(1, 2021))).toEqual(freshSupplement(1, 2021));
  });
});
