import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest begin first, so that the last of them does not run alone on one core. */
const LONGEST = ['transcripts.test.ts', 'start.test.ts', 'clock-page.test.ts', 'duties.test.ts', 'crash.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/properties.ts'],
    pool: 'forks',
    // Two cores are what the project is checked on; by itself vitest would leave one idle.
    maxWorkers: 2,
    // Every test makes its own house on its own files, so the program is loaded once a worker and not once a file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    env: { TZ: 'UTC' },
    // For what hangs, not for what is slow: some tests start the service several times, on machines of any speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
