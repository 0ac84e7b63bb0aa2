// A small seeded random source: sfc32, so that one seed always gives one demo company.

/** A stream of draws. Streams forked by different labels are independent of each other and of how much was drawn before. */
export type Random = {
  /** Uniform in `[0, 1)`. */
  next(): number;
  /** Whole number in `[low, high]`, both included. */
  int(low: number, high: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Mean 0, deviation 1. */
  normal(): number;
  /** Log-normal by its median; `sigma` is the deviation of the logarithm. */
  logNormal(median: number, sigma: number): number;
  /** Exponential by its mean. */
  exponential(mean: number): number;
  fork(label: string | number): Random;
};

/** Four 32-bit words out of a text: FNV-1a with a last mixing round per word, so that neighbouring seeds share nothing. */
function seedWords(seed: string): readonly [number, number, number, number] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  const word = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    hash ^= hash >>> 15;
    return hash >>> 0;
  };
  return [word(), word(), word(), word()];
}

/** Opens the stream of a seed. sfc32 (Chris Doty-Humphrey's small fast counting generator) has 128 bits of state and passes the usual batteries. */
export function openRandom(seed: string): Random {
  let [a, b, c, counter] = seedWords(seed);
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first outputs still resemble the seed words; a dozen rounds are what the author of the generator uses.
  for (let round = 0; round < 12; round += 1) next();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (p) => next() < p,
    pick(list) {
      const entry = list[Math.floor(next() * list.length)];
      if (entry === undefined) throw new RangeError('nothing to pick from: the list is empty');
      return entry;
    },
    normal,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    fork: (label) => openRandom(`${seed}/${label}`),
  };
}

/** Running sums of weights, for `drawIndex`. */
export function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}

/** An index with probability in proportion to its weight, by binary search; weights of 0 are never drawn. */
export function drawIndex(random: Random, sums: readonly number[]): number {
  const target = random.next() * (sums[sums.length - 1] ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One key of a table of weights; a table has to hold at least one weight above 0. */
export function drawKey<K extends string>(random: Random, entries: readonly (readonly [K, number])[]): K {
  let target = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    target -= weight;
    if (target < 0) return key;
  }
  const last = entries.findLast(([, weight]) => weight > 0);
  if (last === undefined) throw new RangeError('nothing to draw from: no weight is above 0');
  return last[0];
}
