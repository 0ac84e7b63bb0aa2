// Shared concepts as features of the trainable classifier: what a text names, whatever word it uses, alone and two at a time.
import { readConcepts } from '../issues/concepts.ts';
import { readTokens } from '../taxonomy/tokens.ts';
import { hashBits } from './features.ts';
import { bucketOf, mix } from './hash.ts';
import type { Counted } from './vocabulary.ts';

const salts = { concept: 0x6c8e9cf5, pair: 0x3c6ef372 } as const;

/** The features of a text, and behind them the concepts that it names and each two of them, once each. */
export function withConcepts(features: Counted, text: string, bits = hashBits): Counted {
  const named = [...new Set(readConcepts(readTokens(text)))].sort((a, b) => a - b);
  if (named.length === 0) return features;
  const counts = new Map<number, number>();
  features.columns.forEach((column, at) => {
    counts.set(column, features.counts[at] ?? 0);
  });
  const add = (hash: number) => {
    const column = bucketOf(hash, (1 << bits) - 1);
    counts.set(column, (counts.get(column) ?? 0) + 1);
  };
  named.forEach((concept, at) => {
    add(mix(salts.concept, concept + 1));
    for (const other of named.slice(at + 1)) add(mix(mix(salts.pair, concept + 1), other + 1));
  });
  return { columns: Uint32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) };
}
