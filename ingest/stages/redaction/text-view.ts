// Text views: one text as a detector reads it, normalised, with its long tokens and digit runs already found.

import { foldText, isAscii, latinText } from './characters.ts';
import { hintsIn } from './hints.ts';
import { type Layer, layerOf, normaliseLayer } from './layer.ts';
import { decodeEntities, decodePercent, decodeQuotedPrintable, joinWrapped, shieldMasks, unescapeJson, withoutTags } from './markup.ts';
import { type SeedDensity, seedDensity } from './seed-density.ts';
import { type SeedToken, seedTokens } from './seed-tokens.ts';
import { traitsOf } from './traits.ts';

/** `[start, end)` in a view. */
export type Stretch = { readonly start: number; readonly end: number };

export type TextView = {
  readonly layer: Layer;
  /** NFKC, invisible characters gone, entities decoded. */
  readonly text: string;
  /** `text` with Greek and Cyrillic look-alikes as Latin letters; the same length. */
  readonly latin: string;
  /** `text` in lower case, Latin letters without accents; the same length. */
  readonly folded: string;
  /** `latin` folded in the same way. */
  readonly latinFolded: string;
  /** Runs of at least 24 ASCII letters and digits in `latin`. */
  readonly longTokens: readonly Stretch[];
  /** Runs of ASCII digits, as pairs of start and end. */
  readonly digitRuns: readonly number[];
  /** Number of ASCII digits. */
  readonly digits: number;
  /** Length of the longest run of characters that keys are made of: letters, digits and `_+/=.-`. */
  readonly longestRun: number;
  /** Bits of `hint`: the families of words that the text may hold. */
  readonly hints: number;
  /** How close the seed words of `latinFolded` stand. */
  readonly density: SeedDensity;
  /** Bits of `trait`. */
  readonly traits: number;
  /** The words of `latinFolded`; cut on the first call. */
  readonly words: () => readonly SeedToken[];
};

const longToken = 24;

// Per ASCII code: 1 a character of keys, 2 also a letter or digit, 3 also a digit.
const runClass = 1;
const tokenClass = 2;
const digitClass = 3;

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x80);
  for (const character of '_+/=.-') classes[character.charCodeAt(0)] = runClass;
  for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') classes[character.charCodeAt(0)] = tokenClass;
  for (const character of '0123456789') classes[character.charCodeAt(0)] = digitClass;
  return classes;
}

const classes = buildClasses();

type Shape = Pick<TextView, 'longTokens' | 'digitRuns' | 'digits' | 'longestRun'>;

function shapeOf(text: string): Shape {
  const longTokens: Stretch[] = [];
  const digitRuns: number[] = [];
  let [digits, longestRun, runStart, tokenStart, digitStart] = [0, 0, 0, 0, 0];
  // One past the end stands for a character that ends every run.
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0;
    const kind = code < 0x80 ? (classes[code] ?? 0) : 0;
    if (kind === digitClass) continue;
    if (digitStart < index) {
      digitRuns.push(digitStart, index);
      digits += index - digitStart;
    }
    digitStart = index + 1;
    if (kind === tokenClass) continue;
    if (index - tokenStart >= longToken) longTokens.push({ start: tokenStart, end: index });
    tokenStart = index + 1;
    if (kind === runClass) continue;
    if (index - runStart > longestRun) longestRun = index - runStart;
    runStart = index + 1;
  }
  return { longTokens, digitRuns, digits, longestRun };
}

const lookAlikeScripts = /[\u0370-\u052F\u0131\u0261]/;

function viewOf(layer: Layer): TextView {
  const { text } = layer;
  const folded = foldText(text);
  const hasLookAlikes = !isAscii(text) && lookAlikeScripts.test(text);
  const latin = hasLookAlikes ? latinText(text) : text;
  const latinFolded = hasLookAlikes ? foldText(latin) : folded;
  const hints = latinFolded === folded ? hintsIn(folded) : hintsIn(folded) | hintsIn(latinFolded);
  const density = seedDensity(latinFolded);
  const { longTokens, digitRuns, digits, longestRun } = shapeOf(latin);
  const traits = traitsOf({ folded, hasLongToken: longTokens.length > 0, longestRun, digits, hints, density });
  let cut: readonly SeedToken[] | null = null;
  return {
    layer,
    text,
    latin,
    folded,
    latinFolded,
    longTokens,
    digitRuns,
    digits,
    longestRun,
    hints,
    density,
    traits,
    words: () => {
      cut ??= seedTokens(latinFolded);
      return cut;
    },
  };
}

// What any of the rewritings below begins with.
const hasMarkup = /[=%&\\<\n]/;

/**
 * Every reading of a text that a secret could hide in: as it stands, without tags, with transfer encodings undone, with long tokens joined over
 * line breaks. Ordinary messages have exactly one.
 */
export function viewsOf(text: string): readonly TextView[] {
  const source = layerOf(shieldMasks(text));
  if (!hasMarkup.test(text)) return [viewOf(normaliseLayer(source))];
  const decoded = [source, decodeQuotedPrintable(source), decodePercent(source)].filter((layer) => layer !== null).map(decodeEntities);
  const layers: Layer[] = [];
  // JSON is undone behind the entities: a web page shows it with `&quot;`.
  for (const layer of decoded.flatMap((each) => [each, unescapeJson(each)])) {
    if (layer === null) continue;
    const plain = normaliseLayer(layer);
    for (const each of [plain, ...withoutTags(plain)]) {
      layers.push(each);
      const joined = joinWrapped(each);
      if (joined !== null) layers.push(joined);
    }
  }
  return layers.map(viewOf);
}
