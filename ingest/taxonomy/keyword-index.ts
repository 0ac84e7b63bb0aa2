// Looks for all patterns of all names at once: by the first word of a sequence, then word by word.
import type { Place, Sequence } from './pattern.ts';
import { readPattern } from './pattern.ts';
import type { Token } from './tokens.ts';

/** Where a pattern of a name was found: the first and last token it took. */
export type Found = { readonly name: number; readonly first: number; readonly last: number };

type Entry = { readonly name: number; readonly sequence: Sequence };

const mostBetween = 6;
const stem = 2;

export type KeywordIndex = {
  /** Every place where a pattern was found, each name and place once. */
  readonly find: (tokens: readonly Token[]) => Found[];
};

function isAt(token: Token | undefined, place: Place): boolean {
  if (token === undefined) return false;
  return place.isOpen ? token.word.startsWith(place.word) : token.word === place.word;
}

/** Last token of a sequence whose place `from` is looked for at `at`; -1 where it is not there. The nearest fit is taken. */
function endOf(tokens: readonly Token[], at: number, sequence: Sequence, from: number): number {
  const place = sequence[from];
  if (place === undefined) return at - 1;
  const sentence = tokens[at - 1]?.sentence;
  const furthest = place.hasGap ? at + mostBetween : at;
  for (let index = at; index <= furthest; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.sentence !== sentence) return -1;
    if (!isAt(token, place)) continue;
    const end = endOf(tokens, index + 1, sequence, from + 1);
    if (end >= 0) return end;
  }
  return -1;
}

function append<Key>(lists: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
}

/** Opens an index over the patterns of each name (its number in the list). */
export function openKeywordIndex(patternsByName: readonly (readonly string[])[]): KeywordIndex {
  const exact = new Map<string, Entry[]>();
  const open = new Map<string, Entry[]>();
  patternsByName.forEach((patterns, name) => {
    for (const sequence of patterns.flatMap(readPattern)) {
      const [first] = sequence;
      if (first === undefined) continue;
      if (first.isOpen) append(open, first.word.slice(0, stem), { name, sequence });
      else append(exact, first.word, { name, sequence });
    }
  });
  const find = (tokens: readonly Token[]): Found[] => {
    const found: Found[] = [];
    const seen = new Set<number>();
    tokens.forEach((token, at) => {
      const candidates = [exact.get(token.word), token.word.length >= stem ? open.get(token.word.slice(0, stem)) : undefined];
      for (const entry of candidates.flatMap((entries) => entries ?? [])) {
        const [first] = entry.sequence;
        if (first === undefined || !isAt(token, first)) continue;
        const last = endOf(tokens, at + 1, entry.sequence, 1);
        const key = (entry.name << 16) + at;
        if (last < 0 || seen.has(key)) continue;
        seen.add(key);
        found.push({ name: entry.name, first: at, last });
      }
    });
    return found;
  };
  return { find };
}
