// What a character is to those who cut texts into words: asked of the Unicode properties once for each that occurs, since they are dear.

/** One bit each. A word begins with a letter or mark; letters, marks, numbers and apostrophes go on with it. */
export const kinds = {
  letter: 1,
  number: 2,
  apostrophe: 4,
  curly: 8,
  drawnOut: 16,
  feeling: 32,
  sign: 64,
  picture: 128,
  eastAsian: 256,
  han: 512,
} as const;

const letter = /^[\p{L}\p{M}]$/u;
const number = /^\p{N}$/u;
const picture = /^\p{Extended_Pictographic}$/u;
const han = /^\p{Script=Han}$/u;
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

function toKind(character: string): number {
  let kind = 0;
  if (letter.test(character)) kind |= kinds.letter;
  if (number.test(character)) kind |= kinds.number;
  if (character === "'") kind |= kinds.apostrophe;
  if (character === '’') kind |= kinds.curly;
  // The marks that the plain text puts in: U+F008 behind what was drawn out, the others for smiles, links and the like.
  if (character === '\u{f008}') kind |= kinds.drawnOut;
  if (character >= '\u{f001}' && character <= '\u{f008}') kind |= kinds.feeling;
  if ('!?$€£%'.includes(character)) kind |= kinds.sign;
  if (picture.test(character)) kind |= kinds.picture;
  if (eastAsian.test(character)) kind |= kinds.eastAsian;
  if (han.test(character)) kind |= kinds.han;
  return kind;
}

const unasked = 0xffff;
const known = new Uint16Array(0x10000).fill(unasked);
const knownPairs = new Map<number, number>();

/** The bits of a code unit; 0 for one half of a character that takes two. */
function kindOf(code: number): number {
  const before = known[code] ?? 0;
  if (before !== unasked) return before;
  const kind = toKind(String.fromCharCode(code));
  known[code] = kind;
  return kind;
}

/** The bits of a character beyond the first 65,536. */
function kindOfPair(point: number): number {
  const before = knownPairs.get(point);
  if (before !== undefined) return before;
  const kind = toKind(String.fromCodePoint(point));
  knownPairs.set(point, kind);
  return kind;
}

/** The bits of the character that begins at a place of a text, whichever number of code units it takes. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if ((code & 0xfc00) !== 0xd800) return kindOf(code);
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff ? kindOfPair(point) : 0;
}

/** The code units of that character: 1 or 2. */
export const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Where a stretch of characters that have one of the bits of `mask` ends; `from` where there is none. */
export function endOfRun(text: string, from: number, mask: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if ((code & 0xfc00) === 0xd800) {
      if ((kindAt(text, at) & mask) === 0) break;
      at += 2;
    } else {
      if ((kindOf(code) & mask) === 0) break;
      at += 1;
    }
  }
  return at;
}
