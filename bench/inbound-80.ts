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

/** Everybody answers all questions, interleaved. @throws {Error} when a questionnaire is not at its end */
export async function inbound80(people: number, questions = QUESTIONS): Promise<Result[]> {
  const flow = questionnaire(questions);
  const town = openTown({ people, units: people }, [conversation(flow, () => undefined)]);
  try {
    begin(town, flow);
    const times: number[][] = [];
    const from = performance.now();
    for (let n = 1; n <= questions; n += 1) times.push(await answered(town, String(200 + n)));
    const seconds = (performance.now() - from) / 1000;
    if (openConversations(town) > 0) throw new Error('the questionnaire did not end where it should');
    const early = percentile(times.slice(0, END).flat(), 50);
    const late = percentile(times.slice(-END).flat(), 50);
    const messages = people * questions;
    const figures = { per_s: Math.round(messages / seconds), early_p50_ms: early, late_p50_ms: late };
    return [{ name: 'inbound-80', ...figures, messages, people, questions }];
  } finally {
    town.close();
  }
}

/** One answer of everybody; milliseconds of each. */
async function answered(town: Town, text: string): Promise<number[]> {
  const times: number[] = [];
  for (const { address } of town.people) {
    const from = performance.now();
    await town.say(address, text);
    times.push(performance.now() - from);
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
