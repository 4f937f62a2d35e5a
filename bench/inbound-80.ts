/**
 * A questionnaire of eighty questions through the whole turn: does an answer late in a long conversation cost what an
 * early one does? The questionnaire is the bench's own and stands in the house beside the conversations of the work.
 */
import { z } from 'zod';
import { conversation } from '../bot/flows.ts';
import type { Flow, Question, Staged } from '../conversations/flow.ts';
import { line } from '../conversations/say.ts';
import { nothingStaged } from '../conversations/staged.ts';
import { keepSession, sessionOf } from '../db/sessions.ts';
import { percentile, type Result, rounded } from './result.ts';
import { openTown, type Town } from './town.ts';

/** As long as the longest form of the work: every line of an annual report's appendix. */
export const QUESTIONS = 80;

/** So many answers at either end are compared. */
const END = 10;

interface Questionnaire {
  unit: number;
  staged: Staged;
}

const Stored = z.looseObject({ unit: z.number(), staged: z.looseObject({ done: z.array(z.string()) }) });

/** The nth question, counted from 1; any count answers it. */
const question = (n: number): Question => ({
  id: `question-${n}`,
  lines: [line('ask-year-count', { name: `Câu hỏi số ${n}` })],
  ask: 'count',
  read(input) {
    const number = input.kind === 'text' ? input.understood.number : undefined;
    return number === undefined ? { kind: 'none' } : { kind: 'got', patch: { done: [`question-${n}:${number}`] } };
  },
});

const questionnaire = (questions: number): Flow<Questionnaire, undefined> => ({
  name: 'bench-questionnaire',
  version: 1,
  parse: (state) => Stored.parse(state) as unknown as Questionnaire,
  plan({ staged }) {
    const settled = staged.done.length;
    const open = questions - settled;
    return { question: open > 0 ? question(settled + 1) : undefined, open, settled };
  },
  absorb: () => ({ kind: 'none' }),
  notKept: () => [],
  examine: () => undefined,
  echo: ({ staged }) => staged.done.slice(-1).map((mark) => line('year-noted', { name: mark, shown: '' })),
  heading: () => [],
  obstacle: () => undefined,
  finish: () => [{ do: 'say', say: { lines: [line('report-complete')] } }],
});

/**
 * Measures the two ends of the questionnaire. Half of the people are taken to its last questions first; then the other
 * half begins, turn by turn with them, so that a busy moment of the machine falls on early and late answers alike.
 * @throws {Error} when a questionnaire is not at its end
 */
export async function inbound80(people: number, questions = QUESTIONS, end = END): Promise<Result[]> {
  const flow = questionnaire(questions);
  const town = openTown({ people, units: people }, [conversation(flow, () => undefined)]);
  try {
    begin(town, flow);
    const ahead = town.people.filter((_, index) => index % 2 === 0);
    const behind = town.people.filter((_, index) => index % 2 === 1);
    const between: number[] = [];
    await answer(town, ahead, questions - end, between);
    const [early, late]: [number[], number[]] = [[], []];
    for (let n = 0; n < end; n += 1) {
      await answer(town, behind, 1, early);
      await answer(town, ahead, 1, late);
    }
    await answer(town, behind, questions - end, between);
    if (openConversations(town) > 0) throw new Error('the questionnaire did not end where it should');
    return [resultOf({ early, late, between }, { people, questions })];
  } finally {
    town.close();
  }
}

/** So many answers of each of these people, milliseconds of each added to `times`. */
async function answer(town: Town, people: Town['people'], answers: number, times: number[]): Promise<void> {
  for (let n = 0; n < answers; n += 1) {
    for (const { address } of people) {
      const from = performance.now();
      await town.say(address, String(200 + n));
      times.push(performance.now() - from);
    }
  }
}

function resultOf(
  times: Record<'early' | 'late' | 'between', number[]>,
  size: Record<'people' | 'questions', number>,
): Result {
  const all = [...times.early, ...times.late, ...times.between];
  const seconds = all.reduce((sum, ms) => sum + ms, 0) / 1000;
  const [early, late] = [percentile(times.early, 50), percentile(times.late, 50)];
  const figures = { per_s: Math.round(all.length / seconds), early_p50_ms: early, late_p50_ms: late };
  return {
    name: 'inbound-80',
    ...figures,
    late_to_early: rounded(late / early),
    messages: all.length,
    ...size,
    delivered: false,
  };
}

function begin({ house, people, clock }: Town, { name, version }: Flow<Questionnaire, undefined>): void {
  house.archive.write((tx) => {
    for (const { id, unit } of people) {
      const state: Questionnaire = { unit, staged: nothingStaged() };
      keepSession(tx, id, { flow: name, version, state, paused: false, offered: null }, clock());
    }
  });
}

const openConversations = ({ house, people }: Town): number =>
  people.filter(({ id }) => sessionOf(house.archive.read, id)?.flow !== '').length;
