// NMI and ARI against the values that the documentation of scikit-learn prints, and at their edges.
import { describe, expect, it } from 'vitest';
import { clusterFigures } from '#ingest/learn/cluster-figures.ts';

describe('clusterFigures', () => {
  it('agrees with scikit-learn', () => {
    // adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) = 0.57..., v_measure_score of the same (the arithmetic NMI) = 0.8
    expect(clusterFigures(['a', 'a', 'b', 'c'], [0, 0, 1, 1])).toEqual({
      nmi: expect.closeTo(0.8, 10),
      ari: expect.closeTo(4 / 7, 10),
      found: 2,
    });
    // adjusted_rand_score([0, 0, 1, 1], [0, 1, 0, 1]) = -0.5
    expect(clusterFigures(['a', 'a', 'b', 'b'], [0, 1, 0, 1])).toEqual({
      nmi: expect.closeTo(0, 10),
      ari: expect.closeTo(-0.5, 10),
      found: 2,
    });
  });

  it('is 1 for the same grouping under other names, and 0 where everything is one group', () => {
    expect(clusterFigures(['a', 'a', 'b'], [7, 7, 3])).toEqual({ nmi: expect.closeTo(1, 10), ari: 1, found: 2 });
    expect(clusterFigures(['a', 'a', 'b'], [1, 1, 1])).toEqual({ nmi: 0, ari: 0, found: 1 });
  });
});
