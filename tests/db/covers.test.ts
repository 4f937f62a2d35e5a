/** Who is away and who stands in for them. */
import { describe, expect, it } from 'vitest';
import { type Cover, coveredBy, coverOf, coversOn, endCover, recordCover } from '../../db/covers.ts';
import { temporaryArchive } from '../support/archive.ts';

const [LAN, HA, NAM] = [1, 2, 3];
const WEEK = { from: '2026-11-02', to: '2026-11-06' };

function room(...covers: Cover[]) {
  const { archive } = temporaryArchive();
  archive.write((tx) => {
    covers.forEach((cover, index) => {
      recordCover(tx, cover, index + 1);
    });
  });
  return archive;
}

describe('being away', () => {
  it.each([
    ['2026-11-01', false],
    ['2026-11-02', true],
    ['2026-11-06', true],
    ['2026-11-07', false],
  ])('on %s: %s, both ends included', (day, isAway) => {
    const { read } = room({ person: LAN, by: HA, ...WEEK });
    expect(coversOn(read, day)).toEqual(new Map(isAway ? [[LAN, HA]] : []));
    expect(coveredBy(read, HA, day)).toEqual(isAway ? [LAN] : []);
  });

  it('is known beforehand and forgotten when it is over', () => {
    const { read } = room({ person: LAN, by: HA, ...WEEK });
    expect(coverOf(read, LAN, '2026-10-20')).toEqual({ person: LAN, by: HA, ...WEEK });
    expect(coverOf(read, LAN, '2026-11-06')).toBeDefined();
    expect(coverOf(read, LAN, '2026-11-07')).toBeUndefined();
    expect(coverOf(read, HA, '2026-11-03')).toBeUndefined();
  });

  it('with nobody in their place is being away all the same', () => {
    const { read } = room({ person: LAN, ...WEEK });
    expect(coversOn(read, '2026-11-03')).toEqual(new Map([[LAN, null]]));
    expect(coverOf(read, LAN, '2026-11-03')).toEqual({ person: LAN, ...WEEK });
  });

  it('said anew replaces what was said before', () => {
    const { read } = room(
      { person: LAN, by: HA, ...WEEK },
      { person: LAN, by: NAM, from: '2026-11-04', to: '2026-11-05' },
    );
    expect(coversOn(read, '2026-11-03').size).toBe(0);
    expect(coversOn(read, '2026-11-04')).toEqual(new Map([[LAN, NAM]]));
    expect(coveredBy(read, HA, '2026-11-04')).toEqual([]);
  });

  it('in other days stands beside what was said before, the nearest first', () => {
    const later = { from: '2026-11-20', to: '2026-11-25' };
    const archive = room({ person: LAN, by: HA, ...later }, { person: LAN, by: NAM, ...WEEK });
    expect(coversOn(archive.read, '2026-11-03')).toEqual(new Map([[LAN, NAM]]));
    expect(coversOn(archive.read, '2026-11-21')).toEqual(new Map([[LAN, HA]]));
    expect(coverOf(archive.read, LAN, '2026-11-01')?.from).toBe(WEEK.from);
    expect(archive.write((tx) => endCover(tx, LAN, 9, '2026-11-03'))).toBe(true);
    expect(archive.write((tx) => endCover(tx, LAN, 9, '2026-11-10'))).toBe(false);
    expect(coverOf(archive.read, LAN, '2026-11-01')).toEqual({ person: LAN, by: HA, ...later });
  });

  it('ends with a return, once', () => {
    const archive = room({ person: LAN, by: HA, ...WEEK });
    expect(archive.write((tx) => endCover(tx, LAN, 9))).toBe(true);
    expect(archive.write((tx) => endCover(tx, LAN, 10))).toBe(false);
    expect(archive.write((tx) => endCover(tx, NAM, 10))).toBe(false);
    expect(coversOn(archive.read, '2026-11-03').size).toBe(0);
    expect(coverOf(archive.read, LAN, '2026-11-03')).toBeUndefined();
  });

  it('of two people may be taken by one', () => {
    const { read } = room({ person: LAN, by: NAM, ...WEEK }, { person: HA, by: NAM, ...WEEK });
    expect(coveredBy(read, NAM, '2026-11-03').sort((a, b) => a - b)).toEqual([LAN, HA]);
  });
});
