// Average linkage: the tree in which the two groups that are most alike on average are joined first, by chains of nearest neighbours.

/** Two groups, named by their first items, and how alike they were when they were joined. */
export type Join = readonly [kept: number, gone: number, likeness: number];

/**
 * All joins of `n` items, most alike first, from their likenesses (`n` x `n`, symmetric; overwritten). Time and space grow with n squared
 * (Murtagh 1983: for average linkage chains give the same tree as the slow way).
 */
export function averageLinkage(likeness: Float32Array, n: number): Join[] {
  const size = new Float64Array(n).fill(1);
  const alive = new Uint8Array(n).fill(1);
  const joins: Join[] = [];
  const chain: number[] = [];
  let first = 0;
  while (joins.length < n - 1) {
    if (chain.length === 0) {
      while (alive[first] === 0) first += 1;
      chain.push(first);
    }
    const end = chain.at(-1) ?? 0;
    const before = chain.at(-2) ?? -1;
    const { nearest, most } = nearestTo(end, before, likeness, alive);
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const [kept, gone] = end < before ? [end, before] : [before, end];
    joins.push([kept, gone, most]);
    joinRows({ kept, gone }, likeness, alive, size);
  }
  return joins.sort((a, b) => b[2] - a[2]);
}

/** The one before in the chain wins ties, else the chain would never end. */
function nearestTo(end: number, before: number, likeness: Float32Array, alive: Uint8Array): { nearest: number; most: number } {
  const n = alive.length;
  const row = end * n;
  let nearest = before;
  let most = before >= 0 ? (likeness[row + before] ?? 0) : Number.NEGATIVE_INFINITY;
  for (let other = 0; other < n; other += 1) {
    const value = likeness[row + other] ?? 0;
    if (value > most && alive[other] === 1 && other !== end) {
      most = value;
      nearest = other;
    }
  }
  return { nearest, most };
}

type Pair = { readonly kept: number; readonly gone: number };

function joinRows({ kept, gone }: Pair, likeness: Float32Array, alive: Uint8Array, size: Float64Array): void {
  const n = alive.length;
  const [a, b] = [size[kept] ?? 1, size[gone] ?? 1];
  for (let other = 0; other < n; other += 1) {
    if (alive[other] === 0 || other === kept || other === gone) continue;
    const value = ((likeness[kept * n + other] ?? 0) * a + (likeness[gone * n + other] ?? 0) * b) / (a + b);
    likeness[kept * n + other] = value;
    likeness[other * n + kept] = value;
  }
  size[kept] = a + b;
  alive[gone] = 0;
}

/** The group of each item, numbered from 0 in the order of first items, after all joins of at least `least` likeness. */
export function cutTree(n: number, joins: readonly Join[], least: number): Int32Array {
  const parent = Int32Array.from({ length: n }, (_, item) => item);
  const rootOf = (item: number): number => {
    let at = item;
    while (parent[at] !== at) at = parent[at] ?? at;
    parent[item] = at;
    return at;
  };
  for (const [kept, gone, likeness] of joins) if (likeness >= least) parent[rootOf(gone)] = rootOf(kept);
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: n }, (_, item) => {
    const root = rootOf(item);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
}
