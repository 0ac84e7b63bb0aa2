// Language identification measured on texts that nothing was learned from: cut to 2 to 8 words, and whole.
import { baseLanguage } from '#db/model/language.ts';
import { calibrationError } from '../learn/figures.ts';
import { type LanguageDetector, openLanguageDetector } from '../stages/language.ts';
import { type LabelFault, labelFault } from './language-label-checks.ts';
import { type LanguagePart, type LanguageText, partOf, piecesOf, readLanguageTexts } from './language-texts.ts';

export type LanguageFigures = {
  readonly language: string;
  /** Pieces of 2 to 8 words. */
  readonly pieces: number;
  readonly piecesRight: number;
  /** Whole texts of nine words or more (Chinese and Japanese: 17 characters or more). */
  readonly texts: number;
  readonly textsRight: number;
  /** Of the misses, those that somebody has read and whose label is at fault: nothing is taken out of the figures above for them. */
  readonly faults: {
    readonly pieces: Readonly<Record<LabelFault, number>>;
    readonly texts: Readonly<Record<LabelFault, number>>;
  };
};

export type LanguageMiss = { readonly language: string; readonly said: string; readonly text: string };

export type LanguageMeasured = {
  readonly figures: readonly LanguageFigures[];
  readonly misses: readonly LanguageMiss[];
  /** How far the confidence in pieces is from how often they are right. */
  readonly calibrationError: number;
  readonly piecesPerSecond: number;
};

const isLong = ({ text, language }: LanguageText): boolean =>
  language === 'zh' || language === 'ja' ? [...text].length > 16 : (text.match(/\S*\p{L}\S*/gu) ?? []).length > 8;

/** `zh-Hans` and `zh-Hant` count as `zh`: the sets do not say which. */

const share = (right: number, all: number): number => (all === 0 ? 0 : right / all);

/** Misses whose label is at fault, by what is wrong with it. */
function faultsOf(language: string, missed: readonly string[]): Record<LabelFault, number> {
  const found = missed.map((text) => labelFault(language, text));
  return { other: found.filter((fault) => fault === 'other').length, none: found.filter((fault) => fault === 'none').length };
}

/** The texts of a part; `judge` is the one that nothing was learned from and nothing settled by. */
export async function readPart(folder: string, part: LanguagePart = 'judge', sets?: readonly string[]): Promise<LanguageText[]> {
  return (await readLanguageTexts(folder, sets)).filter(({ text }) => partOf(text) === part);
}

/** Figures over texts of known language, a row each language. */
export function measureLanguage(texts: readonly LanguageText[], detector: LanguageDetector): LanguageMeasured {
  const cut = texts.flatMap((one) => piecesOf(one.text, one.language).map((text) => ({ ...one, text })));
  const began = process.cpuUsage();
  const said = cut.map(({ text }) => detector.detect(text));
  const { user, system } = process.cpuUsage(began);
  const rights = cut.map(({ language }, at) => baseLanguage(said[at]?.language ?? '') === language);
  const long = texts.filter(isLong).map((one) => ({ ...one, isRight: baseLanguage(detector.detect(one.text).language) === one.language }));
  const languages = [...new Set(texts.map(({ language }) => language))];
  const figures = languages.map((language) => {
    const own = rights.filter((_, at) => cut[at]?.language === language);
    const ownLong = long.filter((one) => one.language === language);
    const missed = cut.filter((one, at) => one.language === language && rights[at] !== true).map(({ text }) => text);
    const missedLong = ownLong.filter(({ isRight }) => !isRight).map(({ text }) => text);
    const [piecesRight, textsRight] = [own.filter(Boolean).length, ownLong.filter(({ isRight }) => isRight).length];
    return {
      language,
      pieces: own.length,
      piecesRight: share(piecesRight, own.length),
      texts: ownLong.length,
      textsRight: share(textsRight, ownLong.length),
      faults: { pieces: faultsOf(language, missed), texts: faultsOf(language, missedLong) },
    };
  });
  return {
    figures: figures.toSorted((a, b) => b.pieces - a.pieces),
    misses: [
      ...cut.flatMap(({ language, text }, at) => (rights[at] === true ? [] : [{ language, said: said[at]?.language ?? '', text }])),
      ...long.flatMap(({ language, text, isRight }) => (isRight ? [] : [{ language, said: detector.detect(text).language, text }])),
    ],
    calibrationError: calibrationError(
      said.map(({ confidence }) => confidence),
      rights,
    ),
    piecesPerSecond: Math.round((cut.length * 1e6) / Math.max(1, user + system)),
  };
}

const percent = (value: number): string => (value * 100).toFixed(1);

/** The share that is right where misses with a label at fault do not count; `-` where none was found. */
function withoutFaults(right: number, all: number, { other, none }: Readonly<Record<LabelFault, number>>): string {
  return other + none === 0 ? '-' : `${percent(share(right * all, all - other - none))} (${other} + ${none})`;
}

/**
 * A table in Markdown. `right` is as measured: labels are as the sets give them, and quotes and rows in another language count as misses.
 * Beside it what is right without the misses that somebody has read and whose label is at fault, with how many those are.
 */
export function languageTable({ figures, calibrationError: error, piecesPerSecond }: LanguageMeasured): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const checked = 'without labels at fault (other language + no words)';
  const head = ['language', 'pieces of 2 to 8 words', 'right', checked, 'longer texts', 'right', checked];
  const rows = figures.map((row) => [
    row.language,
    row.pieces,
    percent(row.piecesRight),
    withoutFaults(row.piecesRight, row.pieces, row.faults.pieces),
    row.texts,
    row.texts === 0 ? '-' : percent(row.textsRight),
    withoutFaults(row.textsRight, row.texts, row.faults.texts),
  ]);
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    `calibration error of pieces ${error.toFixed(3)}; ${piecesPerSecond} pieces a second of processor time`,
    '',
  ].join('\n');
}

/** `npm run evaluate -- --task language`: measures the shipped model and prints the table, or with `isJson` figures and misses. */
export async function printLanguage(folder: string, isJson: boolean): Promise<number> {
  const texts = await readPart(folder);
  if (texts.length === 0) {
    process.stderr.write(`${folder}: holds no texts of known language; give --data\n`);
    return 1;
  }
  const measured = measureLanguage(texts, await openLanguageDetector());
  process.stdout.write(isJson ? `${JSON.stringify(measured, null, 2)}\n` : languageTable(measured));
  return 0;
}
