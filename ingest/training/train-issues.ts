// Trains the shipped space of messages: node --import tsx ingest/training/train-issues.ts [--data ../shared/data] [--held-out]
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { packSpaceModel } from '../issues/message-space.ts';
import { seededRandom } from '../learn/seeded.ts';
import { measureIssues } from './issue-figures.ts';
import { readIssueSources } from './issue-sources.ts';
import { trainIssueSpace } from './issue-space-trainer.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    /** Keeps 25 intents and a fifth of the other texts of Banking77 from the training, measures with them, and writes nothing. */
    'held-out': { type: 'boolean', default: false },
  },
});

const say = (words: string) => process.stdout.write(`${words}\n`);
const sources = await readIssueSources(options.data);
const heldIntents = 25;
const random = seededRandom(3);
const held = new Set(
  [...new Set(sources.banking.map(({ label }) => label))]
    .sort()
    .map((label) => ({ label, chance: random() }))
    .sort((a, b) => a.chance - b.chance)
    .slice(0, options['held-out'] ? heldIntents : 0)
    .map(({ label }) => label),
);
const isKept = (at: number, label: string) => !held.has(label) && !(options['held-out'] && at % 5 === 0);
const model = trainIssueSpace({ ...sources, banking: sources.banking.filter(({ label }, at) => isKept(at, label)) }, say);
if (options['held-out']) {
  measureIssues(
    model,
    {
      'Banking77, 25 intents never seen': sources.banking.filter(({ label }) => held.has(label)),
      'Banking77, intents seen, texts never seen': sources.banking.filter(({ label }, at) => !held.has(label) && at % 5 === 0),
    },
    { grouped: sources.grouped, say },
  );
} else {
  const folder = new URL('../models/issues/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const packed = packSpaceModel(model);
  await writeFile(new URL('weights.bin', folder), packed);
  say(`weights ${(packed.length / 1e6).toFixed(2)} MB, version ${model.version}`);
  measureIssues(model, {}, { grouped: sources.grouped, say });
}
