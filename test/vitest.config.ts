// How the tests run: which files count, and the slow ones only where they are asked for.
import { defineConfig } from 'vitest/config';

const isFull = process.env.HUIYIN_TEST_FULL === '1';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: isFull ? ['test/**/*.test.ts'] : ['test/**/!(*.slow).test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A process for each worker, not for each file: loading the same modules four hundred times over took a third of the whole run.
    isolate: false,
    setupFiles: ['test/set-up.ts'],
    testTimeout: 60_000,
    // On a busy machine a page may take seconds; what is polled for is what counts, not how soon.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});
