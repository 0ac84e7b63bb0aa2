// Whether the period that figures are compared with lies within what the store knows at all.
import type { Answer } from '../api/shapes.ts';

/** True where something had arrived before the instant, so that a period from there on is known as a whole. */
export type IsKnownFrom = (instant: string) => Promise<boolean>;

/**
 * The answer without its comparison where the period before begins earlier than the first conversation: against months of which nothing
 * is known, everything would have risen.
 */
export async function comparedWithin(answer: Answer, isKnownFrom: IsKnownFrom): Promise<Answer> {
  if (answer.comparison === undefined || (await isKnownFrom(answer.comparison.range.from))) return answer;
  const { comparison: _, ...rest } = answer;
  return rest;
}

/** Asks once for each instant. */
export function askedOnce(ask: IsKnownFrom): IsKnownFrom {
  const asked = new Map<string, Promise<boolean>>();
  return (instant) => {
    const known = asked.get(instant) ?? ask(instant);
    asked.set(instant, known);
    return known;
  };
}
