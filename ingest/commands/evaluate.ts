// `huiyin evaluate`: trains on one file of labelled texts, tests on another, and says how good it came out.
import { performance } from 'node:perf_hooks';
import { type Command, Option } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { type Example, trainClassifier } from '../learn/classifier.ts';
import { calibrationError, type Figures, figuresOf } from '../learn/figures.ts';
import { readExamples } from '../training/read-examples.ts';
import type { CommandContext } from './context.ts';

type Options = {
  readonly task: 'sentiment' | 'category';
  readonly train: string;
  readonly test: string;
  readonly stripEmoticons?: boolean;
  readonly json?: boolean;
};

export type Evaluation = Figures & {
  readonly task: Options['task'];
  readonly trainedOn: number;
  readonly calibrationError: number;
  readonly trainedPerSecond: number;
  readonly predictedPerSecond: number;
};

export function registerEvaluate(program: Command, context: CommandContext): void {
  program
    .command('evaluate')
    .description('train on one file of {text, label} lines, test on another: accuracy, macro F1, figures of every label')
    .addOption(new Option('--task <task>', 'what the labels are').choices(['sentiment', 'category']).makeOptionMandatory())
    .requiredOption('--train <file>', 'JSON Lines {text, label}; gzip is recognised')
    .requiredOption('--test <file>', 'JSON Lines {text, label}; gzip is recognised')
    .option(
      '--strip-emoticons',
      'take [emoticons] in square brackets out of both files first: labels that were made from them would give themselves away',
    )
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const evaluation = await evaluate(options);
      context.stdout(options.json ? `${JSON.stringify(evaluation, null, 2)}\n` : evaluationText(evaluation));
    });
}

const withoutEmoticons = (example: Example): Example => ({ ...example, text: example.text.replace(/\[[^\][]{1,8}\]/g, ' ') });

async function evaluate(options: Options): Promise<Evaluation> {
  const [train, test] = (await Promise.all([readExamples(options.train), readExamples(options.test)])).map((examples) =>
    options.stripEmoticons ? examples.map(withoutEmoticons) : examples,
  );
  if (train === undefined || test === undefined) throw new AppError('internal', 'nothing was read');
  if (new Set(train.map(({ label }) => label)).size < 2)
    throw new AppError('invalid', `${options.train}: all examples have one label; there is nothing to learn`);
  const began = performance.now();
  const classifier = trainClassifier(train);
  const trained = performance.now();
  const predictions = test.map(({ text }) => classifier.predict(text));
  const done = performance.now();
  const figures = figuresOf(
    test.map(({ label }) => label),
    predictions.map(({ label }) => label),
  );
  const sure = predictions.map(({ probabilities }) => Math.max(...probabilities));
  const isRight = predictions.map(
    ({ probabilities }, index) => classifier.labels[probabilities.indexOf(sure[index] ?? 0)] === test[index]?.label,
  );
  return {
    task: options.task,
    trainedOn: train.length,
    ...figures,
    calibrationError: calibrationError(sure, isRight),
    trainedPerSecond: Math.round((train.length * 1000) / Math.max(1, trained - began)),
    predictedPerSecond: Math.round((test.length * 1000) / Math.max(1, done - trained)),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function evaluationText(evaluation: Evaluation): string {
  const { task, trainedOn, n, accuracy, macroF1, labels, calibrationError: error, trainedPerSecond, predictedPerSecond } = evaluation;
  const width = Math.max(...labels.map(({ label }) => label.length));
  return [
    `${task}: trained on ${trainedOn}, tested on ${n}`,
    `accuracy ${percent(accuracy)}, macro F1 ${percent(macroF1)}, calibration error ${error.toFixed(3)}`,
    ...labels.map(
      ({ label, precision, recall, f1, support }) =>
        `${label.padEnd(width)}  F1 ${percent(f1)}  precision ${percent(precision)}  recall ${percent(recall)}  n ${support}`,
    ),
    `trained ${trainedPerSecond} texts a second, predicted ${predictedPerSecond}`,
    '',
  ].join('\n');
}
