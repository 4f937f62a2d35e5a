/**
 * What the yearly report needs beyond the months (bổ sung báo cáo năm): asked once, one question at a time, each may
 * be skipped, and what was answered can be saved at any question.
 */
import { z } from 'zod';
import { NIL, NO_DATA, value } from '../../domain/figure.ts';
import { INDICATORS, type IndicatorName, indicatorsOf, isYearly } from '../../domain/indicator.ts';
import type { UnitId } from '../../domain/unit.ts';
import { nameOf } from '../clarify.ts';
import type { Figures, Flow, Input, Question, Reading, Staged } from '../flow.ts';
import { notKept } from '../not-kept.ts';
import { readYesNo } from '../parse/choice.ts';
import { citationText } from '../parse/citation/text.ts';
import { budgetSaid } from '../parse/report/budget.ts';
import { pointsOf, pointsSaid } from '../parse/report/points.ts';
import { tokenise } from '../parse/text.ts';
import { type Line, line, option } from '../say.ts';
import { noDataChoice, readSlots, SLOT_CHOICES } from '../slots.ts';
import { nothingStaged, StoredStaged } from '../staged.ts';
import { readVerbatim } from '../verbatim.ts';

export interface Supplement {
  unit: UnitId;
  year: number;
  staged: Staged;
}

export interface SupplementFacts {
  unitName: string;
  /** What the year says already. */
  known: Figures;
  /** True where the year is closed: sending asks for a coordinator's yes. */
  closed?: boolean;
}

const VERSION = 1;
const SAVE = 'save';
/** The component criteria of the self-assessment. */
type Criterion = Extract<IndicatorName, `score_7_2_${string}`>;
const isCriterion = (name: IndicatorName): name is Criterion => name.startsWith('score_7_2_');
const skipMark = (name: IndicatorName): string => `skipped:${name}`;

const Stored = z.looseObject({ unit: z.number(), year: z.number(), staged: StoredStaged });

export const freshSupplement = (unit: UnitId, year: number): Supplement => ({ unit, year, staged: nothingStaged() });

/** Indicators a year still lacks, in the order of the report; "chưa có số liệu" is asked again. */
function lacking(state: Supplement, facts: SupplementFacts): IndicatorName[] {
  return indicatorsOf('year').filter((name) => {
    const known = facts.known[name];
    return known === undefined || known.kind === 'no_data' || state.staged.figures[name] !== undefined;
  });
}

const isSettled = (state: Supplement, name: IndicatorName): boolean =>
  state.staged.figures[name] !== undefined || state.staged.done.includes(skipMark(name));

function questionFor(name: IndicatorName, state: Supplement): Question {
  const kind = INDICATORS[name].kind;
  const saving = Object.keys(state.staged.figures).length > 0 ? [[option(SAVE, 'choice-save-now')]] : [];
  const shared = { id: name, skip: { done: [skipMark(name)] } };
  const skip = option('nav:skip', 'choice-skip');
  if (isCriterion(name)) {
    return {
      ...shared,
      lines: [line('ask-year-criterion', { name: nameOf(name), what: line(`${name}-what`) })],
      choices: [[noDataChoice(), skip], ...saving],
      verbatim: true,
      read: (input) => saved(input) ?? readCriterion(name, input),
    };
  }
  if (kind === 'text') {
    return {
      ...shared,
      lines: [line('ask-year-text', { name: nameOf(name) })],
      choices: [[option(SLOT_CHOICES.nil, 'choice-none'), skip], ...saving],
      verbatim: true,
      read: (input) => saved(input) ?? readVerbatim(name, input),
    };
  }
  const key = kind === 'points' ? 'ask-year-points' : 'ask-year-count';
  return {
    ...shared,
    lines: [line(key, { name: nameOf(name) })],
    choices: [[noDataChoice(), skip], ...saving],
    ...(kind === 'points' ? { verbatim: true } : { ask: name }),
    read: (input) =>
      saved(input) ??
      (kind === 'points' ? readPoints(name, input) : readSlots({ names: [name], nothing: 'zero' }, input)),
  };
}

/** The points of a criterion stand in the report as typed: "0,25/0,5"; a command is nobody's points. */
function readCriterion(name: IndicatorName, input: Input): Reading {
  if (input.kind === 'choice') return readSlots({ names: [name], nothing: 'zero' }, input);
  // "7.2.1: 0,5⏎7.2.2: 0,25": several criteria in one message, each by its number
  const named = criteriaIn(input);
  if (Object.keys(named).length > 0) return { kind: 'got', patch: { figures: named } };
  const isCommand = input.understood.command !== undefined && !/^\s*\d/.test(input.text);
  return isCommand ? { kind: 'none' } : readVerbatim(name, input);
}

/** The criteria a message names by their numbers, with their points as typed. */
function criteriaIn({ text }: Extract<Input, { kind: 'text' }>): Figures {
  const figures: Figures = {};
  for (const { name, written } of pointsSaid(citationText(text))) if (isCriterion(name)) figures[name] = value(written);
  return figures;
}

const saved = (input: Input): Reading | undefined =>
  input.kind === 'choice' && input.ids[0] === SAVE ? { kind: 'finish' } : undefined;

const POINTS = /^\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:\/\s*(\d{1,3}(?:[.,]\d{1,3})?))?\s*(?:điểm|diem|đ)?\s*$/iu;

/** "4,75", "4.75", "4,75/5" with the most there can be: points have decimals, unlike counts. */
function readPoints(name: IndicatorName, input: Input): Reading {
  if (input.kind === 'choice') return readSlots({ names: [name], nothing: 'zero' }, input);
  const [, points, outOf] = POINTS.exec(input.text) ?? [];
  if (points !== undefined) {
    const figures: Figures = { [name]: value(pointsOf(points)) };
    if (name === 'self_score' && outOf !== undefined) figures.self_score_max = value(pointsOf(outOf));
    return { kind: 'got', patch: { figures } };
  }
  const { nothing } = input.understood;
  return nothing
    ? { kind: 'got', patch: { figures: { [name]: nothing === 'nil' ? NIL : NO_DATA } } }
    : { kind: 'none' };
}

function saveQuestion(state: Supplement): Question {
  const count = Object.keys(state.staged.figures).length;
  return {
    id: SAVE,
    lines: [line('ask-year-save', { count })],
    choices: [[option(SAVE, 'choice-save')]],
    ask: 'confirm',
    numbered: true,
    read(input) {
      const yes = input.kind === 'text' && readYesNo(input.text).answer === 'yes';
      return saved(input) ?? (yes ? { kind: 'finish' } : { kind: 'none' });
    },
  };
}

export const annualSupplement: Flow<Supplement, SupplementFacts> = {
  name: 'annual-supplement',
  version: VERSION,
  parse: (state) => Stored.parse(state) as unknown as Supplement,
  plan(state, facts) {
    const names = lacking(state, facts);
    const open = names.filter((name) => !isSettled(state, name));
    const [next] = open;
    const question = next === undefined ? saveQuestion(state) : questionFor(next, state);
    return { question, open: open.length + 1, settled: names.length - open.length };
  },
  /** A whole year's figure named in passing ("phát sinh 2246") is laid down at whatever question it is said. */
  absorb(_state, input): Reading {
    if (input.kind === 'choice') return { kind: 'none' };
    const named = Object.entries(input.understood.figures) as [IndicatorName, number][];
    const ours = named.filter(([name]) => isYearly(name));
    const figures: Figures = { ...Object.fromEntries(ours.map(([name, n]) => [name, value(n)])), ...criteriaIn(input) };
    const budget = budgetSaid(tokenise(input.text));
    if (budget !== undefined) figures.budget_from_superior = value(budget.written);
    return Object.keys(figures).length === 0 ? { kind: 'none' } : { kind: 'got', patch: { figures } };
  },
  notKept,
  examine: () => undefined,
  echo(state, before) {
    const names = (Object.keys(state.staged.figures) as IndicatorName[]).filter(
      (name) => state.staged.figures[name] !== before.figures[name],
    );
    return names.flatMap((name): Line[] => {
      const figure = state.staged.figures[name];
      if (!figure) return [];
      const shown =
        figure.kind === 'value'
          ? figureShown(figure.value)
          : line(figure.kind === 'nil' ? 'figure-nil' : 'figure-no-data');
      return [line('year-noted', { name: nameOf(name), shown })];
    });
  },
  heading: (state, facts) => [
    line('year-heading', { year: String(state.year), unit: facts.unitName }),
    ...(facts.closed ? [line('year-closed', { year: String(state.year) })] : []),
    line('year-hint'),
  ],
  obstacle: () => undefined,
  finish: ({ unit, year, staged: { figures, done } }) => [{ do: 'file_year', unit, year, figures, done }],
};

/** A paragraph is read back by its beginning: the whole of it is on the screen already. */
const ECHO_MAX = 60;

function figureShown(stored: number | string | boolean): number | string {
  if (typeof stored === 'number') return stored;
  const text = String(stored);
  return text.length <= ECHO_MAX ? text : `${text.slice(0, ECHO_MAX).replace(/[\s,;]+\S*$/, '')}…`;
}
