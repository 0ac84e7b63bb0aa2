// Words of feeling in Chinese texts, where nothing stands between words: at each place the longest that is known.
import { turningWords } from '../languages/turning-words.ts';
import { chinese } from '../languages/zh.ts';
import type { Feelings } from './feelings.ts';
import { FeltSums, feltLabels, feltViewCount } from './felt-sums.ts';
import { openViews } from './mixture.ts';

const negationReach = 3;
const strengthReach = 2;
const stops = new Set(Array.from('，。！？!?,.;；\n', (sign) => sign.charCodeAt(0)));

/** What a word does to those behind it. */
const roles = { negation: 1, strengthening: 2, turn: 3 } as const;
type End = { strength: number; role: number };

/** Words as a tree of characters. */
class WordTree {
  // From a node and a character to the next node, both in one number.
  private readonly next = new Map<number, number>();
  private readonly ends: (End | undefined)[] = [undefined];
  /** Whether a word begins with a code unit: most of a text begins none. */
  private readonly begins = new Uint8Array(0x10000);

  endOf(word: string): End {
    let node = 0;
    this.begins[word.charCodeAt(0)] = 1;
    for (let at = 0; at < word.length; at += 1) {
      const key = node * 0x10000 + word.charCodeAt(at);
      let to = this.next.get(key);
      if (to === undefined) {
        to = this.ends.length;
        this.ends.push(undefined);
        this.next.set(key, to);
      }
      node = to;
    }
    const known = this.ends[node];
    if (known !== undefined) return known;
    const end = { strength: 0, role: 0 };
    this.ends[node] = end;
    return end;
  }

  /** The longest word of feeling at a place, before any that only has a role. */
  find(text: string, from: number): { readonly end: End; readonly length: number } | null {
    if (this.begins[text.charCodeAt(from)] === 0) return null;
    let found: { end: End; length: number } | null = null;
    let node: number | undefined = 0;
    for (let at = from; at < text.length; at += 1) {
      node = this.next.get(node * 0x10000 + text.charCodeAt(at));
      if (node === undefined) break;
      const end = this.ends[node];
      if (end !== undefined && (end.strength !== 0 || (found?.end.strength ?? 0) === 0)) found = { end, length: at + 1 - from };
    }
    return found;
  }
}

/** Words of feeling in a Chinese text, as views of a mixture for neg, neu and pos. */
export function openHanWords(entries: readonly { readonly expression: string; readonly strength: number }[]): Feelings {
  const tree = new WordTree();
  const give = (words: readonly string[], role: number): void => {
    for (const word of words) tree.endOf(word).role = role;
  };
  give(turningWords.hanTurns, roles.turn);
  give(turningWords.hanStrengthening, roles.strengthening);
  give([...chinese.negations, ...turningWords.hanNegations], roles.negation);
  for (const { expression, strength } of entries) tree.endOf(expression.toLowerCase()).strength = strength;
  const sums = new FeltSums();
  return (text, into = openViews(feltViewCount, feltLabels)) => {
    const lower = text.toLowerCase();
    sums.clear();
    let negated = Number.NEGATIVE_INFINITY;
    let strengthened = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < lower.length; ) {
      const code = lower.charCodeAt(at);
      const found = tree.find(lower, at);
      const length = found?.length ?? 1;
      if (found !== null && found.end.strength !== 0)
        sums.add(found.end.strength, at - negated <= negationReach, at - strengthened <= strengthReach);
      else if (found?.end.role === roles.negation) negated = at + length - 1;
      else if (found?.end.role === roles.strengthening) strengthened = at + length - 1;
      else if (found?.end.role === roles.turn) sums.turn();
      else if (stops.has(code)) {
        negated = Number.NEGATIVE_INFINITY;
        strengthened = Number.NEGATIVE_INFINITY;
      }
      at += length;
    }
    sums.write(into, lower.length);
    return into;
  };
}
