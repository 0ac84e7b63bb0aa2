// Seed phrases in Chinese: characters that stand apart, or a stretch of exactly the right length that its surroundings name.
import { phraseSource, wordsOf } from './context.ts';
import { type Detector, none, type Span } from './detector.ts';
import { hint } from './hints.ts';
import { hasSeedContext, numberingStart } from './seed-context.ts';
import type { SeedToken } from './seed-tokens.ts';
import { chineseBit, hasSeedChecksum, isSeedLength, seedMask } from './seed-words.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

// The 2,048 words are the commonest characters: more than half of all reviews hold twelve in a row, and a fifth a window with a valid
// checksum. So a bare window proves nothing, and is never enough here.

function isChinese(token: SeedToken): boolean {
  return (token.mask & chineseBit) !== 0;
}

type Run = { first: number; last: number; words: number; noise: number };

/** Runs of single characters with at most one stranger between two of them; neighbours without anything between them are one token. */
function runsOf(tokens: readonly SeedToken[]): readonly Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  let gap = 0;
  tokens.forEach((token, index) => {
    // With kana or hangul right behind it a character is part of a word of Japanese or Korean prose: "落ちます".
    const isApart = tokens[index + 1]?.start !== token.end;
    if (isChinese(token) && isApart) {
      if (run === null || gap > 1) {
        run = { first: index, last: index, words: 1, noise: 0 };
        runs.push(run);
      } else {
        run.last = index;
        run.words += 1;
        run.noise += gap;
      }
      gap = 0;
    } else {
      gap++;
    }
  });
  return runs;
}

/** The run with the characters at its two ends that a sentence without spaces is glued to: "我输入的是届 讼 路" begins with 届. */
function unglued(view: TextView, tokens: readonly SeedToken[], run: Run): { start: number; end: number; words: number } {
  const first = tokens[run.first];
  const last = tokens[run.last];
  const second = tokens[run.first + 1];
  if (first === undefined || last === undefined || second === undefined) return { start: 0, end: 0, words: 0 };
  // Only behind the separator that parts the characters themselves: after a colon the sentence is over.
  const between = (from: number, to: number): string => view.latinFolded.slice(from, to).replace(/\d+/g, '0');
  const separator = between(first.end, second.start);
  const isGlued = (from: number, to: number, place: number): boolean =>
    between(from, to) === separator && (seedMask(view.latinFolded.charAt(place)) & chineseBit) !== 0;
  const before = tokens[run.first - 1];
  const after = tokens[run.last + 1];
  const hasHead = before !== undefined && isGlued(before.end, first.start, before.end - 1);
  const hasTail = after !== undefined && isGlued(last.end, after.start, after.start);
  return {
    start: hasHead ? before.end - 1 : first.start,
    end: hasTail ? after.start + 1 : last.end,
    words: run.words + (hasHead ? 1 : 0) + (hasTail ? 1 : 0),
  };
}

/** Runs of single characters, each apart from the next: twelve with one stranger in six, or eight beside the name of a seed phrase. */
function spaced(view: TextView): readonly Span[] {
  if (view.density.singles < 6) return none;
  const tokens = view.words().filter((token) => !token.lead);
  const spans: Span[] = [];
  for (const run of runsOf(tokens)) {
    if (run.words < 6) continue;
    const { start, end, words } = unglued(view, tokens, run);
    // Rows of one sign ("泪, 泪, 泪") are no phrase.
    const forms = tokens.slice(run.first, run.last + 1).map((token) => token.form);
    const isVaried = new Set(forms).size >= run.words * 0.6;
    const isWhole = words >= (run.noise === 0 ? 11 : 12) && run.noise <= Math.ceil(words / 6);
    const isPartial = words >= 8 && run.noise <= 1 && hasSeedContext(view, start, end);
    const isVerified = run.noise === 0 && hasSeedChecksum(forms, chineseBit);
    if (!(isVaried || isVerified) || !(isWhole || isPartial)) continue;
    spans.push({ kind: 'SEED_PHRASE', start: numberingStart(view, start), end, ...(isVerified ? { note: 'verified' as const } : {}) });
  }
  return spans;
}

const hanStretch = /[\u3007\u4e00-\u9fff](?:[\u3007\u4e00-\u9fff]|[ \t](?=[\u3007\u4e00-\u9fff]))*/g;
const seedNames = phraseSource(wordsOf('seed'));
const named = new RegExp(`${seedNames}(?:就是|如下|分别是|是|为|為)?[\\s"'(\\[:-]{1,4}$`);
const statedInside = new RegExp(`^.{0,12}${seedNames}(?:就是|如下|分别是|是|为|為)`);

function formsOf(stretch: string): readonly string[] {
  return [...stretch.replace(/[ \t]/g, '')];
}

/** A stretch between punctuation that is exactly a phrase long. */
function exact(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const match of view.folded.matchAll(hanStretch)) {
    let start = match.index;
    let stretch = match[0];
    // "my seed phrase is 的一是...": the name may stand in the same stretch, then what follows it is looked at.
    const stated = statedInside.exec(stretch.slice(0, 40));
    if (stated !== null) {
      start += stated[0].length;
      stretch = stretch.slice(stated[0].length);
    }
    const forms = formsOf(stretch);
    if (!isSeedLength(forms.length) || forms.some((form) => (seedMask(form) & chineseBit) === 0)) continue;
    const end = start + stretch.length;
    // Right behind "seed phrase:" nothing but a phrase has this shape, so there even a failed checksum is taken.
    const isNamed = stated === null && named.test(view.folded.slice(Math.max(0, start - 20), start));
    if (!isNamed && stated === null && !hasSeedContext(view, start, end)) continue;
    const isVerified = hasSeedChecksum(forms, chineseBit);
    if (!isNamed && !isVerified) continue;
    spans.push({ kind: 'SEED_PHRASE', start, end, ...(isVerified ? { note: 'verified' as const } : {}) });
  }
  return spans;
}

function find(view: TextView): readonly Span[] {
  const apart = spaced(view);
  return (view.hints & hint.seed) === 0 ? apart : [...apart, ...exact(view)];
}

/** Chinese phrases: a separator after each character, or an exact stretch that is named and, unless it directly follows its name, verified. */
export const seedPhraseChinese: Detector = { name: 'seed-phrase-chinese', needs: trait.singles | trait.seed, find };
