// Old against new on held-out conversations: figures worked out by hand, intervals, and what the gate makes of them.
import { describe, expect, it } from 'vitest';
import type { ModelComparison } from '#db/model/learning.ts';
import { compareModels, type Trial } from '#ingest/learning/compare-models.ts';
import { gateFindings } from '#ingest/learning/gate.ts';

const trial = (at: number, people: string, before: string | null, after: string | null, weight = 1): Trial => ({
  customer: `c${at}`,
  language: 'en',
  weight,
  truth: new Map([[people, 1]]),
  old: before,
  new: after,
});
const many = (count: number, of: (at: number) => Trial) => Array.from({ length: count }, (_, at) => of(at));
const values = ({ old, new: next, gain, labelledGain }: ModelComparison) => ({
  old: [old.right?.value, old.rightOfLabelled?.value, old.macroF1?.value, old.coverage?.value],
  new: [next.right?.value, next.rightOfLabelled?.value, next.macroF1?.value, next.coverage?.value],
  gain: gain?.value,
  labelledGain: labelledGain?.value,
});

describe('a comparison', () => {
  it('counts keeping silent as wrong in all, and leaves it out of what is labelled', () => {
    const found = compareModels([trial(1, 'a', 'a', 'a'), trial(2, 'a', null, 'a'), trial(3, 'b', 'a', 'b'), trial(4, 'b', 'b', null)]);
    // Old: a is claimed twice, once rightly, of two; b once, rightly, of two: F1 1/2 and 2/3. New: a 1, b 2/3.
    expect(values(found)).toEqual({
      old: [0.5, 2 / 3, (0.5 + 2 / 3) / 2, 0.75],
      new: [0.75, 1, (1 + 2 / 3) / 2, 0.75],
      gain: 0.25,
      labelledGain: 1 - 2 / 3,
    });
  });

  it('weighs each by the chance of its draw, and halves a label on which two do not agree', () => {
    const halves = {
      ...trial(3, 'a', 'b', 'b'),
      truth: new Map([
        ['a', 0.5],
        ['b', 0.5],
      ]),
    };
    expect(values(compareModels([trial(1, 'a', 'a', 'b', 3), trial(2, 'a', 'b', 'a', 1), halves])).gain).toBeCloseTo((1.5 - 3.5) / 5, 12);
  });

  it('has an interval of about its standard error, and none of no width where all are right', () => {
    const found = compareModels(many(400, (at) => trial(at, 'a', at % 2 === 0 ? 'a' : 'b', 'a')));
    // sqrt(0.5 * 0.5 / 400) * 1.96 = 0.049
    const [low, high] = found.old.right?.interval ?? [0, 0];
    expect((high - low) / 2).toBeGreaterThan(0.042);
    expect((high - low) / 2).toBeLessThan(0.056);
    // Clopper and Pearson for 400 of 400: scipy.stats.beta.ppf(0.025, 400, 1) = 0.990820
    expect(found.new.right?.interval[0]).toBeCloseTo(0.99082, 5);
  });

  it('draws customers as a whole: ten times the same words are no ten proofs', () => {
    const single = compareModels(many(100, (at) => trial(at, 'a', 'b', at % 10 < 6 ? 'a' : 'b')));
    const repeated = compareModels(
      many(100, (at) => ({ ...trial(at, 'a', 'b', Math.floor(at / 10) < 6 ? 'a' : 'b'), customer: `c${Math.floor(at / 10)}` })),
    );
    const width = ({ gain }: ModelComparison) => (gain?.interval[1] ?? 0) - (gain?.interval[0] ?? 0);
    expect(repeated.gain?.value).toBe(single.gain?.value);
    expect(width(repeated)).toBeGreaterThan(2 * width(single));
  });
});

describe('the gate', () => {
  const better = compareModels(many(100, (at) => trial(at, 'a', at % 3 === 0 ? 'b' : 'a', 'a')));
  const same = compareModels(many(100, (at) => trial(at, 'a', at % 3 === 0 ? 'b' : 'a', at % 3 === 0 ? 'b' : 'a')));
  const worse = compareModels(many(100, (at) => trial(at, 'a', 'a', at % 3 === 0 ? 'b' : 'a')));
  const bolder = compareModels(many(100, (at) => trial(at, 'a', at % 2 === 0 ? 'a' : null, at % 2 === 0 || at % 5 === 0 ? 'a' : 'b')));

  it('lets through what is clearly better', () => expect(gateFindings(better, [{ language: 'en', ...better }])).toEqual([]));
  it('holds back what is the same', () => expect(gateFindings(same, [])).toEqual([{ kind: 'no-clear-gain' }]));
  it('holds back what is right no more often than the most frequent label alone', () => {
    const people = (at: number) => (at % 3 === 0 ? 'b' : 'a');
    const constant = compareModels(many(120, (at) => trial(at, people(at), at % 2 === 0 ? 'a' : 'b', 'a')));
    const knowing = compareModels(many(120, (at) => trial(at, people(at), at % 2 === 0 ? 'a' : 'b', at % 12 === 0 ? 'a' : people(at))));
    // 80 of 120 are `a`; the knowing one errs in every fourth of the 40 others.
    expect([constant.overConstant?.value, knowing.overConstant?.value]).toEqual([0, (110 - 80) / 120]);
    expect([constant.gain?.value !== 0, gateFindings(constant, []), gateFindings(knowing, [])]).toEqual([
      true,
      [{ kind: 'no-better-than-constant' }],
      [],
    ]);
  });
  it('holds back what says more and is less often right in what it says', () =>
    expect(gateFindings(bolder, [])).toEqual([{ kind: 'less-right-where-it-labels' }]));
  it('holds back what is clearly worse in a language that is large enough to tell', () => {
    expect(gateFindings(better, [{ language: 'de', ...worse }])).toEqual([{ kind: 'worse-in-language', language: 'de' }]);
    expect(gateFindings(better, [{ language: 'de', ...worse, n: 29 }])).toEqual([]);
  });
});
