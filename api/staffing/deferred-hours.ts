// A deferred channel as a queue over its open hours: who would be answered in time, and how many people meet every due instant.
import { dueInstant } from '#db/facts/due-instant.ts';
import { workingMs } from '#db/facts/working-time.ts';
import { minute } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { openStretches } from '../http/open-stretches.ts';
import { dueQueue, type Hands, type QueuedWork } from './due-queue.ts';
import type { HoursPlan } from './hours-plan.ts';
import type { Outcome } from './live-hours.ts';

export type DeferredTerms = {
  readonly handlingMs: number;
  /** Answers that a conversation takes in the end. */
  readonly answers: number;
  readonly shrinkage: number;
};

/**
 * `people`: the fewest on the rota, in every open hour, who meet every due instant that can be met; null where not even `mostPeople` do.
 * `oneLess`: the share in time with one person less. `hopeless`: of all, the share that nobody could answer in time because no open hour is left.
 */
export type Capacity = { readonly people: number | null; readonly oneLess: number | null; readonly hopeless: number | null };

const quarter = 15 * minute;
export const mostPeople = 4_096;

/** Work that came in a quarter of an hour. `isCounted`: first answers of the time that is asked about. */
export type Piece = QueuedWork & { readonly isCounted: boolean };

/** Expected arrivals as work, by the quarter in which they come; all answers of a conversation are counted when it arrives. */
export function expectedPieces(plan: HoursPlan, terms: DeferredTerms, counted: InstantRange): Piece[] {
  return plan.hours.flatMap((hour) => {
    const parts = Math.max(1, Math.round((hour.to - hour.from) / quarter));
    const weight = hour.demand / parts;
    if (weight <= 0) return [];
    return Array.from({ length: parts }, (_, part): Piece => {
      const at = hour.from + ((hour.to - hour.from) * part) / parts;
      return {
        at,
        weight,
        dueAt: dueInstant(plan.promise, plan.calendar, at),
        workMs: weight * terms.answers * terms.handlingMs,
        isCounted: hour.from >= counted.from && hour.from < counted.to,
      };
    });
  });
}

/** Of what is counted, the share in time by these hands. */
export function shareInTime(
  pieces: readonly Piece[],
  hands: readonly Hands[],
  counts = (piece: Piece): boolean => piece.isCounted,
): Outcome {
  const { inTime } = dueQueue(pieces, hands);
  let [demand, kept] = [0, 0];
  pieces.forEach((piece, place) => {
    if (!counts(piece)) return;
    demand += piece.weight;
    kept += piece.weight * (inTime[place] ?? 0);
  });
  return { demand, inTime: demand > 0 ? kept / demand : null };
}

/** The open stretches of the plan, each worked by so many people. */
function openHands(plan: HoursPlan, people: number): Hands[] {
  const [first, last] = [plan.hours[0], plan.hours.at(-1)];
  if (first === undefined || last === undefined) return [];
  return openStretches(plan.calendar, first.from, last.to).map((stretch) => ({ ...stretch, people }));
}

/**
 * How many people on the rota it takes in every open hour, breaks and all. The more the better here, so halving finds the fewest. What nobody could
 * answer in time is worked on when nothing else waits: done first, it would make late what need not be.
 */
export function capacityOf(plan: HoursPlan, terms: DeferredTerms, counted: InstantRange): Capacity {
  const isHopeless = ({ at, dueAt }: Piece): boolean => dueAt !== null && workingMs(plan.calendar, at, dueAt) < terms.handlingMs;
  const all = expectedPieces(plan, terms, counted);
  const weightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + (piece.isCounted ? piece.weight : 0), 0);
  const lost = all.filter(isHopeless);
  const hopeless = weightOf(all) > 0 ? weightOf(lost) / weightOf(all) : null;
  const hopelessOnes = new Set(lost);
  const pieces = all.map((piece) => (hopelessOnes.has(piece) ? { ...piece, dueAt: null } : piece));
  const inTime = (people: number): number | null =>
    shareInTime(pieces, openHands(plan, people * (1 - terms.shrinkage)), (piece) => piece.isCounted && piece.dueAt !== null).inTime;
  const meets = (people: number): boolean => (inTime(people) ?? 1) >= 1;
  if (meets(0)) return { people: 0, oneLess: null, hopeless };
  let high = 1;
  while (!meets(high)) {
    high *= 2;
    if (high > mostPeople) return { people: null, oneLess: null, hopeless };
  }
  let low = high >> 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (meets(middle)) high = middle;
    else low = middle;
  }
  return { people: high, oneLess: inTime(high - 1), hopeless };
}
