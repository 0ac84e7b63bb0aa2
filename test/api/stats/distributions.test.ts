// The distributions behind the exact intervals, against scipy.
import { describe, expect, it } from 'vitest';
import { betaShare } from '#api/stats/beta-share.ts';
import { findRoot } from '#api/stats/find-root.ts';
import { gammaShare } from '#api/stats/gamma-share.ts';
import { logGamma } from '#api/stats/log-gamma.ts';
import { nearly } from '#test/support/nearly.ts';

describe('the distributions behind exact intervals', () => {
  it('know the logarithm of the gamma function', () => {
    // scipy.special.gammaln([0.1, 0.5, 5, 100, 1e6])
    expect([0.1, 0.5, 5, 100, 1e6].map(logGamma)).toEqual(
      nearly([2.25271265173, 0.572364942925, 3.17805383035, 359.134205369576, 12815504.569148], 8),
    );
  });

  it('know the share of a gamma distribution below a value', () => {
    // scipy.special.gammainc(a, x)
    expect([gammaShare(3, 2.5), gammaShare(100, 80), gammaShare(0.5, 0.1)]).toEqual(
      nearly([0.45618688411667035, 0.0171083130351331, 0.34527915398142317]),
    );
    expect(gammaShare(1e6, 1.0005e6)).toBeCloseTo(0.6915504754771972, 7);
    expect(gammaShare(3, 0)).toBe(0);
  });

  it('know the share of a beta distribution below a value', () => {
    // scipy.special.betainc(a, b, x)
    expect([betaShare(2, 3, 0.4), betaShare(500, 300, 0.6), betaShare(0.5, 0.5, 0.01)]).toEqual(
      nearly([0.5248, 0.07292159199253194, 0.06376856085851985]),
    );
    expect([betaShare(2, 3, 0), betaShare(2, 3, 1)]).toEqual([0, 1]);
  });
});

describe('the search for a root', () => {
  it('finds where a rising function reaches a level', () => {
    expect(findRoot((x) => x * x, 2, 0, 2)).toBeCloseTo(Math.SQRT2, 14);
    expect(findRoot((x) => 1 - Math.exp(-x), 0.999, 0, 1e6)).toBeCloseTo(-Math.log(0.001), 9);
  });

  it('answers with the nearer end where the level is not reached inside', () => {
    expect(findRoot((x) => x, 5, 0, 2)).toBe(2);
    expect(findRoot((x) => x, -5, 0, 2)).toBe(0);
  });
});
