// The tone of a reply: what its words show of warmth or of coldness, whatever news it brings.
import type { ReplyTone } from '../model/facts.ts';
import { type FoundSign, findSigns } from './find-signs.ts';
import { coldSigns } from './signs/sign.ts';

/** `points`: one for each kind of warmth, two off for each kind of coldness; `evidence` are the words that gave them. */
export type ToneReading = { readonly tone: ReplyTone; readonly points: number; readonly evidence: readonly FoundSign[] };

const warmKinds: readonly string[] = ['apology', 'understanding', 'ownership'];
const courtesies: readonly string[] = ['greeting', 'thanks'];
const coldKinds: readonly string[] = coldSigns;
const coldPoints = 2;
const warmFrom = 2;

/** Moves with every change of words or points, so that what is stored is known to be told by others. */
export const toneVersion = '1';

/** A whole reply of so little says nothing to a person, unless it holds a kind word. */
const fewWords = 5;
const fewHan = 9;
const kindWords =
  /\p{Extended_Pictographic}|please|welcome|hope|glad|great|looking|checking|moment|congrat|bitte|gern|freut|prima|glückwunsch|félicit|bravo|svp|plaît|merci|avec plaisir|ravi|thank|danke|应该的|應該的|[请請您谢謝恭亲親哈啦呀哇哦]|[!！~～]/iu;

/**
 * Warm from two points on, cold below none, else plain; null without a text, and where the language is none of zh, en, fr and de. Greeting and thanks are one
 * courtesy. Words only: irony and what is between the lines are not read.
 *
 * @example replyTone('Read the FAQ.', 'en') // { tone: 'cold', points: -2, evidence: [{ kind: 'brush_off', quote: 'Read the FAQ.' }] }
 */
export function replyTone(text: string, language: string): ToneReading | null {
  return toneOf(text, findSigns(text, language));
}

/** The same from the signs that were found in the text. */
export function toneOf(text: string, signs: readonly FoundSign[] | null): ToneReading | null {
  if (signs === null || text.trim() === '') return null;
  const told = signs.filter(({ kind }) => [...courtesies, ...warmKinds, ...coldKinds].includes(kind));
  const evidence: readonly FoundSign[] = told.length === 0 && isTerse(text) ? [{ kind: 'curt', quote: text.trim() }] : told;
  const has = (kinds: readonly string[]) => evidence.filter(({ kind }) => kinds.includes(kind)).length;
  const points = Math.min(1, has(courtesies)) + has(warmKinds) - coldPoints * has(coldKinds);
  return { tone: points < 0 ? 'cold' : points >= warmFrom ? 'warm' : 'plain', points, evidence };
}

/** Whether evidence of this kind speaks of coldness. */
export function isCold(kind: string): boolean {
  return coldKinds.includes(kind);
}

function isTerse(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
  if (kindWords.test(text) || text.includes('?') || text.includes('？')) return false;
  return han > 0 ? han <= fewHan && text.length <= 2 * fewHan : words > 0 && words <= fewWords;
}
