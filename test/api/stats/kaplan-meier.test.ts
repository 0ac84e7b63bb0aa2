// The survival curve and its quantiles, against scipy, the worked example of the metrics' definition, and a slow computation.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '#api/stats/kaplan-meier.ts';
import { logLogInterval } from '#api/stats/log-log-interval.ts';
import { median } from '#api/stats/median.ts';
import { survivalQuantiles } from '#api/stats/survival-quantiles.ts';
import { nearly } from '#test/support/nearly.ts';
import { seededRandom } from '#test/support/random.ts';
import { slowQuantile, slowSteps } from '#test/support/reference-survival.ts';

/** Answered at 5, 8, 10, 20, 40, 60 minutes; open at ages 30, 90, 120, 240. */
const worked = { events: Float64Array.of(20, 5, 60, 8, 40, 10), censored: Float64Array.of(240, 30, 90, 120), never: 0 };

describe('the survival curve', () => {
  it('gives the worked example: 40 % are answered within 20 minutes', () => {
    const [at20] = kaplanMeier(worked, [20]);
    expect(at20).toEqual({ at: 20, survival: expect.closeTo(0.6, 12), varianceSum: expect.closeTo(4 / 60, 12), atRisk: 7 });
  });

  it('agrees with scipy on the curve and on its log-log band', () => {
    // e = scipy.stats.ecdf(CensoredData(uncensored=[5, 8, 10, 20, 40, 60], right=[30, 90, 120, 240]))
    // e.sf.probabilities; e.sf.confidence_interval(method='log-log')
    const points = kaplanMeier(worked, [5, 8, 10, 20, 30, 40, 60, 90]);
    const bands = points.map((point) => logLogInterval(point.survival, point.varianceSum));
    expect(points.map((point) => point.survival)).toEqual(nearly([0.9, 0.8, 0.7, 0.6, 0.6, 0.48, 0.36, 0.36]));
    expect(bands.map(([low]) => low)).toEqual(
      nearly([0.47300927, 0.40869078, 0.32871659, 0.2526689, 0.2526689, 0.16085467, 0.08987151, 0.08987151], 7),
    );
    expect(bands.map(([, high]) => high)).toEqual(
      nearly([0.98528139, 0.94587265, 0.89194904, 0.82722097, 0.82722097, 0.74466573, 0.64842264, 0.64842264], 7),
    );
  });

  it('keeps those who will never be answered at risk to the end', () => {
    // The same with two of right=[7, 9, 30, 1e15, 1e15] beyond every time; ties: an event comes before a censoring.
    const sample = { events: Float64Array.of(3, 3, 7, 12, 12, 25, 40, 41), censored: Float64Array.of(7, 9, 30), never: 2 };
    const points = kaplanMeier(sample, [3, 7, 9, 12, 25, 30, 40, 41, 1e9]);
    expect(points.map((point) => point.survival)).toEqual(
      nearly([
        0.8461538461538461, 0.7692307692307692, 0.7692307692307692, 0.5769230769230769, 0.4807692307692307, 0.4807692307692307,
        0.360576923076923, 0.24038461538461534, 0.24038461538461534,
      ]),
    );
    expect(logLogInterval(points[7]?.survival ?? 0, points[7]?.varianceSum ?? 0)).toEqual(
      nearly([0.040429718819050615, 0.5307798306959667]),
    );
  });

  it('is 1 where nobody is, and 0 once everybody is answered', () => {
    const nobody = { events: new Float64Array(0), censored: new Float64Array(0), never: 0 };
    expect(kaplanMeier(nobody, [1])).toEqual([{ at: 1, survival: 1, varianceSum: 0, atRisk: 0 }]);
    const all = { events: Float64Array.of(1, 2), censored: new Float64Array(0), never: 0 };
    expect(kaplanMeier(all, [2])).toEqual([{ at: 2, survival: 0, varianceSum: Number.POSITIVE_INFINITY, atRisk: 1 }]);
    expect(logLogInterval(0, Number.POSITIVE_INFINITY)).toEqual([0, 1]);
    expect(logLogInterval(1, 0)).toEqual([1, 1]);
  });
});

describe('quantiles of the survival curve', () => {
  it('give the worked example: the median is 40 minutes where answered ones alone say 15, and P90 is not reached', () => {
    const [p50, p90] = survivalQuantiles(worked, [0.5, 0.9]);
    expect([p50, p90]).toEqual([
      { value: 40, low: 5, high: null },
      { value: null, low: 60, high: null },
    ]);
    const answered = worked.events.toSorted();
    expect([median(answered), answered.reduce((sum, value) => sum + value, 0) / answered.length]).toEqual([15, expect.closeTo(23.83, 2)]);
  });

  it('are lost where never-answered ones are dropped instead of kept', () => {
    const kept = { ...worked, never: 12 };
    expect(survivalQuantiles(kept, [0.5])[0]?.value).toBeNull();
    expect(survivalQuantiles({ ...kept, never: 0 }, [0.5])[0]?.value).toBe(40);
  });

  it('agree with the slow computation on any mixture of ties, zeros and long ages', () => {
    const durations = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4e9 })), { maxLength: 60 });
    fc.assert(
      fc.property(durations, durations, fc.integer({ min: 0, max: 8 }), (events, censored, never) => {
        const sample = { events: Float64Array.from(events), censored: Float64Array.from(censored), never };
        expect(survivalQuantiles(sample, [0.5, 0.9, 0.95])).toEqual(
          [0.5, 0.9, 0.95].map((share) => slowQuantile({ events, censored, never }, share)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('agree with the slow computation where thousands are dealt out to buckets', () => {
    for (const [seed, size] of [60, 700, 2500].entries()) {
      const random = seededRandom(seed);
      const duration = () => Math.round(1000 * 10 ** (random.next() * 5));
      const events = Array.from({ length: size }, duration);
      const censored = Array.from({ length: Math.round(size / 3) }, duration);
      const sample = { events: Float64Array.from(events), censored: Float64Array.from(censored), never: Math.round(size / 50) };
      const slow = [0.5, 0.9, 0.95].map((share) => slowQuantile({ events, censored, never: sample.never }, share));
      expect(survivalQuantiles(sample, [0.5, 0.9, 0.95])).toEqual(slow);
    }
  });

  it('do not depend on the order of the durations', () => {
    const sample = { events: worked.events.toSorted(), censored: worked.censored.toSorted().reverse(), never: 0 };
    expect(survivalQuantiles(sample, [0.5, 0.9, 0.95])).toEqual(survivalQuantiles(worked, [0.5, 0.9, 0.95]));
  });

  it('would be missed by a curve that takes the closed ones for censored (control)', () => {
    const steps = slowSteps({ events: [1, 2, 3], censored: [2, 2, 2], never: 0 });
    const honest = slowSteps({ events: [1, 2, 3], censored: [], never: 3 });
    expect(steps.map((step) => step.survival)).not.toEqual(honest.map((step) => step.survival));
  });
});
