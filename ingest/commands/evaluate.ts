// `huiyin evaluate`: trains on one file of labelled texts, tests on another, and says how good it came out.
import { type Command, Option } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { stripEmoticons } from '../learn/plain-text.ts';
import { openLanguageDetector } from '../stages/language.ts';
import type { Example } from '../training/classifier.ts';
import { evaluateSplit, type SplitFigures } from '../training/evaluate-split.ts';
import { readExamples } from '../training/read-examples.ts';
import type { CommandContext } from './context.ts';

type Options = {
  readonly task: 'sentiment' | 'category';
  readonly train: string;
  readonly test: string;
  readonly stripEmoticons?: boolean;
  readonly json?: boolean;
};

export type Evaluation = SplitFigures & { readonly task: Options['task'] };

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

const withoutEmoticons = (example: Example): Example => ({ ...example, text: stripEmoticons(example.text) });

async function evaluate(options: Options): Promise<Evaluation> {
  const [train, test] = (await Promise.all([readExamples(options.train), readExamples(options.test)])).map((examples) =>
    options.stripEmoticons ? examples.map(withoutEmoticons) : examples,
  );
  if (train === undefined || test === undefined) throw new AppError('internal', 'nothing was read');
  if (new Set(train.map(({ label }) => label)).size < 2)
    throw new AppError('invalid', `${options.train}: all examples have one label; there is nothing to learn`);
  return { task: options.task, ...evaluateSplit({ train, test, language: await mostlySpoken(train) }) };
}

const mostAsked = 300;

/** The language of most of the first texts. */
async function mostlySpoken(examples: readonly Example[]): Promise<string> {
  const detector = await openLanguageDetector();
  const counts = new Map<string, number>();
  for (const { text } of examples.slice(0, mostAsked)) {
    const { language } = detector.detect(text);
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
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
