/** The engine with the smallest flow there can be: two numbers, a text and a confirmation. */
import { describe, expect, it } from 'vitest';
import { advance, begin, restate } from '../../conversations/engine.ts';
import type { Clarification, Flow, Input, Question, Reading, Staged } from '../../conversations/flow.ts';
import { line, option, type Say } from '../../conversations/say.ts';
import { nothingStaged } from '../../conversations/staged.ts';
import { MISSES_MAX, WAYS_OUT } from '../../conversations/ways-out.ts';
import { NIL, NO_DATA, value } from '../../domain/figure.ts';
import { CONTEXT, heard, naming, talk } from '../support/talk.ts';

interface State {
  staged: Staged;
}

interface Facts {
  closed?: boolean;
}

const doubt: Clarification = {
  lines: [line('doubt-proposal', { n: 21 })],
  options: [
    { id: 'clarify:0', label: line('choice-number', { n: 21 }), patch: { figures: { received: value(21) } } },
    { id: 'clarify:1', label: line('choice-retype'), patch: { clear: ['received'] } },
  ],
  yes: 0,
  no: 1,
  about: 'received',
};

function number(name: 'received' | 'resolved'): Question {
  return {
    id: name,
    ask: name,
    lines: [line('ask-received', { period: '10' })],
    choices: [[option('slot:nil', 'choice-nil')]],
    ...(name === 'received' ? { skip: { figures: { received: NO_DATA } } } : {}),
    read(input): Reading {
      if (input.kind === 'choice')
        return input.ids[0] === 'slot:nil' ? { kind: 'got', patch: { figures: { [name]: NIL } } } : { kind: 'none' };
      if (input.text === 'doubtful') return { kind: 'unclear', clarification: doubt };
      if (input.text === 'doubtful but laid')
        return { kind: 'unclear', clarification: doubt, patch: { figures: { received: value(99) } } };
      if (input.text === 'refused') return { kind: 'unread', lines: [line('doubt-no_figure', { n: 1 })] };
      const n = input.understood.number;
      return n === undefined ? { kind: 'none' } : { kind: 'got', patch: { figures: { [name]: value(n) } } };
    },
  };
}

const several: Question = {
  id: 'several',
  lines: [line('ask-activities', { period: '10' })],
  choices: [[option('a', 'choice-none'), option('b', 'choice-nil')]],
  multiple: true,
  numbered: true,
  read: (input) =>
    input.kind === 'choice' ? { kind: 'got', patch: { done: ['several', ...input.ids] } } : { kind: 'none' },
};

const confirm: Question = {
  id: 'confirm',
  lines: [line('check-in-review-how')],
  choices: [[option('send', 'choice-send')]],
  numbered: true,
  read: (input) => (input.kind === 'choice' && input.ids[0] === 'send' ? { kind: 'finish' } : { kind: 'none' }),
};

const flow: Flow<State, Facts> = {
  name: 'small',
  version: 1,
  parse: (state) => state as State,
  plan({ staged }) {
    const open = [
      ...(staged.figures.received ? [] : [number('received')]),
      ...(staged.figures.resolved ? [] : [number('resolved')]),
      ...(staged.done.includes('several') ? [] : [several]),
      confirm,
    ];
    return { question: open[0], open: open.length, settled: 4 - open.length };
  },
  absorb(_state, input): Reading {
    if (input.kind === 'choice' || Object.keys(input.understood.figures).length === 0) return { kind: 'none' };
    const figures = Object.fromEntries(Object.entries(input.understood.figures).map(([name, n]) => [name, value(n)]));
    return { kind: 'got', patch: { figures } };
  },
  notKept: () => [],
  examine({ staged }) {
    const received = staged.figures.received;
    return received?.kind === 'value' && received.value === 210 ? doubt : undefined;
  },
  echo: ({ staged }, before) => (staged.figures === before.figures ? [] : [line('engine-noted')]),
  heading: () => [line('check-in-hint')],
  obstacle: (_state, { closed }): Say | undefined =>
    closed ? { lines: [line('nothing-filed', { period: '10' })] } : undefined,
  finish: ({ staged }) => [{ do: 'file_year', unit: 1, year: 2021, figures: staged.figures }],
};

const open = (staged: Partial<Staged> = {}, facts: Facts = {}) =>
  talk(flow, { staged: { ...nothingStaged(), ...staged } }, facts);
const saying = (words: string) => heard({}, words);
const counted = (n: number) => heard({ number: n }, String(n));
const steering = (navigation: 'back' | 'skip' | 'cancel' | 'help') => heard({ navigation }, navigation);

describe('a conversation', () => {
  it('begins with its heading, its place and the first question', () => {
    expect(open().keys()).toEqual(['check-in-hint', 'engine-progress', 'ask-received']);
  });

  it('goes from question to question and ends with what was decided', () => {
    const now = open().do(counted(215)).do(counted(216)).tap('a').tap('send');
    expect(now.state).toBeUndefined();
    expect(now.effects).toEqual([
      { do: 'file_year', unit: 1, year: 2021, figures: { received: value(215), resolved: value(216) } },
    ]);
  });

  it('takes whatever a message names, at whatever question', () => {
    const now = open().do(naming({ resolved: 216 }));
    expect([now.question()?.id, now.state?.staged.figures]).toEqual(['received', { resolved: value(216) }]);
  });

  it('stops at once where it cannot go on, however it is spoken to', () => {
    const state = { staged: nothingStaged() };
    for (const step of [
      begin(flow, state, { closed: true }, CONTEXT),
      restate(flow, state, { closed: true }, CONTEXT),
      advance(flow, state, counted(215), { closed: true }, CONTEXT),
      advance(flow, state, { kind: 'choice', ids: ['send'] }, { closed: true }, CONTEXT),
    ]) {
      expect(step.state).toBeUndefined();
      expect(step.effects).toMatchObject([{ do: 'say', say: { lines: [{ key: 'nothing-filed' }] } }]);
    }
  });

  it('changes no state it was given', () => {
    const state = { staged: nothingStaged() };
    const before = structuredClone(state);
    for (const input of [counted(1), naming({ received: 210 }), steering('back'), steering('skip'), saying('?')])
      advance(flow, state, input, {}, CONTEXT);
    expect(state).toEqual(before);
  });

  it('says why a message was not taken, and asks again', () => {
    const now = open().do(saying('refused'));
    expect(now.keys()).toEqual(['doubt-no_figure', 'engine-progress', 'ask-received']);
    expect(now.state?.staged.trail).toEqual([]);
  });

  it('can be shown again without its heading', () => {
    const step = restate(flow, { staged: nothingStaged() }, {}, CONTEXT, [line('button-old')]);
    expect(step.effects).toMatchObject([
      { say: { lines: [{ key: 'button-old' }, { key: 'engine-progress' }, { key: 'ask-received' }] } },
    ]);
  });
});

describe('the ways out', () => {
  it.each([
    ['typed', (way: 'skip' | 'back' | 'help' | 'cancel'): Input => steering(way)],
    ['tapped', (way: 'skip' | 'back' | 'help' | 'cancel'): Input => ({ kind: 'choice', ids: [WAYS_OUT[way]] })],
  ])('work when %s', (_how, by) => {
    expect(open().do(by('skip')).state?.staged.figures).toEqual({ received: NO_DATA });
    expect(open().do(counted(215)).do(by('back')).state?.staged).toEqual(nothingStaged());
    expect(open().do(by('help')).keys()).toContain('engine-help');
    const stopped = open().do(counted(215)).do(by('cancel'));
    expect([stopped.paused, stopped.state?.staged.figures]).toEqual([true, { received: value(215) }]);
  });

  it('say so where there is nothing to go back to, or no skipping', () => {
    expect(open().do(steering('back')).keys()[0]).toBe('engine-nothing-to-go-back');
    expect(open().do(counted(215)).do(steering('skip')).keys()[0]).toBe('engine-cannot-skip');
  });
});

describe('a doubt', () => {
  const doubtful = () => open().do(saying('doubtful'));

  it('lays nothing down until it is answered', () => {
    const now = doubtful();
    expect(now.state?.staged.figures).toEqual({});
    expect(now.offered()).toEqual(['clarify:0', 'clarify:1']);
  });

  it.each<[string, Input]>([
    ['its option', { kind: 'choice', ids: ['clarify:0'] }],
    ['yes', saying('đúng')],
    ['yes without marks', saying('dung roi')],
    ['a new number', counted(21)],
    ['the figure by name', naming({ received: 21 })],
  ])('is settled by %s', (_how, input) => {
    const now = doubtful().do(input);
    expect(now.state?.staged).toMatchObject({ figures: { received: value(21) }, clarification: null });
  });

  it('is dropped by no, and the question asked again', () => {
    const now = doubtful().do(saying('không'));
    expect([now.question()?.id, now.state?.staged.clarification]).toEqual(['received', null]);
  });

  it.each<[string, Input]>([
    ['an option of something else', { kind: 'choice', ids: ['send'] }],
    ['two options at once', { kind: 'choice', ids: ['clarify:0', 'clarify:1'] }],
    ['words', saying('để xem')],
    ['a yes that says more', saying('đúng nhưng trễ là 3')],
  ])('stays open after %s', (_how, input) => {
    const now = doubtful().do(input);
    expect(now.state?.staged).toMatchObject({ figures: {}, misses: 1 });
    expect(now.offered()).toEqual(['clarify:0', 'clarify:1']);
  });

  it('does not let a number fall into the next question', () => {
    const now = open().do(naming({ received: 210 }));
    expect(now.state?.staged.clarification).not.toBeNull();
    expect(now.do(counted(21)).state?.staged.figures).toEqual({ received: value(21) });
  });

  it('asked again by help is the same doubt', () => {
    expect(doubtful().do(steering('help')).offered()).toEqual(['clarify:0', 'clarify:1']);
  });

  it('gone back from leaves what was before the message that raised it', () => {
    expect(open().do(counted(5)).do(saying('doubtful')).do(steering('back')).state?.staged.figures).toEqual({
      received: value(5),
    });
    expect(open().do(saying('doubtful but laid')).do(steering('back')).state?.staged).toEqual(nothingStaged());
    expect(
      open()
        .do(naming({ received: 210 }))
        .do(steering('back')).state?.staged,
    ).toEqual(nothingStaged());
  });

  it('about what is laid down is asked once more before anything is sent', () => {
    const now = open({ figures: { received: value(210), resolved: value(1) }, done: ['several'] }).tap('send');
    expect(now.effects).toMatchObject([{ do: 'say' }]);
    expect(now.offered()).toEqual(['clarify:0', 'clarify:1']);
  });

  it('about several figures takes no words for the answer to the question behind it', () => {
    const { about: _about, ...tie } = doubt;
    const reason: Question = {
      id: 'late_reason',
      lines: [line('ask-received', { period: '10' })],
      verbatim: true,
      read: () => ({ kind: 'got', patch: { done: ['reason'] } }),
    };
    const behind = { ...flow, plan: () => ({ question: reason, open: 1, settled: 0 }) };
    const now = talk(behind, { staged: { ...nothingStaged(), clarification: tie } }, {}).do(saying('phần mềm lỗi'));
    expect([now.state?.staged.done, now.offered()]).toEqual([[], ['clarify:0', 'clarify:1']]);
  });
});

describe('misunderstandings', () => {
  it('in a row bring the ways out and somebody to call, and are forgotten by an answer', () => {
    const context = { ...CONTEXT, contact: 'Lê Minh Khoa' };
    let state: State = { staged: nothingStaged() };
    const keys: string[][] = [];
    for (let times = 0; times < MISSES_MAX; times += 1) {
      const step = advance(flow, state, saying('?'), {}, context);
      state = step.state ?? state;
      keys.push(step.effects.flatMap((effect) => (effect.do === 'say' ? effect.say.lines.map(({ key }) => key) : [])));
    }
    expect(keys.map(([first]) => first)).toEqual([
      'engine-not-understood',
      'engine-not-understood',
      'engine-not-understood-again',
    ]);
    expect(keys.at(-1)).toContain('engine-call');
    expect(keys.at(-1)).toContain('ask-received');
    expect(advance(flow, state, counted(215), {}, context).state?.staged.misses).toBe(0);
  });

  it('offer what the question offered, chosen in the same way', () => {
    const now = open({ figures: { received: value(1), resolved: value(1) } });
    for (let times = 0; times < MISSES_MAX; times += 1) now.do(saying('?'));
    expect(now.offered()).toEqual(['a', 'b', WAYS_OUT.help, WAYS_OUT.back, WAYS_OUT.cancel]);
    expect(now.said()).toMatchObject({ numbered: true, multiple: true });
  });

  it('at a doubt show the doubt, not the question behind it', () => {
    const now = open().do(saying('doubtful'));
    for (let times = 0; times < MISSES_MAX; times += 1) now.do(saying('?'));
    expect(now.keys()).toContain('doubt-proposal');
    expect(now.keys()).not.toContain('ask-received');
    expect(now.offered().slice(0, 2)).toEqual(['clarify:0', 'clarify:1']);
  });
});

describe('several choices', () => {
  it('are taken where several were offered', () => {
    const now = open({ figures: { received: value(1), resolved: value(1) } }).tap('a', 'b');
    expect(now.state?.staged.done).toEqual(['several', 'a', 'b']);
  });

  it('are not taken where one was: the first is not picked for the person', () => {
    const now = open({ figures: { received: value(1), resolved: value(1) }, done: ['several'] }).tap('send', 'a');
    expect(now.state?.staged.misses).toBe(1);
    expect(now.effects).toMatchObject([{ do: 'say' }]);
  });
});
