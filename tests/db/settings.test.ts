/** Settings kept with the data, and what the data is: real, practice and played figures never mix. */
import { describe, expect, it } from 'vitest';
import { claim } from '../../db/inbox.ts';
import { claimMode, keepSetting, MODES, modeOf, setting } from '../../db/settings.ts';
import { temporaryArchive } from '../support/archive.ts';

const said = { address: { channel: 'play', account: 'play', id: 'lan' }, messageId: '1', at: 1, said: 'a' } as const;

describe('a setting', () => {
  it('is kept, changed, and found after a restart', () => {
    const temporary = temporaryArchive();
    temporary.archive.write((tx) => keepSetting(tx, 'key', 'one'));
    temporary.archive.write((tx) => keepSetting(tx, 'key', 'hai'));
    const { read } = temporary.reopen();
    expect([setting(read, 'key'), setting(read, 'other')]).toEqual(['hai', undefined]);
  });
});

describe('what the data is', () => {
  it('is nothing at first, then what it was claimed as, as often as one likes', () => {
    const { archive } = temporaryArchive();
    expect(modeOf(archive.read)).toBeUndefined();
    archive.write((tx) => claimMode(tx, 'practice'));
    archive.write((tx) => claimMode(tx, 'practice'));
    expect(modeOf(archive.read)).toBe('practice');
  });

  const used = MODES.flatMap((is) => MODES.filter((wanted) => wanted !== is).map((wanted) => [is, wanted] as const));
  it.each(used)('used as %s data cannot become %s data', (is, wanted) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => claimMode(tx, is));
    archive.write((tx) => claim(tx, said));
    expect(() => archive.write((tx) => claimMode(tx, wanted))).toThrow(is);
    expect(modeOf(archive.read)).toBe(is);
  });

  it.each(used)('never used but claimed as %s: to become %s only a roster may turn into a script', (is, wanted) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => claimMode(tx, is));
    const claiming = () => archive.write((tx) => claimMode(tx, wanted));
    if (is === 'real' && wanted === 'play') {
      claiming();
      expect(modeOf(archive.read)).toBe('play');
    } else expect(claiming).toThrow(/--data|DATA_DIR/);
  });

  it('that nobody knows is none', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => keepSetting(tx, 'mode', 'thử'));
    expect(modeOf(archive.read)).toBeUndefined();
  });
});
