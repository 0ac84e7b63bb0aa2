// A seeded source of chance: training comes out the same on every machine and every day.

/** Numbers from 0 to 1 by mulberry32 (Tommy Ettinger, public domain algorithm). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A fold from 0 to `folds` - 1 for each item, every label spread over all of them. */
export function foldsOf(labels: readonly number[], folds: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const order = labels.map((label, index) => ({ label, index, chance: random() })).sort((a, b) => a.label - b.label || a.chance - b.chance);
  const result = new Uint8Array(labels.length);
  order.forEach(({ index }, place) => {
    result[index] = place % folds;
  });
  return result;
}
