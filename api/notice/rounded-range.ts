// Ranges as customers are told them: in steps that grow with the wait; five minutes, or whole ones where nearly everybody is quicker than that.
import { day, hour, minute } from '#db/model/instant.ts';

/** No number that leaves the house is finer than this, but for "up to so many minutes" of waits that are shorter as a whole. */
export const finestMs = 5 * minute;

/** Up to a wait of so long, steps of so long; all are multiples of five minutes. */
const steps = [
  { upTo: hour, ms: 5 * minute },
  { upTo: 3 * hour, ms: 15 * minute },
  { upTo: 12 * hour, ms: 30 * minute },
  { upTo: 2 * day, ms: hour },
  { upTo: Number.POSITIVE_INFINITY, ms: 4 * hour },
] as const;

/** The nearest duration that is told to customers. */
export function roundedWait(ms: number): number {
  const step = steps.find(({ upTo }) => ms <= upTo)?.ms ?? finestMs;
  return Math.round(ms / step) * step;
}

export type WaitRange = { readonly minMs: number; readonly maxMs: number };

/**
 * A range in those steps; it always has a width. Where all of it is shorter than one step, it is told as "up to" whole minutes: nine in ten
 * callers are answered within five minutes, so that no multiple of five could ever hold for eight in ten of them.
 */
export function roundedRange(minMs: number, maxMs: number): WaitRange {
  const min = roundedWait(minMs);
  const quick = wholeMinutes(maxMs);
  if (min === 0 && quick < finestMs) return { minMs: 0, maxMs: quick };
  return { minMs: min, maxMs: Math.max(roundedWait(maxMs), min + finestMs) };
}

/** Whole minutes, one at the least. */
function wholeMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / minute)) * minute;
}

/** A range in minutes as the public may see it, whatever came in: multiples of five, or 0 to less than five. */
export function publicMinutes({ minMs, maxMs }: WaitRange): { readonly min: number; readonly max: number } {
  const quick = wholeMinutes(maxMs);
  if (quick < finestMs) return { min: 0, max: quick / minute };
  const fives = (ms: number): number => (Math.round(ms / finestMs) * finestMs) / minute;
  return { min: fives(minMs), max: fives(maxMs) };
}
