// How well groups that were found agree with groups that are known: normalised mutual information and adjusted Rand index.

export type ClusterFigures = { readonly nmi: number; readonly ari: number; readonly found: number };

const pairs = (n: number): number => (n * (n - 1)) / 2;

function counted(values: Iterable<unknown>): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const entropyOf = (counts: Iterable<number>, n: number): number => {
  let sum = 0;
  for (const count of counts) sum -= (count / n) * Math.log(count / n);
  return sum;
};

/**
 * NMI with the arithmetic mean of the entropies, and ARI (Hubert and Arabie 1985), as scikit-learn defines both. Both are 1 where one
 * grouping is the other; NMI is 1 and ARI is 1 where neither divides anything.
 */
export function clusterFigures(truth: readonly string[], found: ArrayLike<number>): ClusterFigures {
  const n = truth.length;
  const joint = counted(truth.map((label, at) => `${found[at]} ${label}`));
  const byTruth = counted(truth);
  const byFound = counted(Array.from(found));
  const [a, b] = [entropyOf(byTruth.values(), n), entropyOf(byFound.values(), n)];
  const mutual = a + b - entropyOf(joint.values(), n);
  const together = [...joint.values()].reduce((sum, count) => sum + pairs(count), 0);
  const [inTruth, inFound] = [byTruth, byFound].map((counts) => [...counts.values()].reduce((sum, count) => sum + pairs(count), 0));
  const expected = ((inTruth ?? 0) * (inFound ?? 0)) / Math.max(1, pairs(n));
  const most = ((inTruth ?? 0) + (inFound ?? 0)) / 2;
  return {
    nmi: a + b === 0 ? 1 : (2 * mutual) / (a + b),
    ari: most === expected ? 1 : (together - expected) / (most - expected),
    found: byFound.size,
  };
}
