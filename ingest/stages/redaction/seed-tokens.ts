// Seed tokens: a text cut into words, each with the seed lists that hold it.
import { seedForm, seedMask } from './seed-words.ts';

/** `lead` marks words that only number the others: `word 3:`, `2nd`, `a)`, and whatever else comes back beside number after number. */
export type SeedToken = {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly mask: number;
  readonly lead: boolean;
};

/** Classes of code units: none of a word, Latin, Han, kana, hangul, a letter of another alphabet. */
export const other = 0;
export const latin = 1;
export const han = 2;
export const kana = 3;
const hangul = 4;
const letter = 5;

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let code = 0x41; code < 0x10000; code++) {
    if (code >= 0xd800 && code < 0xf900) continue;
    if (code >= 0x4e00 && code <= 0x9fff) classes[code] = han;
    else if (code >= 0xac00 && code <= 0xd7a3) classes[code] = hangul;
    else if ((code >= 0x3041 && code <= 0x309f) || (code >= 0x30a1 && code <= 0x30ff)) classes[code] = kana;
    else if (code < 0x250) classes[code] = /^\p{L}$/u.test(String.fromCharCode(code)) ? latin : other;
    else if (code < 0x2000 && /^\p{L}$/u.test(String.fromCharCode(code))) classes[code] = letter;
    else if (code >= 0x3400 && code < 0x4e00) classes[code] = han;
  }
  classes[0x3007] = han;
  return classes;
}

/** The class of each code unit. */
export const wordClasses: Uint8Array = buildClasses();

const numberLabels: ReadonlySet<string> = new Set(
  'word words wd mot mots wort palabra parola palavra slovo слово 番目 単語 번째 단어 第 个 個 词 詞 单词 單詞 no nr num st nd rd th er eme ieme'.split(
    ' ',
  ),
);

/** A label counts as numbering only beside a digit: "word" and "number" are seed words themselves. */
function isLead(text: string, start: number, end: number, form: string): boolean {
  if (form.length === 1 && wordClasses[form.charCodeAt(0)] === latin) {
    const next = text.charAt(end);
    return next === ')' || next === '.';
  }
  if (!numberLabels.has(form)) return false;
  return /^[\s#.:]{0,3}\d/.test(text.slice(end, end + 4)) || /\d[\s.]?$/.test(text.slice(Math.max(0, start - 2), start));
}

// Eight words with their labels.
const leastLabelled = 16;
const leastRepeats = 6;
const digitBefore = /\d[^\d\n]{0,4}$/;
const digitAfter = /^[^\d\n]{0,4}\d/;

function isBesideDigit(text: string, { start, end }: SeedToken): boolean {
  return digitAfter.test(text.slice(end, end + 5)) || digitBefore.test(text.slice(Math.max(0, start - 5), start));
}

/**
 * Tells the labels of a numbered list in any language ("Wort 1 ist ...", `"w1": ...`): words that stand beside a number again and again. A label
 * that comes once is taken for a word: "word", "number" and some Chinese counters are seed words too.
 */
function markLabels(text: string, tokens: readonly SeedToken[]): readonly SeedToken[] {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (token.form !== '' && isBesideDigit(text, token)) counts.set(token.form, (counts.get(token.form) ?? 0) + 1);
  }
  return tokens.map((token) => {
    const count = counts.get(token.form) ?? 0;
    const lead = count >= leastRepeats || (token.lead && (token.mask === 0 || count > 1));
    return lead === token.lead ? token : { ...token, lead };
  });
}

/** Cuts a folded text into words. Han runs stay whole: only a character that stands alone can be a Chinese seed word here. */
export function seedTokens(text: string): readonly SeedToken[] {
  const tokens: SeedToken[] = [];
  let index = 0;
  while (index < text.length) {
    const kind = wordClasses[text.charCodeAt(index)] ?? other;
    if (kind === other) {
      index++;
      continue;
    }
    const start = index;
    while (index < text.length && wordClasses[text.charCodeAt(index)] === kind) index++;
    const end = index;
    const raw = end - start <= 16 ? text.slice(start, end) : '';
    const form = kind === kana ? seedForm(raw) : raw;
    const isWord = kind === han ? end - start === 1 : kind !== letter;
    const mask = isWord && form !== '' ? seedMask(form) : 0;
    tokens.push({ start, end, form, mask, lead: isLead(text, start, end, form) });
  }
  return /\d/.test(text) && tokens.length >= leastLabelled ? markLabels(text, tokens) : tokens;
}
