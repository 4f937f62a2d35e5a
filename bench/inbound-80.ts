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
import { percentile, type Result } from './result.ts';
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
  examine: () => undefined,
  echo: ({ staged }) => staged.done.slice(-1).map((mark) => line('year-noted', { name: mark, shown: '' })),
  heading: () => [],
  obstacle: () => undefined,
  finish: () => [{ do: 'say', say: { lines: [line('report-complete')] } }],
});

/**
 * Everybody answers all questions. People begin one after the other, so that early and late answers are given side by
 * side and a busy moment of the machine falls on both. @throws {Error} when a questionnaire is not at its end
 */
export async function inbound80(people: number, questions = QUESTIONS): Promise<Result[]> {
  const flow = questionnaire(questions);
  const town = openTown({ people, units: people }, [conversation(flow, () => undefined)]);
  try {
    begin(town, flow);
    const times = await answerAll(town, questions);
    if (openConversations(town) > 0) throw new Error('the questionnaire did not end where it should');
    const seconds = times.flat().reduce((sum, ms) => sum + ms, 0) / 1000;
    const messages = people * questions;
    return [
      {
        name: 'inbound-80',
        per_s: Math.round(messages / seconds),
        early_p50_ms: percentile(times.slice(0, END).flat(), 50),
        late_p50_ms: percentile(times.slice(-END).flat(), 50),
        messages,
        people,
        questions,
        delivered: false,
      },
    ];
  } finally {
    town.close();
  }
}

/** Milliseconds of every answer, by the place of its question. */
async function answerAll(town: Town, questions: number): Promise<number[][]> {
  const times = Array.from({ length: questions }, (): number[] => []);
  for (let round = 0; round < 2 * questions; round += 1) {
    for (const [index, { address }] of town.people.entries()) {
      const place = times[round - (index % questions)];
      if (!place) continue;
      const from = performance.now();
      await town.say(address, String(200 + round));
      place.push(performance.now() - from);
    }
  }
  return times;
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
