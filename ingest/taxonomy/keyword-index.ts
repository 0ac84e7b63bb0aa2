// Looks for all patterns of all names at once: a tree of words, so that patterns with the same beginning are walked together.
import { type PatternHead, type Place, readPatternHeads, type Sequence } from './pattern.ts';
import type { Token } from './tokens.ts';

/** Where a pattern of a name was found: the first and last token it took, and the sequence that fitted. */
export type Found = { readonly name: number; readonly first: number; readonly last: number; readonly sequence: Sequence };

export type KeywordIndex = {
  /** Every place where a pattern was found, each name once for a first token. */
  readonly find: (tokens: readonly Token[]) => Found[];
};

type End = { readonly name: number; readonly sequence: Sequence };
/** `open` is made when a word with any ending comes: most branches have none, and there are some ten thousand of them. */
type Branch = { readonly exact: Map<string, Node>; open: Map<string, [string, Node][]> | null };
/** `waiting` are patterns that begin here and are planted when their first word comes: most never do. */
type Node = { adjacent: Branch | null; gapped: Branch | null; readonly ends: End[]; waiting: Waiting[] | null };
type Waiting = PatternHead & { readonly name: number };

/** Words, or Han characters, that a gap may hold. */
const mostBetween = 6;
const mostHanBetween = 10;
const stem = 2;

const newNode = (): Node => ({ adjacent: null, gapped: null, ends: [], waiting: null });
const newBranch = (): Branch => ({ exact: new Map(), open: null });

function stepIn(branch: Branch, { word, isOpen }: Place): Node {
  if (!isOpen) {
    const known = branch.exact.get(word);
    if (known !== undefined) return known;
    const fresh = newNode();
    branch.exact.set(word, fresh);
    return fresh;
  }
  branch.open ??= new Map();
  const beginning = word.slice(0, stem);
  const list = branch.open.get(beginning) ?? [];
  const known = list.find(([prefix]) => prefix === word)?.[1];
  if (known !== undefined) return known;
  const fresh = newNode();
  list.push([word, fresh]);
  branch.open.set(beginning, list);
  return fresh;
}

/** Plants a sequence whose first place is the node. */
function plant(first: Node, name: number, sequence: Sequence): void {
  let node = first;
  for (const place of sequence.slice(1)) {
    const branch = place.hasGap ? (node.gapped ?? newBranch()) : (node.adjacent ?? newBranch());
    if (place.hasGap) node.gapped = branch;
    else node.adjacent = branch;
    node = stepIn(branch, place);
  }
  node.ends.push({ name, sequence });
}

function plantWaiting(node: Node, waiting: readonly Waiting[]): void {
  node.waiting = null;
  for (const { name, head, rest } of waiting) for (const end of rest()) plant(node, name, head.concat(end));
}

type Visit = (end: End, last: number) => void;

/** Walks on from a token that a branch may know. */
function enter(tokens: readonly Token[], at: number, branch: Branch, visit: Visit): void {
  const word = tokens[at]?.word ?? '';
  const exact = branch.exact.get(word);
  if (exact !== undefined) walk(tokens, at, exact, visit);
  if (branch.open === null || word.length < stem) return;
  for (const [prefix, node] of branch.open.get(word.slice(0, stem)) ?? []) if (word.startsWith(prefix)) walk(tokens, at, node, visit);
}

function walk(tokens: readonly Token[], at: number, node: Node, visit: Visit): void {
  if (node.waiting !== null) plantWaiting(node, node.waiting);
  for (const end of node.ends) visit(end, at);
  if (node.adjacent === null && node.gapped === null) return;
  const sentence = tokens[at]?.sentence;
  if (node.adjacent !== null && tokens[at + 1]?.sentence === sentence) enter(tokens, at + 1, node.adjacent, visit);
  if (node.gapped === null) return;
  for (let next = at + 1; next <= at + 1 + mostHanBetween; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.sentence !== sentence) return;
    if (next <= at + 1 + mostBetween || token.word >= '\u3000') enter(tokens, next, node.gapped, visit);
  }
}

/** Opens an index over the patterns of each name (its number in the list); they were checked before. */
export function openKeywordIndex(patternsByName: readonly (readonly string[])[]): KeywordIndex {
  const start = newBranch();
  patternsByName.forEach((patterns, name) => {
    for (const pattern of patterns) {
      for (const { head, rest } of readPatternHeads(pattern)) {
        const [place] = head;
        if (place === undefined) continue;
        const node = stepIn(start, place);
        node.waiting ??= [];
        node.waiting.push({ name, head, rest });
      }
    }
  });
  const find = (tokens: readonly Token[]): Found[] => {
    const found: Found[] = [];
    for (let first = 0; first < tokens.length; first += 1) {
      const from = found.length;
      enter(tokens, first, start, ({ name, sequence }, last) => {
        for (let index = from; index < found.length; index += 1) if (found[index]?.name === name) return;
        found.push({ name, first, last, sequence });
      });
    }
    return found;
  };
  return { find };
}
