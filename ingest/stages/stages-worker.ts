// The thread of the stages: rules, tables and models are opened once, and pages are read in turns with each other.
import { openScorers } from '../scores/index.ts';
import { serveThread } from '../thread/serve-thread.ts';
import { openLanguageDetector } from './language.ts';
import { openStages, type Prepared } from './run-stages.ts';
import type { StageQuestion, StagesStart } from './stages-in-thread.ts';

const nothing: Prepared = { ready: [], refused: [], renamed: [], unscored: 0 };

serveThread<StagesStart, StageQuestion, Prepared>(async ({ keys, taxonomy, taught }) => {
  const [detector, scorers] = await Promise.all([openLanguageDetector(), openScorers(taxonomy, taught)]);
  // A Buffer comes over as bare bytes.
  const stages = openStages({ keys: { ...keys, hmacKey: Buffer.from(keys.hmacKey) }, detector, scorers });
  return async (asked) => {
    if ('run' in asked) return await stages.run(asked.run);
    await stages.open(asked.open);
    return nothing;
  };
});
