// Seed phrases written as words: runs of list words, whole or partial, in eight lists.
import { type Detector, none, type Span } from './detector.ts';
import { functionWords, proseWords } from './prose-words.ts';
import { hasSeedContextAround, numberingStart } from './seed-context.ts';
import type { SeedToken } from './seed-tokens.ts';
import { hasSeedChecksum, isSeedLength, japaneseBit, nearSeedMask, seedMask, wordBits } from './seed-words.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const wholePhrase = 12;
// Real prose has at most nine list words in a row, so eleven without a stranger are a phrase that lost one.
const cleanPhrase = 11;
const partialPhrase = 8;
// A list word scores 1, any other costs 2, so noise is outweighed only inside a real phrase; the third other word in a row ends a run.
const missScore = -2;
const patience = 5;
const conjunctions: ReadonlySet<string> = new Set(['and', 'und', 'et', 'y', 'e', 'и', '和', '와', 'と']);

type Run = { readonly first: number; readonly last: number };

/** Best-scoring runs of one list, left to right, none overlapping. Linear: after a run the scan goes on behind it, a few words back at most. */
function runsOf(tokens: readonly SeedToken[], bit: number): readonly Run[] {
  const runs: Run[] = [];
  let [first, last, score, peak, words] = [-1, -1, 0, 0, 0];
  for (let index = 0; index <= tokens.length; index++) {
    const token = tokens[index];
    if (token?.lead) continue;
    const isWord = token !== undefined && (token.mask & bit) !== 0;
    if (isWord) {
      if (first < 0) [first, score, peak, words] = [index, 0, 0, 0];
      score++;
      words++;
      if (score >= peak) [peak, last] = [score, index];
      continue;
    }
    if (first < 0) continue;
    score += missScore;
    if (token !== undefined && score > 0 && peak - score < patience) continue;
    // Misspelt words do not count here, so a phrase with one of them may come up a word short.
    if (words >= partialPhrase - 1) {
      runs.push({ first, last });
      // Words behind the best point may begin the next run, so they are read again.
      index = last;
    }
    first = -1;
  }
  return runs;
}

/** Japanese does not part words: the first and the last of a phrase may be one token with the sentence around it. */
function isGlued({ form }: SeedToken, step: 1 | -1, bit: number): boolean {
  if (bit !== japaneseBit) return false;
  for (let length = 3; length < form.length; length++) {
    if ((seedMask(step === 1 ? form.slice(0, length) : form.slice(-length)) & bit) !== 0) return true;
  }
  return false;
}

/** How far a run reaches on in one direction over misspelt words and the list words behind them, which scoring alone would leave standing. */
function reach(tokens: readonly SeedToken[], from: number, step: 1 | -1, bit: number): number {
  let edge = from;
  for (let index = from + step, noise = 0; noise <= 2; index += step) {
    const token = tokens[index];
    if (token?.lead) continue;
    if (token === undefined || functionWords.has(token.form)) break;
    if ((token.mask & bit) !== 0) edge = index;
    else if (isGlued(token, step, bit)) return index;
    else if ((nearSeedMask(token.form) & bit) !== 0) [edge, noise] = [index, noise + 1];
    else break;
  }
  return edge;
}

function countWords(tokens: readonly SeedToken[], run: Run): number {
  let words = 0;
  for (let index = run.first; index <= run.last; index++) {
    const token = tokens[index];
    if (token !== undefined && !token.lead) words++;
  }
  return words;
}

type Measure = {
  readonly words: number;
  readonly noise: number;
  readonly links: number;
  readonly prose: number;
  readonly distinct: number;
};

/** What a stretch of tokens is made of: list words, others, function words among the others, prose and distinct words among the list words. */
function measure(tokens: readonly SeedToken[], bit: number): Measure {
  const seen = new Set<string>();
  let [words, noise, links, prose] = [0, 0, 0, 0];
  for (const token of tokens) {
    const isWord = (token.mask & bit) !== 0;
    if (token.lead) continue;
    const isMisspelt = !isWord && ((nearSeedMask(token.form) & bit) !== 0 || isGlued(token, 1, bit) || isGlued(token, -1, bit));
    if (!isWord) noise++;
    if (!isWord && functionWords.has(token.form)) links++;
    else if (isWord || isMisspelt) words++;
    if (isWord) seen.add(token.form);
    if (isWord && proseWords.has(token.form)) prose++;
  }
  return { words, noise, links, prose, distinct: seen.size };
}

/** A run with the words at its ends that belong to it: misspelt ones, and one foreign word where that makes the length of a phrase. */
function widened(tokens: readonly SeedToken[], run: Run, bit: number): Run {
  const near = { first: reach(tokens, run.first, -1, bit), last: reach(tokens, run.last, 1, bit) };
  const words = countWords(tokens, near);
  // "... vivid, hockey and ripple": a conjunction before the last word.
  const last = tokens[near.last + 2];
  const isJoined = conjunctions.has(tokens[near.last + 1]?.form ?? '') && last !== undefined && (last.mask & bit) !== 0;
  if (isJoined && words + 1 >= cleanPhrase) return { ...near, last: near.last + 2 };
  if (isSeedLength(words)) return near;
  for (const step of [1, -1] as const) {
    const edge = step === 1 ? near.last : near.first;
    const foreign = tokens[edge + step];
    if (foreign === undefined || functionWords.has(foreign.form)) continue;
    const beyond = reach(tokens, edge + step, step, bit);
    const wider = step === 1 ? { ...near, last: beyond } : { ...near, first: beyond };
    const found = measure(tokens.slice(wider.first, wider.last + 1), bit);
    // Two misspelt words of the next sentence ("Merci d'avance") would make a phrase look like prose.
    const isClean = found.noise <= Math.ceil(found.words / 6);
    if (beyond !== edge + step && isClean && isSeedLength(countWords(tokens, wider))) return wider;
  }
  return near;
}

function isPhrase(found: Measure, least: number): boolean {
  if (found.words < least || found.links > 1 || found.noise > Math.ceil(found.words / 6)) return false;
  // Chants ("sort list, sort list") repeat themselves; a phrase that does is told by its checksum.
  if (found.distinct < found.words * 0.6) return false;
  // Without any noise the prose has to be thicker before it is believed: eight of twelve words drawn at random practically never are.
  return found.prose < found.words * (found.noise === 0 && found.words >= wholePhrase ? 0.6 : 0.4);
}

function isWholePhrase(found: Measure): boolean {
  return isPhrase(found, found.noise === 0 ? cleanPhrase : wholePhrase);
}

/** The stretches between function words: real phrases hold none. */
function stretches(tokens: readonly SeedToken[], bit: number): readonly (readonly SeedToken[])[] {
  const parts: SeedToken[][] = [[]];
  for (const token of tokens) {
    if ((token.mask & bit) === 0 && functionWords.has(token.form)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Whether a phrase with a valid checksum begins or ends the forms: "seed: abandon abandon ..." has a word too many, and repeats itself. */
function holdsChecksum(forms: readonly string[], bit: number): boolean {
  return [12, 15, 18, 21, 24].some(
    (length) => forms.length > length && (hasSeedChecksum(forms.slice(-length), bit) || hasSeedChecksum(forms.slice(0, length), bit)),
  );
}

function toSpan(view: TextView, tokens: readonly SeedToken[], run: Run, bit: number): Span | null {
  const { first, last } = widened(tokens, run, bit);
  const from = tokens[first]?.start ?? 0;
  const to = tokens[last]?.end ?? from;
  const inside = tokens.slice(first, last + 1);
  const forms = inside.filter((token) => !token.lead).map((token) => token.form);
  const isNamed = hasSeedContextAround(view, from, to);
  const isVerified = hasSeedChecksum(forms, bit) || (isNamed && holdsChecksum(forms, bit));
  const candidates = [inside, ...stretches(inside, bit)].map((part) => measure(part, bit));
  const isWhole = isVerified || candidates.some(isWholePhrase);
  const isPartial = !isWhole && isNamed && candidates.some((found) => isPhrase(found, partialPhrase));
  if (!isWhole && !isPartial) return null;
  return { kind: 'SEED_PHRASE', start: numberingStart(view, from), end: to, ...(isVerified ? { note: 'verified' as const } : {}) };
}

function find(view: TextView): readonly Span[] {
  // Eight words of two letters and their gaps are the least that could be found.
  if (view.text.length < 23) return none;
  const tokens = view.words();
  let listed = 0;
  for (const token of tokens) if (token.mask !== 0) listed++;
  if (listed < partialPhrase - 1) return none;
  const spans: Span[] = [];
  for (const bit of wordBits) {
    let count = 0;
    for (const token of tokens) if ((token.mask & bit) !== 0) count++;
    if (count < partialPhrase - 1) continue;
    for (const run of runsOf(tokens, bit)) {
      const span = toSpan(view, tokens, run, bit);
      if (span !== null) spans.push(span);
    }
  }
  return spans;
}

/** Twelve list words in a row with one foreign or misspelt word in six, without asking for the checksum: people write because it fails. */
export const seedPhrase: Detector = { name: 'seed-phrase', needs: trait.seedWords, find };
