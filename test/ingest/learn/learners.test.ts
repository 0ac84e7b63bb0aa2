// The parts of the learner by hand: the way downhill, shares of a feature, runs of characters.
import { describe, expect, it } from 'vitest';
import { trainBayes } from '#ingest/learn/bayes-trainer.ts';
import { type HiddenView, hiddenRow, type NetShape, trainHidden } from '#ingest/learn/hidden-trainer.ts';
import { trainMargin } from '#ingest/learn/margin-trainer.ts';
import { minimise, type Smooth } from '#ingest/learn/minimise.ts';
import { isMostlyUnspaced, readRuns } from '#ingest/learn/run-features.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { toRows } from '#ingest/learn/sparse.ts';
import { marginsOf, plainView, ratioView, trainView } from '#ingest/learn/view.ts';
import { openVocabulary, toUnitRow } from '#ingest/learn/vocabulary.ts';

const row = (...columns: number[]) => ({ columns: Uint32Array.from(columns), values: new Float32Array(columns.length).fill(1) });

describe('minimise', () => {
  // Rosenbrock's valley: its lowest point is (1, 1), at the end of a bend that plain descent crawls along.
  const valley: Smooth = ([x = 0, y = 0], slope) => {
    slope[0] = -2 * (1 - x) - 400 * x * (y - x * x);
    slope[1] = 200 * (y - x * x);
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  };

  it('finds the end of a bent valley, and not in a single step', () => {
    const found = minimise(valley, Float64Array.of(-1.2, 1), { mostSteps: 200, leastGain: 1e-14 });
    expect(found[0]).toBeCloseTo(1, 5);
    expect(found[1]).toBeCloseTo(1, 5);
    expect(minimise(valley, Float64Array.of(-1.2, 1), { mostSteps: 1 })[0]).not.toBeCloseTo(1, 1);
  });

  it('stays where it is flat', () => {
    expect([...minimise(valley, Float64Array.of(1, 1))]).toEqual([1, 1]);
  });
});

describe('trainBayes', () => {
  it('weighs a feature by its share inside against its share outside', () => {
    const rows = toRows([row(0, 1), row(0), row(1, 2)]);
    const [first, second] = trainBayes(rows, 3, { labels: [0, 0, 1], labelCount: 2 });
    // With label 0: sums 2, 1, 0 of 3; without: 0, 1, 1 of 2.
    const weight = (own: number, other: number) => (Math.log((own + 0.03) / (3 + 0.09)) - Math.log((other + 0.3) / (2 + 0.9))) / 3;
    [weight(2, 0), weight(1, 1), weight(0, 1), 0].forEach((expected, column) => {
      expect(first?.[column]).toBeCloseTo(expected, 6);
    });
    expect((second?.[2] ?? 0) > 0 && (second?.[0] ?? 0) < 0).toBe(true);
  });
});

describe('trainMargin', () => {
  it('puts every row of a set that can be parted on its own side, rows at rest too', () => {
    const random = seededRandom(3);
    const labels = Array.from({ length: 400 }, () => random() < 0.1);
    const rows = toRows(labels.map((is, index) => row(is ? 0 : 1, 2 + (index % 5))));
    const options = { cost: () => 1, mostRounds: 15, tolerance: 0.01, random: seededRandom(1) };
    const plane = trainMargin(rows, 7, (index) => labels[index] === true, options);
    const margin = (index: number) => (plane[labels[index] ? 0 : 1] ?? 0) + (plane[2 + (index % 5)] ?? 0) + (plane[7] ?? 0);
    expect(labels.every((is, index) => margin(index) > 0 === is)).toBe(true);
    expect(labels.every((is, index) => margin(index) > 0 === !is)).toBe(false);
  });
});

describe('trainView', () => {
  it.each([plainView, ratioView])('learns a $name view from texts by what each counts', (kind) => {
    const text = (...columns: number[]) => ({ columns: Uint32Array.from(columns), counts: new Float32Array(columns.length).fill(1) });
    const texts = [text(0, 2), text(0, 3), text(1, 2), text(1, 3), text(2, 3), text(2, 3)];
    const labels = [0, 0, 1, 1, 0, 1];
    const vocabulary = openVocabulary(texts, 1, 4);
    const leanings = (shares?: readonly number[]) => {
      const { planes } = trainView(kind, vocabulary, { texts, labels, labelCount: 2, ...(shares === undefined ? {} : { shares }) });
      return marginsOf(planes, toUnitRow(text(2, 3), vocabulary, true));
    };
    // The last two texts contradict each other: the one that counts decides.
    const [first, second] = [leanings([1, 1, 1, 1, 1, 0.001]), leanings([1, 1, 1, 1, 0.001, 1])];
    expect((first[0] ?? 0) > 0.1 && (second[0] ?? 0) < -0.1).toBe(true);
    expect([...leanings([1, 1, 1, 1, 1, 1])]).toEqual([...leanings()]);
  });
});

describe('trainHidden', () => {
  // Eight features a text, all of the twenty of its label; an eighth of them are of another one.
  const random = seededRandom(5);
  const labels = Array.from({ length: 240 }, (_, index) => index % 3);
  const some = (label: number) =>
    row(...new Set(Array.from({ length: 8 }, (_, at) => ((label + (at === 0 ? 1 : 0)) % 3) * 20 + Math.floor(random() * 20))));
  const rows = toRows(labels.map(some));
  const net: NetShape = { size: 64, rounds: 12, dropped: 0.5, seed: 7 };
  const share = (view: HiddenView, others: readonly number[]) => {
    const right = others.filter((label) => {
      const margins = marginsOf(view.planes, hiddenRow(view.hidden, some(label)));
      return margins.indexOf(Math.max(...margins)) === label;
    });
    return right.length / others.length;
  };

  it('learns labels from features that it met in other company, and nothing from labels dealt out by chance', () => {
    expect(share(trainHidden(rows, 60, { labels, labelCount: 3, net }), labels)).toBeGreaterThan(0.95);
    const dealt = labels.map(() => Math.floor(random() * 3));
    expect(share(trainHidden(rows, 60, { labels: dealt, labelCount: 3, net }), labels)).toBeLessThan(0.6);
  });

  it('comes out the same from the same rows', () => {
    const again = () => trainHidden(rows, 60, { labels, labelCount: 3, net });
    expect(again()).toEqual(again());
    expect(trainHidden(rows, 60, { labels: labels.toReversed(), labelCount: 3, net })).not.toEqual(again());
    expect(trainHidden(rows, 60, { labels, labelCount: 3, net: { ...net, seed: 8 } })).not.toEqual(again());
  });

  it('learns with most of each text hidden, as with units of any number', () => {
    const view = trainHidden(rows, 60, { labels, labelCount: 3, net: { size: 24, rounds: 30, dropped: 0.8, seed: 3 } });
    expect([view.hidden.weights.length, view.planes.map((plane) => plane.length)]).toEqual([60 * 24, [25, 25, 25]]);
    expect(share(view, labels)).toBeGreaterThan(0.95);
  });
});

describe('runs of characters', () => {
  it('count all runs of one to four, edges and signs among them', () => {
    // " 慢！ " is four characters: 4 single, the space twice, 3 pairs, 2 threes, 1 four.
    const { columns, counts } = readRuns('慢！');
    expect([columns.length, counts.reduce((sum, count) => sum + count, 0)]).toEqual([9, 10]);
    expect(readRuns('慢。')).not.toEqual(readRuns('慢！'));
    expect(readRuns('慢  ！')).toEqual(readRuns(' 慢 ！ '));
  });

  it('are for writing without spaces', () => {
    expect([isMostlyUnspaced(['太慢了', 'slow app', '很好']), isMostlyUnspaced(['太慢了', 'slow app', 'good'])]).toEqual([true, false]);
  });
});
