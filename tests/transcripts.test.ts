/**
 * Golden transcripts: a script of a conversation is the test. `UPDATE_GOLDEN=1 npx vitest run tests/transcripts.test.ts`
 * rewrites what the house says; the change is reviewed as a diff, read aloud.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { playFile } from './support/play.ts';

const FOLDER = fileURLToPath(new URL('./transcripts/', import.meta.url));
const SCRIPT = '.script.txt';
/** A year's script opens the house some 150 times; on a busy machine of one core that is a minute. */
const DYING_TIMEOUT = 180_000;

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(SCRIPT))
  .map((file) => file.slice(0, -SCRIPT.length));

async function transcriptOf(name: string, dies: boolean): Promise<string> {
  const played = await playFile(join(FOLDER, `${name}${SCRIPT}`), { dies });
  onTestFinished(played.dispose);
  return played.transcript;
}

describe.each(names)('the conversation "%s"', (name) => {
  const golden = join(FOLDER, `${name}.golden.txt`);

  it('reads as it did', async () => {
    const transcript = await transcriptOf(name, false);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, transcript);
    expect(transcript).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '(no golden transcript yet)');
  });

  it(
    'loses nothing when the process dies between any two lines',
    async () => {
      expect(await transcriptOf(name, true)).toBe(readFileSync(golden, 'utf8'));
    },
    DYING_TIMEOUT,
  );
});

it('keeps no transcript whose script is gone', () => {
  const goldens = readdirSync(FOLDER).filter((file) => file.endsWith('.golden.txt'));
  expect(goldens.map((file) => file.replace('.golden.txt', ''))).toEqual(names);
});
