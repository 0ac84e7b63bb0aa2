// What patterns begin with, told without reading them: there are some ten thousand, and most are never needed.

import { simplifiedOf } from '../stages/simplify.ts';
import { readPatternHeads } from './pattern.ts';

/** The first two letters of a word in one number; of a word of one letter that letter alone. */
export const beginningOf = (word: string): number => (word.charCodeAt(0) << 16) | (word.length > 1 ? word.charCodeAt(1) : 0);

const firstHan = 0x3400;
const lastHan = 0x9fff;
const firstBeyond = 0x80;
const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const lowered = (code: number): number => (isCapital(code) ? code + 0x20 : code);
/** Spaces, and the full stops of a gap. */
const isBetween = (code: number): boolean => code <= 0x20 || code === 0x2e;

const untold = -1;

/** The beginning of the word that stands at a place of a pattern; -1 where that cannot be told from two characters alone. */
function beginningAt(pattern: string, at: number): number {
  const [first, second] = [lowered(pattern.charCodeAt(at)), lowered(pattern.charCodeAt(at + 1))];
  if (first >= firstHan && first <= lastHan) return simplifiedOf(first) << 16;
  if (second >= firstBeyond) return untold;
  if (isSmall(first)) return (first << 16) | (isSmall(second) ? second : 0);
  return isDigit(first) ? (first << 16) | (isDigit(second) ? second : 0) : untold;
}

/** What the sequences of a pattern that was checked before begin with, each once. */
export function beginningsOf(pattern: string): readonly number[] {
  let at = 0;
  while (isBetween(pattern.charCodeAt(at))) at += 1;
  if (pattern[at] !== '(') {
    const only = beginningAt(pattern, at);
    return only === untold ? readBeginnings(pattern) : [only];
  }
  const beginnings: number[] = [];
  const end = pattern.indexOf(')', at);
  for (let choice = at; choice >= at && choice < end; choice = pattern.indexOf('|', choice + 1)) {
    let from = choice + 1;
    while (isBetween(pattern.charCodeAt(from))) from += 1;
    const beginning = beginningAt(pattern, from);
    if (beginning === untold) return readBeginnings(pattern);
    if (!beginnings.includes(beginning)) beginnings.push(beginning);
  }
  return beginnings;
}

const readBeginnings = (pattern: string): readonly number[] => [
  ...new Set(readPatternHeads(pattern).map(({ head }) => beginningOf(head[0]?.word ?? ''))),
];
