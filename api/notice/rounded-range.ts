// Ranges as customers are told them: in steps that grow with the wait, five minutes at the least.
import { day, hour, minute } from '#db/model/instant.ts';

/** No number that leaves the house is finer than this. */
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

/** A range in those steps; it always has a width. */
export function roundedRange(minMs: number, maxMs: number): WaitRange {
  const min = roundedWait(minMs);
  return { minMs: min, maxMs: Math.max(roundedWait(maxMs), min + finestMs) };
}
