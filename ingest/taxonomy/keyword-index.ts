// Looks for all patterns of all names at once: a tree of words, so that patterns with the same beginning are walked together.
import { mostRemembered } from '../learn/word-table.ts';
import { type Place, readPatternHeads, type Sequence } from './pattern.ts';
import { beginningOf, beginningsOf } from './pattern-beginnings.ts';
import type { Token } from './tokens.ts';

/** Where a pattern of a name was found: the first and last token it took, and the sequence that fitted. */
export type Found = { readonly name: number; readonly first: number; readonly last: number; readonly sequence: Sequence };

export type KeywordIndex = {
  /** Every place where a pattern was found, each name once for a first token. */
  readonly find: (tokens: readonly Token[]) => Found[];
};

type End = { readonly name: number; readonly sequence: Sequence };
/** `open`: words with any ending, by their first two letters in one number; made when one comes, since most branches have none. */
type Branch = { readonly exact: Map<string, Node>; open: Map<number, [string, Node][]> | null };
type Node = { adjacent: Branch | null; gapped: Branch | null; readonly ends: End[] };
/** A pattern that no word has begun yet. */
type Waiting = { readonly name: number; readonly pattern: string };

/** Words, or Han characters, that a gap may hold. */
const mostBetween = 6;
const mostHanBetween = 10;
const stem = 2;

const newNode = (): Node => ({ adjacent: null, gapped: null, ends: [] });
const newBranch = (): Branch => ({ exact: new Map(), open: null });
const stemOf = (word: string): number => (word.charCodeAt(0) << 16) | word.charCodeAt(1);

function stepIn(branch: Branch, { word, isOpen }: Place): Node {
  if (!isOpen) {
    const known = branch.exact.get(word);
    if (known !== undefined) return known;
    const fresh = newNode();
    branch.exact.set(word, fresh);
    return fresh;
  }
  branch.open ??= new Map();
  const list = branch.open.get(stemOf(word)) ?? [];
  const known = list.find(([prefix]) => prefix === word)?.[1];
  if (known !== undefined) return known;
  const fresh = newNode();
  list.push([word, fresh]);
  branch.open.set(stemOf(word), list);
  return fresh;
}

function plant(start: Branch, name: number, sequence: Sequence): void {
  let branch = start;
  for (const [at, place] of sequence.entries()) {
    const node = stepIn(branch, place);
    const next = sequence[at + 1];
    if (next === undefined) {
      node.ends.push({ name, sequence });
      return;
    }
    branch = next.hasGap ? (node.gapped ?? newBranch()) : (node.adjacent ?? newBranch());
    if (next.hasGap) node.gapped = branch;
    else node.adjacent = branch;
  }
}

/** Visits the nodes that a word leads to from a branch: its own, then those of its beginnings. */
function eachNode(branch: Branch, word: string, take: (node: Node) => void): void {
  const exact = branch.exact.get(word);
  if (exact !== undefined) take(exact);
  if (branch.open === null || word.length < stem) return;
  const open = branch.open.get(stemOf(word));
  if (open !== undefined) for (const [prefix, node] of open) if (word.startsWith(prefix)) take(node);
}

type Visit = (end: End, last: number) => void;

/** Walks on from a token that a branch may know. */
function enter(tokens: readonly Token[], at: number, branch: Branch, visit: Visit): void {
  eachNode(branch, tokens[at]?.word ?? '', (node) => walk(tokens, at, node, visit));
}

function walk(tokens: readonly Token[], at: number, node: Node, visit: Visit): void {
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

const nowhere: readonly Node[] = [];

/**
 * Where the walks from a first word begin. Patterns wait under what they begin with until a word begins so, and are read then: of some ten
 * thousand most never are. What was found for a word is kept, since most words lead nowhere and come again.
 */
function openStarts(patternsByName: readonly (readonly string[])[]): (word: string) => readonly Node[] {
  const waiting = new Map<number, Waiting[]>();
  patternsByName.forEach((patterns, name) => {
    for (const pattern of patterns) {
      for (const beginning of beginningsOf(pattern)) {
        const list = waiting.get(beginning);
        if (list === undefined) waiting.set(beginning, [{ name, pattern }]);
        else list.push({ name, pattern });
      }
    }
  });
  const start = newBranch();
  const plantAll = (beginning: number): void => {
    const list = waiting.get(beginning);
    if (list === undefined) return;
    waiting.delete(beginning);
    for (const { name, pattern } of list) {
      for (const { head, rest } of readPatternHeads(pattern)) {
        if (beginningOf(head[0]?.word ?? '') === beginning) for (const end of rest()) plant(start, name, head.concat(end));
      }
    }
  };
  const known = new Map<string, readonly Node[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    plantAll(beginningOf(word));
    const nodes: Node[] = [];
    eachNode(start, word, (node) => nodes.push(node));
    if (known.size >= mostRemembered) known.clear();
    known.set(word, nodes.length === 0 ? nowhere : nodes);
    return nodes;
  };
}

/** Opens an index over the patterns of each name (its number in the list); they were checked before. */
export function openKeywordIndex(patternsByName: readonly (readonly string[])[]): KeywordIndex {
  const startsOf = openStarts(patternsByName);
  const find = (tokens: readonly Token[]): Found[] => {
    const found: Found[] = [];
    let [first, from] = [0, 0];
    const visit: Visit = ({ name, sequence }, last) => {
      for (let index = from; index < found.length; index += 1) if (found[index]?.name === name) return;
      found.push({ name, first, last, sequence });
    };
    for (; first < tokens.length; first += 1) {
      const nodes = startsOf(tokens[first]?.word ?? '');
      from = found.length;
      for (const node of nodes) walk(tokens, first, node, visit);
    }
    return found;
  };
  return { find };
}
