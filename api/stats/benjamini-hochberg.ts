// The step-up procedure of Benjamini and Hochberg: how many of many surprises may be false.

/**
 * The adjusted values (q) of `ps`, in their order: the smallest false discovery rate at which each would be called a discovery.
 * `tests`: how many were tested in all, where the others are known to be no surprise; at least as many as there are values.
 *
 * Benjamini and Hochberg 1995. R: `p.adjust(ps, "BH", n = tests)`.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03], 3) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(ps: readonly number[], tests: number = ps.length): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach(({ p, index }, at) => {
    const rank = ps.length - at;
    least = Math.min(least, (p * Math.max(tests, ps.length)) / rank);
    adjusted[index] = least;
  });
  return adjusted;
}
