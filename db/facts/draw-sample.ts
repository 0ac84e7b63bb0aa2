// A sample for annotation: spread over strata, leaning to what the scorer was unsure of, and with the probability of each draw known.
import { shuffled } from './seeded-chance.ts';

export type Candidate = {
  readonly id: number;
  readonly stratum: string;
  /** 0 to 1: how unsure the scorer was. */
  readonly doubt: number;
};

export type Drawn = {
  readonly id: number;
  readonly stratum: string;
  /** Probability with which it came into the sample; an estimate weights it with one over this. */
  readonly inclusion: number;
};

export type DrawOrder = {
  readonly size: number;
  /** 0: alike within a stratum; 1: in proportion to doubt. */
  readonly uncertainShare: number;
  readonly chance: () => number;
};

/** Even what the scorer was sure of keeps this much doubt, for nothing may have no chance at all. */
const leastDoubt = 0.02;

/**
 * Draws `size` candidates (all of them where there are fewer), in an order by lot. A stratum gets a number in proportion to the
 * square root of its size, so that small languages are seen. Within one, systematic draws with unequal probabilities over a
 * shuffled list (Madow 1949; W. G. Cochran, Sampling Techniques, 1977, section 9A.10) give each candidate exactly the
 * probability that is written beside it.
 */
export function drawSample(candidates: readonly Candidate[], { size, uncertainShare, chance }: DrawOrder): Drawn[] {
  const strata = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const held = strata.get(candidate.stratum);
    if (held === undefined) strata.set(candidate.stratum, [candidate]);
    else held.push(candidate);
  }
  const names = [...strata.keys()].toSorted();
  const sizes = names.map((name) => strata.get(name)?.length ?? 0);
  const shares = allocate(sizes, size);
  const drawn = names.flatMap((name, at) => drawStratum(strata.get(name) ?? [], shares[at] ?? 0, { uncertainShare, chance }));
  return shuffled(drawn, chance);
}

/** Whole numbers in proportion to the square roots of the sizes, none above its size, that add up to `total` where there are enough. */
export function allocate(sizes: readonly number[], total: number): number[] {
  const given = sizes.map(() => 0);
  let left = Math.min(
    total,
    sizes.reduce((sum, one) => sum + one, 0),
  );
  while (left > 0) {
    const open = sizes.flatMap((of, at) => ((given[at] ?? 0) < of ? [at] : []));
    const roots = open.map((at) => Math.sqrt(sizes[at] ?? 0));
    const sum = roots.reduce((a, b) => a + b, 0);
    const wishes = roots.map((root) => (left * root) / sum);
    let moved = 0;
    open.forEach((at, place) => {
      const more = Math.min(Math.floor(wishes[place] ?? 0), (sizes[at] ?? 0) - (given[at] ?? 0));
      given[at] = (given[at] ?? 0) + more;
      moved += more;
    });
    if (moved === 0) {
      const largest = open.toSorted((a, b) => (given[a] ?? 0) / Math.sqrt(sizes[a] ?? 1) - (given[b] ?? 0) / Math.sqrt(sizes[b] ?? 1));
      for (const at of largest.slice(0, left)) given[at] = (given[at] ?? 0) + 1;
      moved = Math.min(left, largest.length);
    }
    left -= moved;
  }
  return given;
}

function drawStratum(candidates: readonly Candidate[], n: number, { uncertainShare, chance }: Omit<DrawOrder, 'size'>): Drawn[] {
  if (n === 0) return [];
  const order = shuffled(candidates, chance);
  const inclusion = inclusionOf(order, n, uncertainShare);
  const drawn: Drawn[] = [];
  let sum = 0;
  // One random start, then a step of one along the added-up probabilities: each mark that is passed is a draw.
  let mark = chance();
  order.forEach(({ id, stratum }, at) => {
    sum += inclusion[at] ?? 0;
    // The last mark may miss the end of the sum by a rounding error.
    if (sum > mark || (at === order.length - 1 && drawn.length < n)) {
      drawn.push({ id, stratum, inclusion: inclusion[at] ?? 1 });
      mark += 1;
    }
  });
  return drawn;
}

/** Probabilities that add up to n, none above 1: whatever would pass 1 is taken for sure, and the rest shares what is left. */
function inclusionOf(candidates: readonly Candidate[], n: number, uncertainShare: number): number[] {
  if (n >= candidates.length) return candidates.map(() => 1);
  const doubts = candidates.map(({ doubt }) => Math.max(leastDoubt, Math.min(1, doubt)));
  const total = doubts.reduce((sum, one) => sum + one, 0);
  const pull = doubts.map((doubt) => (1 - uncertainShare) / candidates.length + (uncertainShare * doubt) / total);
  const isSure = pull.map(() => false);
  for (;;) {
    const sure = isSure.filter(Boolean).length;
    const rest = pull.reduce((sum, one, at) => (isSure[at] === true ? sum : sum + one), 0);
    let hasGrown = false;
    pull.forEach((one, at) => {
      if (isSure[at] === true || ((n - sure) * one) / rest < 1) return;
      isSure[at] = true;
      hasGrown = true;
    });
    if (!hasGrown) return pull.map((one, at) => (isSure[at] === true ? 1 : ((n - sure) * one) / rest));
  }
}
