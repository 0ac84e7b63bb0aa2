// Traditional Chinese characters as simplified ones, each in its place.
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

const separator = 0x7c;
const space = 0x20;
let simplified: Uint16Array | null = null;

/** By code unit its simplified form, 0 where it is its own; read from its dictionary when the first one is asked for. */
function simplifiedForms(): Uint16Array {
  if (simplified !== null) return simplified;
  const forms = new Uint16Array(0x10000);
  const dictionary = traditionalToSimplified;
  // Lines of a character, a space and its form; a form of two code units would move what stands behind it.
  for (let at = 0; at < dictionary.length; at = dictionary.indexOf('|', at) + 1 || dictionary.length) {
    const behind = dictionary.charCodeAt(at + 3);
    const isOne = dictionary.charCodeAt(at + 1) === space && (Number.isNaN(behind) || behind === separator || behind === space);
    if (isOne) forms[dictionary.charCodeAt(at)] = dictionary.charCodeAt(at + 2);
  }
  simplified = forms;
  return forms;
}

/** The simplified form of a code unit. */
export const simplifiedOf = (code: number): number => simplifiedForms()[code] || code;

const hasHan = /[\u3400-\u9fff]/;
const mostAtOnce = 4096;

/** The same text with simplified characters, of the same length: what was found at a place is found at the same one. */
export function toSimplified(text: string): string {
  if (!hasHan.test(text)) return text;
  let result = '';
  for (let from = 0; from < text.length; from += mostAtOnce) {
    const units: number[] = [];
    for (let at = from; at < Math.min(text.length, from + mostAtOnce); at += 1) units.push(simplifiedOf(text.charCodeAt(at)));
    result += String.fromCharCode(...units);
  }
  return result;
}
