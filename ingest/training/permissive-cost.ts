// What teaching with permissive sets alone costs: that model asked about the sets that it was not taught, beside the card of the shipped one.
import { figuresOf } from '../learn/figures.ts';
import { askExperts, readSentimentModel } from '../scores/sentiment-model.ts';
import { sentimentOrder } from '../scores/sentiment-order.ts';
import { SentimentReader } from '../scores/sentiment-reader.ts';
import type { TaughtText } from './sentiment-data.ts';

/** Shares of 1. */
type Reached = { readonly macroF1: number; readonly accuracy: number };

/** `shipped`: by cross-validation, out of the model card; null where that has no figures of the set. */
export type PermissiveCost = Reached & {
  readonly set: string;
  readonly language: string;
  readonly n: number;
  readonly shipped: Reached | null;
};

/** The figures of a model card (`figuresTable`), by set and language. */
export function cardFigures(card: string): ReadonlyMap<string, Reached> {
  const row = /^\| *(\S+) *\| *(\w\w) *\| *\d+ *\| *([\d.]+) *\| *([\d.]+) *\|/gm;
  return new Map(
    [...card.matchAll(row)].map(([, set, language, macroF1, accuracy]) => [
      `${set} ${language}`,
      { macroF1: Number(macroF1) / 100, accuracy: Number(accuracy) / 100 },
    ]),
  );
}

const folded = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Texts that do not stand among those that were taught: two sets may hold the same reviews, and a figure over these would be given away. */
export function withoutTaught(texts: readonly TaughtText[], taught: readonly Pick<TaughtText, 'text'>[]): TaughtText[] {
  const known = new Set(taught.map(({ text }) => folded(text)));
  return texts.filter(({ text }) => !known.has(folded(text)));
}

/** Asks a packed model about texts that it was not taught, set by set; of the labels of a set it gives the one that it finds likeliest. */
export function permissiveCosts(model: Uint8Array, texts: readonly TaughtText[], card: string): PermissiveCost[] {
  const read = readSentimentModel(model);
  const reader = new SentimentReader(read);
  const shipped = cardFigures(card);
  return [...new Set(texts.map(({ set }) => set))].map((set) => {
    const own = texts.filter((text) => text.set === set);
    const language = own[0]?.language ?? 'und';
    const labels = sentimentOrder.filter((label) => own.some((text) => text.label === label));
    const said = own.map(({ text }) => {
      const { probabilities } = askExperts(read, reader.read(text), text);
      const chance = (label: (typeof sentimentOrder)[number]) => probabilities[sentimentOrder.indexOf(label)] ?? 0;
      return labels.reduce((best, label) => (chance(label) > chance(best) ? label : best), labels[0] ?? 'neu');
    });
    const { macroF1, accuracy } = figuresOf(
      own.map(({ label }) => label),
      said,
    );
    return { set, language, n: own.length, macroF1, accuracy, shipped: shipped.get(`${set} ${language}`) ?? null };
  });
}

const percent = (share: number | undefined): string => (share === undefined ? '-' : (100 * share).toFixed(1));

export function costTable(costs: readonly PermissiveCost[]): string {
  return [
    '| set, not taught | language | n | macro-F1 | shipped | accuracy | shipped |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...costs.map(
      ({ set, language, n, macroF1, accuracy, shipped }) =>
        `| ${set} | ${language} | ${n} | ${percent(macroF1)} | ${percent(shipped?.macroF1)} | ${percent(accuracy)} | ${percent(shipped?.accuracy)} |`,
    ),
    '',
  ].join('\n');
}
