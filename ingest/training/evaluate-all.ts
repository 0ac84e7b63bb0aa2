// `npm run evaluate`: the classifier measured by cross-validation on all labelled sets of a folder, beside libraries and published figures.
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { stripEmoticons } from '../learn/plain-text.ts';
import { openBaselines } from './baselines.ts';
import { crossValidate } from './cross-validate.ts';
import { printLanguage } from './evaluate-language.ts';
import { type EvaluationSet, evaluationSets } from './evaluation-sets.ts';
import { type Measured, measuredTable } from './measured-table.ts';
import { readExamples } from './read-examples.ts';

/** Small sets are held out whole, a fifth at a time; of large ones one or two fifths say enough. */
const roundsFor = (size: number): number => (size <= 3000 ? 5 : size <= 12_000 ? 2 : 1);

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

export async function measure(folder: string, set: EvaluationSet, baselines: ReturnType<typeof openBaselines>): Promise<Measured> {
  const read = await readExamples(`${folder}/${set.file}.jsonl.gz`);
  const examples = set.stripsEmoticons ? read.map((example) => ({ ...example, text: stripEmoticons(example.text) })) : read;
  const { own, others } = crossValidate(examples, roundsFor(examples.length), {
    judges: set.task === 'sentiment' ? baselines : {},
    language: set.language,
  });
  return { set, own, others };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data' },
      set: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
      /** `language` measures language identification alone. */
      task: { type: 'string' },
    },
  });
  if (values.task === 'language') return await printLanguage(values.data, values.json);
  const wanted = evaluationSets.filter(({ file }) => values.set === undefined || values.set.includes(file));
  const present: EvaluationSet[] = [];
  for (const set of wanted) if (await exists(`${values.data}/${set.file}.jsonl.gz`)) present.push(set);
  if (present.length === 0) {
    process.stderr.write(
      `${values.data}: holds none of the sets ${wanted.map(({ file }) => `${file}.jsonl.gz`).join(', ')}; give --data\n`,
    );
    return 1;
  }
  const baselines = openBaselines();
  const measured: Measured[] = [];
  for (const set of present) {
    measured.push(await measure(values.data, set, baselines));
    if (!values.json) process.stderr.write(`${set.file} measured\n`);
  }
  process.stdout.write(values.json ? `${JSON.stringify(measured, null, 2)}\n` : measuredTable(measured));
  return 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
