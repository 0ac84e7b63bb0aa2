// The hash by which all models of the house know their features, and the bucket that one falls into.

/** One step of the hash of a word or of what is made of words. */
export function mix(hash: number, code: number): number {
  const next = Math.imul(hash ^ code, 0x5bd1e995);
  return next ^ (next >>> 15);
}

/** The hash of a stretch of text. */
export function hashOf(text: string, from: number, to: number): number {
  let whole = 0x9e3779b9;
  for (let at = from; at < to; at += 1) whole = mix(whole, text.charCodeAt(at));
  return whole;
}

/** The bucket of a feature; `mask` is one less than the number of buckets. */
export function bucketOf(hash: number, mask: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) & mask;
}
