// Secrets across messages: a phrase sent one word at a time, a key cut in two.
import { findCritical, type RedactionOptions } from '../redact.ts';
import { isCritical } from './finding.ts';
import type { Located } from './overlaps.ts';

// A thread longer than this is no phrase in pieces; the bound keeps reading it twice affordable.
const longestJoined = 100_000;

/** For each text, the stretches of it that belong to a critical secret which reaches over at least two of the texts. */
export function secretsAcross(texts: readonly string[], options: RedactionOptions): readonly (readonly Located[])[] {
  const joined = texts.join('\n');
  if (joined.length > longestJoined) return texts.map(() => []);
  const found = findCritical(joined, options).filter((each) => isCritical(each.kind));
  let start = 0;
  return texts.map((text) => {
    const end = start + text.length;
    const here = found
      .filter((each) => each.start < end && each.end > start && (each.start < start || each.end > end))
      .map((each) => ({ kind: each.kind, start: Math.max(0, each.start - start), end: Math.min(text.length, each.end - start) }))
      .filter((each) => each.end > each.start);
    start = end + 1;
    return here;
  });
}
