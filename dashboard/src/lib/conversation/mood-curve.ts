// The mood of a conversation as points in a box of 100 by 100: one for each customer message that has a score of its own.
import type { ConversationMessage } from '../api/shapes.ts';

export type MoodPoint = { readonly id: string; readonly x: number; readonly y: number; readonly score: number };

/** In the order of the messages, evenly spaced; +1 is at the top and −1 at the bottom. A single point stands in the middle. */
export function moodCurve(messages: readonly ConversationMessage[]): readonly MoodPoint[] {
  const told = messages.flatMap(({ id, score }) => {
    const value = score === null || score.isAbstained ? null : score.sentimentScore;
    return value === null ? [] : [{ id, score: value }];
  });
  return told.map((one, place) => ({ ...one, x: told.length === 1 ? 50 : (100 * place) / (told.length - 1), y: 50 - 50 * one.score }));
}

/** Smaller differences than this are not spoken of as a change. */
const smallShift = 0.2;

/** What became of the mood between the first and the last message that has one; null below two. */
export function moodShift(points: readonly MoodPoint[]): 'better' | 'worse' | 'same' | null {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return null;
  const shift = last.score - first.score;
  return Math.abs(shift) < smallShift ? 'same' : shift > 0 ? 'better' : 'worse';
}
