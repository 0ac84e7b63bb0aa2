// The network of phrases: it learns what the order of words says, and is heard in scoring as it was in training.
import { describe, expect, it } from 'vitest';
import { pack } from '#ingest/learn/packed.ts';
import { findMost, findPeaks, openHeard, openPeaks, type PhraseNet, stepSize } from '#ingest/learn/phrase-net.ts';
import { openPhrases, StepReader } from '#ingest/learn/phrase-steps.ts';
import { trainPhrases } from '#ingest/learn/phrase-trainer.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { openPhraseModel } from '#ingest/scores/phrase-model.ts';
import { readSentimentModel } from '#ingest/scores/sentiment-model.ts';
import { SentimentReader } from '#ingest/scores/sentiment-reader.ts';
import { packPhrases } from '#ingest/training/pack-phrases.ts';

const rows = { wholeBits: 10, partBits: 9 };
const fillers = ['card', 'app', 'wallet', 'screen', 'login', 'price', 'update', 'phone'];
const random = seededRandom(3);
const filler = () => fillers[Math.floor(random() * fillers.length)] ?? '';

/** Good where the first of two words stands before the other, bad where it stands behind it: the words alone say nothing. */
const examples = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const label = index % 2 === 0 ? 2 : 0;
    const pair = label === 2 ? 'never broken' : 'broken never';
    return { text: `${filler()} ${filler()} ${pair} ${filler()}`, label };
  });

function teach(taught: readonly { readonly text: string; readonly label: number }[], shares?: readonly number[]) {
  const reader = new StepReader(rows);
  const texts = taught.map(({ text }) => reader.read(text));
  const labels = taught.map(({ label }) => label);
  const domains = labels.map(() => 0);
  const net = trainPhrases({
    texts,
    labels,
    domains,
    domainCount: 1,
    droppedSteps: 0.1,
    book: reader.book,
    rows,
    ...(shares && { shares }),
  });
  return { net, reader };
}

function shareRight({ net, reader }: { net: PhraseNet; reader: StepReader }): number {
  const asked = examples(100);
  const texts = asked.map(({ text }) => reader.read(text));
  const hear = openPhrases(net, reader.book);
  const right = texts.filter((text, index) => {
    const [[bad = 0, , good = 0] = []] = hear(text).map((one) => [...one]);
    return good > bad === (asked[index]?.label === 2);
  });
  return right.length / asked.length;
}

const taught = teach(examples(600));

describe('the network of phrases', () => {
  it('learns what only the order of words says', () => {
    expect(shareRight(taught)).toBeGreaterThan(0.95);
  });

  it('learns nothing where labels say nothing', () => {
    const chance = seededRandom(5);
    const without = teach(examples(600).map(({ text }) => ({ text, label: chance() < 0.5 ? 0 : 2 })));
    expect(Math.abs(shareRight(without) - 0.5)).toBeLessThan(0.3);
  });

  it('finds the same peaks with their places, as training does, and without them', () => {
    for (const count of [2, 3, 4, 30]) {
      const steps = Float32Array.from({ length: count * stepSize }, (_, at) => (at < stepSize ? 0 : random() - 0.5));
      const list = { steps, places: Uint32Array.from({ length: count }, (_, step) => step * stepSize), count };
      const [placed, { most }] = [openPeaks(), openHeard()];
      findPeaks(list, placed);
      findMost(list, most);
      expect(most).toEqual(placed.most);
      expect(new Set(most).size).toBeGreaterThan(most.length / 4);
    }
  });

  it('leans further to a label whose texts count more, and not at all where all count one', () => {
    const unclear = Array.from({ length: 200 }, (_, index) => ({ text: `${filler()} ${filler()}`, label: index % 5 === 0 ? 1 : 2 }));
    const leaning = (share?: number): number => {
      const { net, reader } = teach(unclear, share === undefined ? undefined : unclear.map(({ label }) => (label === 1 ? share : 1)));
      const said = openPhrases(net, reader.book)(reader.read('card app'))[0];
      return (said?.[1] ?? 0) - (said?.[2] ?? 0);
    };
    expect(leaning(1)).toBe(leaning());
    expect(leaning(4)).toBeGreaterThan(leaning(1) + 0.5);
  });

  it('gives the same weights from the same texts', () => {
    const again = examples(60);
    expect(teach(again).net).toEqual(teach(again).net);
  });
});

describe('a packed network of phrases', () => {
  const texts = [
    'the broken card is never broken',
    '这个钱包真的很好，很好很好',
    '',
    'a wallet 真好 never',
    'unheard 甲乙丙丁戊己庚辛'.repeat(40),
  ];
  const { net, reader } = teach([...examples(200), ...texts.map((text) => ({ text, label: 1 }))]);
  const packed = packPhrases(net, rows);

  it('is heard in scoring as in training, but for the rounding to bytes', () => {
    const header = { language: 'xx', bits: 10, rarityScale: 1, planes: [], kinds: [], phrases: packed.header, experts: [] };
    const blank = [new Uint8Array(1024), new Uint8Array(128), new Uint8Array(0)];
    const scoring = new SentimentReader(readSentimentModel(pack({ header, blocks: [...blank, ...packed.blocks] })));
    const hear = openPhrases(net, reader.book);
    // Twice: the second time words and pairs are remembered.
    for (const text of [...texts, ...texts]) {
      const [heard = [], expected = []] = [scoring.read(text).phrases, hear(reader.read(text))].map((all) =>
        all.flatMap((one) => [...one]),
      );
      expect(Math.max(...heard.map((value, at) => Math.abs(value - (expected[at] ?? 0))))).toBeLessThan(0.1);
      expect(heard.length).toBe(3);
    }
  });

  it('holds vectors of the words it was taught and of no others', () => {
    const [kept, vectors, weights] = packed.blocks;
    const { vectorOf } = openPhraseModel(packed.header, {
      kept: kept ?? new Uint8Array(0),
      vectors: vectors ?? new Uint8Array(0),
      weights: weights ?? new Uint8Array(0),
    });
    const known = vectorOf.filter((one) => one > 0).length;
    expect([known * 16, known > 50, known < vectorOf.length]).toEqual([vectors?.length, true, true]);
  });
});
