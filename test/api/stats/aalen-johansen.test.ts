// Cumulative incidence of competing exits, by hand, and against the curve it has to agree with.
import { describe, expect, it } from 'vitest';
import { aalenJohansen, type Exit } from '#api/stats/aalen-johansen.ts';
import { kaplanMeier } from '#api/stats/kaplan-meier.ts';
import { seededRandom } from '#test/support/random.ts';

describe('the share that left by each exit', () => {
  it('is right for an example counted by hand', () => {
    // Risk sets 6, 5, 4, 2; survival before each: 1, 5/6, 2/3, 1/2. F0 = 1/6 + (2/3)(1/4) + (1/2)(1/2), F1 = (5/6)(1/5).
    // R: survfit(Surv(c(1, 2, 3, 3, 5, 6), factor(c(1, 2, 1, 0, 1, 0), 0:2)) ~ 1)$pstate
    const exits: Exit[] = [
      { at: 5, cause: 0 },
      { at: 1, cause: 0 },
      { at: 2, cause: 1 },
      { at: 3, cause: 0 },
      { at: 3, cause: null },
      { at: 6, cause: null },
    ];
    expect(
      aalenJohansen(exits, 2).map(({ at, incidence, remaining }) =>
        [at, ...incidence, remaining].map((value) => Math.round(value * 1e4) / 1e4),
      ),
    ).toEqual([
      [1, 0.1667, 0, 0.8333],
      [2, 0.1667, 0.1667, 0.6667],
      [3, 0.3333, 0.1667, 0.5],
      [5, 0.5833, 0.1667, 0.25],
    ]);
  });

  it('stacks up to everybody, and is 1 - S where there is one exit only', () => {
    const random = seededRandom(3);
    const exits: Exit[] = Array.from({ length: 300 }, () => ({ at: random.int(1, 40), cause: random.pick([0, 0, 1, 2, null] as const) }));
    for (const { incidence, remaining } of aalenJohansen(exits, 3)) {
      expect(incidence.reduce((sum, share) => sum + share, remaining)).toBeCloseTo(1, 12);
    }
    const single = exits.map(({ at, cause }) => ({ at, cause: cause === null ? null : 0 }));
    const ended = single.filter(({ cause }) => cause === 0).map(({ at }) => at);
    const seen = single.filter(({ cause }) => cause === null).map(({ at }) => at);
    const points = aalenJohansen(single, 1);
    const sample = { events: Float64Array.from(ended), censored: Float64Array.from(seen), never: 0 };
    const curve = kaplanMeier(
      sample,
      points.map(({ at }) => at),
    );
    for (const [index, { incidence }] of points.entries()) expect(incidence[0]).toBeCloseTo(1 - (curve[index]?.survival ?? 0), 12);
  });

  it('is empty where nobody left', () => {
    expect(aalenJohansen([], 2)).toEqual([]);
    expect(aalenJohansen([{ at: 4, cause: null }], 2)).toEqual([]);
  });
});
