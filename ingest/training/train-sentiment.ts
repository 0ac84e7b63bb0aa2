// `npm run train:sentiment`: makes the weights of the sentiment scorer anew from labelled texts, and says how good they are on unseen ones.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { calibrationError, figuresOf } from '../learn/figures.ts';
import { pack } from '../learn/packed.ts';
import type { Mixed } from '../scores/sentiment-model.ts';
import { sentimentOrder } from '../scores/sentiment-order.ts';
import { costTable, permissiveCosts, withoutTaught } from './permissive-cost.ts';
import { foreignMark, permissiveSets, readTeachingSets, type TaughtText, teachingSets } from './sentiment-data.ts';
import { supportSentences } from './support-sentences/index.ts';
import { teachLanguage } from './teach-language.ts';

export type SetFigures = {
  readonly set: string;
  readonly language: string;
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly calibrationError: number;
  /** Share of texts that it would not abstain on, and how often it is right there. */
  readonly coverage: number;
  readonly accuracyCovered: number;
};

const leastSure = 0.5;

/** Figures of every set, from what was said of its texts unseen. */
export function setFigures(texts: readonly TaughtText[], unseen: readonly Mixed[]): SetFigures[] {
  // Composed sentences resemble each other across folds: their figure would flatter. Texts in other languages are measured with those.
  const sets = [...new Set(texts.map(({ set }) => set))].filter((set) => !set.startsWith('support_') && !set.startsWith(foreignMark));
  return sets.map((set) => {
    const own = texts.flatMap((text, index) => (text.set === set ? [{ ...text, said: unseen[index] }] : []));
    const labels = own.map(({ said }) => sentimentOrder[said?.label ?? 0] ?? '');
    const truth = own.map(({ label }) => label);
    const sure = own.map(({ said }) => Math.max(...(said?.probabilities ?? [])));
    const isRight = own.map(({ said }, index) => sentimentOrder[said?.probabilities.indexOf(sure[index] ?? 0) ?? 0] === truth[index]);
    const covered = [...sure.keys()].filter((index) => (sure[index] ?? 0) >= leastSure);
    const { accuracy, macroF1 } = figuresOf(truth, labels);
    return {
      set,
      language: own[0]?.language ?? 'und',
      n: own.length,
      accuracy,
      macroF1,
      calibrationError: calibrationError(sure, isRight),
      coverage: covered.length / Math.max(1, own.length),
      accuracyCovered: covered.filter((index) => labels[index] === truth[index]).length / Math.max(1, covered.length),
    };
  });
}

const percent = (share: number): string => (share * 100).toFixed(1);

/** The table of the model card. */
export function figuresTable(figures: readonly SetFigures[]): string {
  return [
    '| set | language | n | macro-F1 | accuracy | calibration error | coverage | accuracy where it does not abstain |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map(
      (one) =>
        `| ${one.set} | ${one.language} | ${one.n} | ${percent(one.macroF1)} | ${percent(one.accuracy)} | ${one.calibrationError.toFixed(3)} | ${percent(one.coverage)} | ${percent(one.accuracyCovered)} |`,
    ),
    '',
  ].join('\n');
}

const cardFile = path.join(import.meta.dirname, '../models/sentiment/MODEL_CARD.md');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data' },
      out: { type: 'string', default: path.join(import.meta.dirname, '../models/sentiment') },
      language: { type: 'string', multiple: true },
      'only-permissive': { type: 'boolean', default: false },
      'figures-only': { type: 'boolean', default: false },
    },
  });
  const sets = values['only-permissive'] ? permissiveSets : teachingSets;
  const languages = values.language ?? [...new Set(sets.map(({ language }) => language))];
  await mkdir(values.out, { recursive: true });
  for (const language of languages) {
    const open = await readTeachingSets(
      values.data,
      sets.filter((set) => set.language === language),
    );
    const texts = [...open, ...supportSentences.filter((text) => text.language === language)];
    const { packed, unseen } = teachLanguage(language, texts);
    const model = pack(packed);
    if (!values['figures-only']) await writeFile(path.join(values.out, `${language}.bin`), model);
    process.stdout.write(`${language}: taught with ${texts.length} texts\n${figuresTable(setFigures(texts, unseen))}`);
    if (!values['only-permissive']) continue;
    const others = teachingSets.filter((set) => set.language === language && !set.isPermissive && set.isForeign !== true);
    const unlike = withoutTaught(await readTeachingSets(values.data, others), texts);
    process.stdout.write(costTable(permissiveCosts(model, unlike, await readFile(cardFile, 'utf8'))));
  }
  const without = [...new Set(teachingSets.map(({ language }) => language))].filter(
    (language) => !sets.some((set) => set.language === language),
  );
  if (without.length > 0) process.stdout.write(`no permissive set, so no weights: ${without.join(', ')}\n`);
}

if (process.argv[1] === import.meta.filename) await main();
