// What stands beside a figure about mood: the two ways in which nothing can be told.
import { describe, expect, it } from 'vitest';
import { untoldShares } from '../../../dashboard/src/lib/metrics/untold.ts';

describe('untold shares', () => {
  it('keep "too unsure" and "not scored" apart', () => {
    expect(untoldShares({ n: 10, parts: { scored: 5, abstained: 2, unsupported: 1, unscored: 2 } })).toEqual({
      abstained: 0.2,
      unscored: 0.3,
    });
    expect(untoldShares({ n: 10, parts: { scored: 10 } })).toEqual({ abstained: 0, unscored: 0 });
  });

  it('are unknown where nobody wrote', () => {
    expect(untoldShares({ n: 0 })).toEqual({ abstained: null, unscored: null });
  });
});
