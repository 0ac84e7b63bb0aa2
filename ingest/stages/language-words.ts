// Words of a text for language identification: lower case, with what belongs to no language in particular left out.
import { isNeutralWord } from '../languages/neutral-words.ts';
import { numberWords } from '../learn/number-words.ts';
import { type Script, scriptPlaceAt, scripts } from './language-scripts.ts';

export type SpokenWord = {
  readonly word: string;
  /** Whether it is written with a capital although it does not begin the text. */
  readonly isCapital: boolean;
};

const mostWords = 40;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const drawnOut = /(\p{L})\1{2,}/gu;

/** The end of the word that begins at a place; apostrophes inside belong to it. */
function endOfWord(text: string, from: number, place: number): number {
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (scriptPlaceAt(code) === place || isMark(code)) continue;
    if (isApostrophe(code) && scriptPlaceAt(text.charCodeAt(at + 1)) === place) continue;
    break;
  }
  return at;
}

/** `YouTube`, `iPhone`: a capital after a small letter makes a name. */
function isName(written: string, lower: string): boolean {
  if (written.length !== lower.length) return false;
  for (let at = 1; at < written.length; at += 1) {
    const isRaised = written.charCodeAt(at) !== lower.charCodeAt(at);
    const before = written.charCodeAt(at - 1);
    if (isRaised && before === lower.charCodeAt(at - 1) && !isApostrophe(before)) return true;
  }
  return false;
}

function folded(lower: string): string {
  let [isPlain, run] = [true, 1];
  let longest = 1;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (isApostrophe(code) || isMark(code)) isPlain = false;
    run = at > 0 && code === lower.charCodeAt(at - 1) ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  const plain = isPlain ? lower : lower.replaceAll('’', "'").normalize('NFC');
  return longest > 2 ? plain.replace(drawnOut, '$1$1') : plain;
}

/** What a word is as it is written: as it counts without a capital, and with one; null where it is a name or of no language. */
type Written = { readonly plain: SpokenWord; readonly capital: SpokenWord } | null;

function readWritten(written: string): Written {
  const lower = written.toLowerCase();
  if (lower !== written && isName(written, lower)) return null;
  const word = folded(lower);
  if (isNeutralWord(word)) return null;
  const plain = { word, isCapital: false };
  return { plain, capital: written.charCodeAt(0) === lower.charCodeAt(0) ? plain : { word, isCapital: true } };
}

/** The words of a text in a script, first 40 of them. Codes with digits in them, names of products and words of the whole world are no words. */
export type WordReader = (text: string, script: Script) => SpokenWord[];

/** Opens a reader that remembers words: what it gives does not depend on what it read before. */
export function openWordReader(): WordReader {
  const known: Written[] = [];
  const numberAt = numberWords((word, number) => {
    known[number] = readWritten(word);
  });
  const place = { from: 0, to: 0 };
  return (text, script) => {
    const letters = scripts.indexOf(script);
    const words: SpokenWord[] = [];
    for (let at = 0; at < text.length && words.length < mostWords; at += 1) {
      if (scriptPlaceAt(text.charCodeAt(at)) !== letters) continue;
      place.from = at;
      place.to = endOfWord(text, at, letters);
      const isCode = isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(place.to));
      at = place.to;
      const written = isCode ? null : (known[numberAt(text, place)] ?? null);
      if (written !== null) words.push(words.length > 0 ? written.capital : written.plain);
    }
    return words;
  };
}
