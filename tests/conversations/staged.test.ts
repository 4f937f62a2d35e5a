/** Answers laid down and taken up again. */
import { describe, expect, it } from 'vitest';
import { lay, nothingStaged, takeUp } from '../../conversations/staged.ts';
import { NIL, value } from '../../domain/figure.ts';

describe('laying down and taking up', () => {
  it("are each other's opposite", () => {
    const before = lay(nothingStaged(), { figures: { received: value(1), resolved: NIL }, done: ['a', 'b'] });
    const after = lay(before, {
      figures: { received: value(2) },
      clear: ['resolved'],
      documents: [],
      done: ['c'],
      undone: ['a'],
    });
    expect(after).toMatchObject({ figures: { received: value(2) }, done: ['b', 'c'] });
    expect(takeUp(after)).toEqual(before);
    expect(takeUp(nothingStaged())).toBeUndefined();
  });

  it('a figure both cleared and given is given', () => {
    expect(lay(nothingStaged(), { clear: ['received'], figures: { received: value(1) } }).figures).toEqual({
      received: value(1),
    });
  });

  it('keep the session small however long somebody goes on', () => {
    let staged = nothingStaged();
    for (let times = 0; times < 500; times += 1) staged = lay(staged, { figures: { received: value(times) } });
    expect(staged.trail).toHaveLength(100);
  });
});
