// Runs of characters across everything, signs and spaces too: for writing without spaces, where a full stop or a tilde says as much as a word.
import { hashBits } from './features.ts';
import { bucketOf, mix } from './hash.ts';
import { plainText } from './plain-text.ts';
import type { Counted } from './vocabulary.ts';

const longest = 4;
const spaces = /\s+/g;

/** Buckets of all runs of one to four characters, each once, with how often it occurs. */
export function readRuns(text: string, bits = hashBits): Counted {
  const plain = ` ${plainText(text).replace(spaces, ' ').trim()} `;
  const counts = new Map<number, number>();
  for (let from = 0; from < plain.length; from += 1) {
    let hash = 0x2f6e2b1;
    for (let at = from; at < plain.length && at < from + longest; at += 1) {
      hash = mix(hash, plain.charCodeAt(at));
      const column = bucketOf(hash, (1 << bits) - 1);
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return { columns: Uint32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) };
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether at least half of the texts are in writing without spaces. */
export function isMostlyUnspaced(texts: readonly string[]): boolean {
  return texts.filter((text) => unspaced.test(text)).length * 2 >= texts.length;
}
