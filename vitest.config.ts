import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/properties.ts'],
    pool: 'forks',
    // Two cores are what the project is checked on; by itself vitest would leave one idle.
    maxWorkers: 2,
    // Every test makes its own house on its own files, so the program is loaded once a worker and not once a file.
    isolate: false,
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
