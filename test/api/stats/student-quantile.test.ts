// The quantile of Student's t, against scipy.
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '#api/stats/student-quantile.ts';

describe("the quantile of Student's t", () => {
  it('is that of scipy to three digits, for few degrees of freedom and for many', () => {
    // scipy.stats.t.ppf(0.975, [2, 3, 4, 10, 20, 30, 60])
    const known = [4.3027, 3.1824, 2.7764, 2.2281, 2.086, 2.0423, 2.0003];
    expect([2, 3, 4, 10, 20, 30, 60].map(studentQuantile)).toEqual(known.map((value) => expect.closeTo(value, 2.7)));
  });
});
