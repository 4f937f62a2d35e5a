/** Sums over units and months are those of the figures in force, and of nothing else. */
import { describe, expect, it } from 'vitest';
import { recordFigures } from '../../db/answers.ts';
import { sumsOf } from '../../db/sums.ts';
import { NIL, NO_DATA, value } from '../../domain/figure.ts';
import { temporaryArchive } from '../support/archive.ts';

describe('a sum', () => {
  const filled = () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const by = { person: 7, at: 1 };
      recordFigures(tx, 1, '2021-09', { received: value(200), resolved: value(190) }, by);
      recordFigures(tx, 1, '2021-09', { received: value(210) }, by);
      recordFigures(tx, 1, '2021-10', { received: NIL, resolved: value(5) }, by);
      recordFigures(tx, 2, '2021-10', { received: value(3), resolved: NO_DATA }, by);
      recordFigures(tx, 3, '2021-10', { received: value(1000) }, by);
      recordFigures(tx, 1, '2021-11', { received: value(5000) }, by);
    });
    return archive.read;
  };

  it('is of the units and months named, each figure as it now stands', () => {
    expect(sumsOf(filled(), [1, 2], ['2021-09', '2021-10'], ['received', 'resolved'])).toEqual({
      received: 213,
      resolved: 195,
    });
  });

  it('is 0 where nothing was said', () => {
    expect(sumsOf(filled(), [9], ['2021-09'], ['received', 'resolved_late'])).toEqual({
      received: 0,
      resolved_late: 0,
    });
    expect(sumsOf(filled(), [], [], ['received'])).toEqual({ received: 0 });
  });
});
