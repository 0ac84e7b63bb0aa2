// Words of a text for language identification: lower case, with what belongs to no language in particular left out.
import { isNeutralWord } from '../languages/neutral-words.ts';
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

/** The words of a text in a script, first 40 of them. Codes with digits in them, names of products and words of the whole world are no words. */
export function spokenWords(text: string, script: Script): SpokenWord[] {
  const place = scripts.indexOf(script);
  const words: SpokenWord[] = [];
  for (let at = 0; at < text.length && words.length < mostWords; at += 1) {
    if (scriptPlaceAt(text.charCodeAt(at)) !== place) continue;
    const end = endOfWord(text, at, place);
    const isCode = isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(end));
    const written = text.slice(at, end);
    at = end;
    if (isCode) continue;
    const lower = written.toLowerCase();
    if (lower !== written && isName(written, lower)) continue;
    const word = folded(lower);
    if (isNeutralWord(word)) continue;
    words.push({ word, isCapital: words.length > 0 && written.charCodeAt(0) !== lower.charCodeAt(0) });
  }
  return words;
}
