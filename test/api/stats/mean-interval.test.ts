// The interval of a mean, against the quantiles of Student's t from its tables.
import { describe, expect, it } from 'vitest';
import { meanInterval } from '#api/stats/mean-interval.ts';

const of = (...values: number[]) =>
  meanInterval({ n: values.length, sum: values.reduce((a, b) => a + b, 0), squares: values.reduce((a, b) => a + b * b, 0) });

describe('the interval of a mean', () => {
  it('is that of Student', () => {
    // t(4) = 2.776445, with the standard deviation by statistics.stdev of Python: 1.036757 to 4.963243
    expect(of(1, 2, 3, 4, 5)).toEqual([expect.closeTo(1.036757, 2.7), expect.closeTo(4.963243, 2.7)]);
    // t(9) = 2.262157: -0.454123 to 0.434123
    expect(of(-0.8, -0.4, 0, 0.6, 0.6, 0.1, 0.2, -0.3, 0.9, -1)).toEqual([expect.closeTo(-0.454123, 4), expect.closeTo(0.434123, 4)]);
  });

  it('is nothing for fewer than five values, and a point for equal ones', () => {
    expect([of(), of(1), of(1, 2, 3, 4), of(2, 2, 2, 2, 2)]).toEqual([null, null, null, [2, 2]]);
  });

  it('narrows with more of the same', () => {
    const few = of(1, 2, 3, 4, 5);
    const many = of(...[1, 2, 3, 4, 5], ...[1, 2, 3, 4, 5], ...[1, 2, 3, 4, 5]);
    expect((many?.[1] ?? 0) - (many?.[0] ?? 0)).toBeLessThan((few?.[1] ?? 0) - (few?.[0] ?? 0));
  });
});
