// Trains the shipped category model: node --import tsx ingest/training/train-category.ts [--only-permissive] [--data ../shared/data] [--try]
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { figuresOf } from '../learn/figures.ts';
import { readShippedTaxonomy } from '../scores/category.ts';
import { packCategoryModel } from '../scores/category-model.ts';
import { taxonomyExamples } from './category-examples.ts';
import { demoExamples, openSetExamples, weakExamples } from './category-sources.ts';
import { type CategoryExample, trainCategoryModel } from './category-trainer.ts';

const { values: options } = parseArgs({
  options: {
    'only-permissive': { type: 'boolean', default: false },
    data: { type: 'string', default: '../shared/data' },
    /** Prints figures and writes nothing. */
    try: { type: 'boolean', default: false },
  },
});

const taxonomy = await readShippedTaxonomy();
const sources: Readonly<Record<string, readonly CategoryExample[]>> = {
  taxonomy: taxonomyExamples(taxonomy),
  demo: demoExamples(),
  open: await openSetExamples(options.data),
  weak: options['only-permissive'] ? [] : await weakExamples(options.data, taxonomy),
};
const examples = Object.values(sources).flat();
const version = createHash('sha256').update(JSON.stringify(examples)).digest('hex').slice(0, 8);
const { model, unseen } = trainCategoryModel(taxonomy, examples, version);
const { accuracy, macroF1, n } = figuresOf(
  unseen.map(({ truth }) => truth),
  unseen.map(({ said }) => said),
);
const counts = Object.entries(sources).map(([name, list]) => `${name} ${list.length}`);
process.stdout.write(`${counts.join(', ')}\nunseen ${n}: accuracy ${accuracy.toFixed(3)}, macro F1 ${macroF1.toFixed(3)}\n`);
if (!options.try) {
  const folder = new URL('../models/category/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const packed = packCategoryModel(model);
  await writeFile(new URL('weights.bin', folder), packed);
  process.stdout.write(`weights ${(packed.length / 1e6).toFixed(2)} MB, version ${version}, sharpness ${model.sharpness.toFixed(2)}\n`);
}
