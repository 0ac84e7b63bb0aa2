// Live accuracy against the truth: a simulated crew over texts whose labels are known, judged by the shipped scorer.
import { describe, expect, it } from 'vitest';
import { accuracyOf, calibrationOf, tradeOffOf } from '#api/annotations/accuracy.ts';
import { agreementOf, disputesOf, goldScores } from '#api/annotations/agreement.ts';
import { errorsOf, judgedOf, withCorrection } from '#api/annotations/correction.ts';
import type { Answer } from '#db/model/metric.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';
import { type CrewOrder, hasSharedTexts, judgedTexts, playCrew, trueAccuracy } from '#test/support/simulated-crew.ts';

const texts = await judgedTexts();
const truth = trueAccuracy(texts);
const order = ['neg', 'neu', 'pos'];
const seeds = Array.from({ length: 100 }, (_, seed) => seed);
const careful = { size: Math.min(250, Math.floor(texts.length / 2)), uncertainShare: 0.6, isSettled: true };

/** In how many of the seeds the interval holds the value, and the mean estimate. */
function coverage(value: number, crew: Omit<CrewOrder, 'seed'>, change: (task: SampledTask) => SampledTask = (task) => task) {
  const found = seeds.map((seed) => accuracyOf(playCrew(texts, { ...crew, seed }).map(change), order).accuracy);
  const held = found.filter((one) => one !== null && one.interval[0] <= value && value <= one.interval[1]).length;
  return { held: held / seeds.length, mean: found.reduce((sum, one) => sum + (one?.value ?? 0), 0) / seeds.length };
}

describe(`live accuracy on ${hasSharedTexts ? 'open and golden' : 'golden'} texts`, () => {
  it('has an interval that holds the truth about 19 times of 20 where the crew makes no mistakes', () => {
    const { held, mean } = coverage(truth, { ...careful, errorRates: [0] });
    expect(held).toBeGreaterThanOrEqual(0.9);
    expect(Math.abs(mean - truth)).toBeLessThan(0.01);
  });

  it('holds it nearly as often with a crew that errs, where two label and disputes are settled', () => {
    const { held } = coverage(truth, { ...careful, errorRates: [0.05, 0.1] });
    expect(held).toBeGreaterThanOrEqual(0.88);
  });

  it('measures what is known to come out where one errs by 10 % and nobody settles', () => {
    // Right on both sides, or wrong on both and by chance the same: a (1 - e) + (1 - a) e / 2.
    const apparent = truth * 0.9 + (1 - truth) * 0.05;
    const { held, mean } = coverage(apparent, { ...careful, errorRates: [0.1], isSettled: false });
    expect(held).toBeGreaterThanOrEqual(0.9);
    expect(Math.abs(mean - apparent)).toBeLessThan(0.01);
  });

  it('would miss the truth without the weights, or with a careless crew: the controls', () => {
    const unweighted = coverage(truth, { ...careful, errorRates: [0] }, (task) => ({ ...task, inclusion: 1 }));
    expect(unweighted.mean).toBeLessThan(truth - 0.02);
    expect(unweighted.held).toBeLessThan(0.88);
    const careless = coverage(truth, { ...careful, errorRates: [0.25], isSettled: false });
    expect(careless.held).toBeLessThan(0.5);
  });

  it('corrects the share of negative texts so that the band holds the truth, where the counted share does not', () => {
    const judged = texts.filter(({ machine }) => machine !== null);
    const share = (kind: 'truth' | 'machine') => judged.filter((text) => text[kind] === 'neg').length / judged.length;
    const answer: Answer = {
      metric: 'negative-share',
      version: 1,
      unit: 'share',
      range: null,
      zone: 'UTC',
      clock: 'calendar',
      population: 'arrival',
      groupBy: [],
      n: judged.length,
      value: share('machine'),
      excluded: {},
      freshness: { asOf: '', lastMessageAt: null, change: 1 },
      groups: [],
    };
    let held = 0;
    for (const seed of seeds) {
      const tasks = judgedOf(playCrew(texts, { ...careful, errorRates: [0], seed }), 'sentiment');
      const corrected = withCorrection(answer, {}, tasks).corrected;
      if (corrected !== undefined && corrected.interval[0] <= share('truth') && share('truth') <= corrected.interval[1]) held += 1;
    }
    expect(held / seeds.length).toBeGreaterThanOrEqual(0.9);
    expect(
      withCorrection(answer, { sentiment: ['neg'] }, judgedOf(playCrew(texts, { ...careful, errorRates: [0], seed: 1 }), 'sentiment'))
        .corrected,
    ).toBe(undefined);
  });

  it('says nothing of a language of which too little was labelled', () => {
    const tasks = judgedOf(playCrew(texts, { ...careful, errorRates: [0], seed: 1 }), 'sentiment');
    expect(errorsOf(tasks, ['neg'])?.labelled).toBe(tasks.length);
    expect(errorsOf(tasks.filter(({ language }) => language === 'de').slice(0, 20), ['neg'])).toBe(null);
  });

  it('draws calibration and the price of silence from the same tasks', () => {
    const tasks = playCrew(texts, { ...careful, errorRates: [0], seed: 3 });
    const bins = calibrationOf(tasks);
    expect(bins.map(({ confidence }) => confidence)).toEqual(bins.map(({ confidence }) => confidence).toSorted((a, b) => a - b));
    const points = tradeOffOf(tasks);
    expect(points[0]?.coverage).toBeCloseTo(1, 9);
    expect(points.map(({ coverage: kept }) => kept)).toEqual(points.map(({ coverage: kept }) => kept).toSorted((a, b) => b - a));
    expect((points.at(-1)?.right.value ?? 0) - (points[0]?.right.value ?? 1)).toBeGreaterThan(0);
  });

  it('finds the agreement that the error rates make, what to settle, and who got gold right', () => {
    const tasks = playCrew(texts, { ...careful, errorRates: [0.1, 0.1], isSettled: false, seed: 5 });
    const { units, alpha, interval } = agreementOf(tasks, 'sentiment', order);
    expect([units, alpha !== null && alpha > 0.5 && alpha < 0.95, interval !== null && interval[0] < (alpha ?? 0)]).toEqual([
      careful.size,
      true,
      true,
    ]);
    expect(disputesOf(tasks).length).toBe(tasks.filter(({ labels }) => labels[0]?.label !== labels[1]?.label).length);
    const gold = tasks.map((task) => ({ ...task, gold: 'neg', inclusion: null }));
    expect(goldScores(gold).map(({ annotator, n }) => [annotator, n])).toEqual([
      ['p0', careful.size],
      ['p1', careful.size],
    ]);
    expect(accuracyOf(gold, order).accuracy).toBe(null);
  });
});
