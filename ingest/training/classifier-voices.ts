// What the trainable classifier hears of sentiment beside the features of a text: words of feeling, its manner, and networks of phrases.
import type { Margins } from '../learn/mixture.ts';
import { openPhrases, StepReader } from '../learn/phrase-steps.ts';
import { droppedSteps, trainPhrases } from '../learn/phrase-trainer.ts';
import { sentimentOrder } from '../scores/sentiment-order.ts';
import { openVoices } from '../scores/sentiment-voices.ts';
import { asideTexts } from './aside-texts.ts';

/** Hears texts by networks that were taught with some of them: one view for each network. */
export type Hearing = (text: string) => Margins;

export type SentimentVoices = {
  /** Views that need no teaching. */
  readonly felt: Hearing;
  /** Views that count nothing until texts show that they should (`fitMixture`). `early`: what all other views say of the text. */
  readonly late: (text: string, early: Margins) => Margins;
  /** Networks taught with texts; the same texts give the same answers. `labels`: their places among all labels. */
  readonly teach: (texts: readonly string[], labels: readonly number[]) => Hearing;
};

const names: Readonly<Record<string, (typeof sentimentOrder)[number]>> = { negative: 'neg', neutral: 'neu', positive: 'pos' };

/** Where each label stands in the order of sentiments, told by its name in any case; null where one is no sentiment. */
function sentimentPlaces(labels: readonly string[]): number[] | null {
  const places = labels.map((label) => {
    const name = label.toLowerCase();
    return sentimentOrder.findIndex((one) => one === name || one === names[name]);
  });
  return places.includes(-1) || new Set(places).size < places.length ? null : places;
}

/** Networks differ by chance, and err differently; of many texts one learns enough, and each takes its time. */
const seeds = [7, 8, 9];
const manyTexts = 20_000;
const rows = { spaced: { wholeBits: 16, partBits: 15 }, unspaced: { wholeBits: 17, partBits: 14 } };

/** What is as far from good as from bad: by view how little it leans to either, and how much it leans to both. Nothing where none is neutral. */
function between(early: Margins, places: readonly number[]): Margins {
  const [neg, neu, pos] = sentimentOrder.map((_, place) => places.indexOf(place));
  if (neg === undefined || neu === undefined || pos === undefined || places.length < sentimentOrder.length) return [];
  const towardsNeutral = (value: number) => Float64Array.from(places, (_, label) => (label === neu ? value : 0));
  return early.flatMap((view) => {
    const [bad, good] = [view[neg] ?? 0, view[pos] ?? 0];
    return [towardsNeutral(-Math.abs(good - bad)), towardsNeutral(Math.min(good, bad))];
  });
}

/**
 * Null where the labels are not two or three of neg, neu and pos. Lists, and expressions and texts of ours for the networks, are those of the
 * language; of one that we wrote none for, the texts that are given have to say all.
 */
export function openSentimentVoices(labels: readonly string[], language: string, isUnspaced: boolean): SentimentVoices | null {
  const places = sentimentPlaces(labels);
  if (places === null) return null;
  const ours = (views: Margins): Margins => views.map((view) => Float64Array.from(places, (place) => view[place] ?? 0));
  const voices = openVoices(language);
  const writing = isUnspaced ? 'unspaced' : 'spaced';
  const reader = new StepReader(rows[writing]);
  const aside = asideTexts(language);
  // Those that are given are a kind of their own, the first.
  const kinds = ['', ...new Set(aside.map(({ kind }) => kind))];
  const known = aside.map(({ text, label, kind }) => ({
    steps: reader.read(text),
    label: sentimentOrder.indexOf(label),
    kind: kinds.indexOf(kind),
  }));
  const teach: SentimentVoices['teach'] = (texts, truth) => {
    const own = texts.map((text, index) => ({ steps: reader.read(text), label: places[truth[index] ?? 0] ?? 0, kind: 0 }));
    const all = [...own, ...known.filter(({ label }) => places.includes(label))];
    const networks = seeds.slice(0, texts.length > manyTexts ? 1 : seeds.length).map((seed) =>
      trainPhrases({
        texts: all.map(({ steps }) => steps),
        labels: all.map(({ label }) => label),
        domains: all.map(({ kind }) => kind),
        domainCount: kinds.length,
        droppedSteps: droppedSteps[writing],
        book: reader.book,
        rows: rows[writing],
        seed,
      }),
    );
    const hear = networks.map((network) => openPhrases(network, reader.book));
    return (text) => {
      const steps = reader.read(text);
      return ours(hear.flatMap((one) => one(steps).slice(0, 1)));
    };
  };
  return {
    felt: (text) => ours(voices.feel(text)),
    late: (text, early) => [...ours(voices.late(text)), ...between(early, places)],
    teach,
  };
}
