// How the tests run: which files count, the slow ones only where they are asked for, and which of them begin.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const isFull = process.env.HUIYIN_TEST_FULL === '1';

/** Minutes each: begun last, one of these would go on alone when all others are done. */
const longest = ['/e2e/browser.test.ts', '/connectors/contract.test.ts', '/commands/import-shared.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = longest.findIndex((end) => moduleId.endsWith(end));
      return rank < 0 ? longest.length : rank;
    };
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: isFull ? ['test/**/*.test.ts'] : ['test/**/!(*.slow).test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A process for each worker, not for each file: loading the same modules four hundred times over took a third of the whole run.
    isolate: false,
    setupFiles: ['test/set-up.ts'],
    sequence: { sequencer: LongestFirst },
    // Browser, server and two workers share two cores: a limit is there to end what hangs, not to time what works.
    testTimeout: 240_000,
    // On a busy machine a page may take seconds; what is polled for is what counts, not how soon.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 240_000,
  },
});
