// First waits of a made-up channel: busy by day, slow by night, slower at weekends, and twice as slow from some day on.
import type { FirstWait } from '#api/notice/wait-history.ts';
import { answered, closedUnanswered, wentOn, withdrawn } from '#api/notice/wait-history.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import { seededRandom } from './random.ts';

export type Simulated = {
  readonly seed: number;
  readonly from: Instant;
  readonly days: number;
  readonly perDay: number;
  /** Median wait by day, in minutes. */
  readonly medianMinutes: number;
  /** From this day on everything takes twice as long. */
  readonly slowerFrom?: number;
};

/** Log-normal waits; 2 in 100 are closed without an answer, 2 withdrawn. What has not ended by the last day goes on. */
export function simulatedWaits({ seed, from, days, perDay, medianMinutes, slowerFrom = days }: Simulated): FirstWait[] {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const end = from + days * day;
  const waits: FirstWait[] = [];
  for (let number = 0; number < days * perDay; number += 1) {
    const fromAt = from + Math.floor(random.next() * days * day);
    const hourOfDay = (fromAt % day) / hour;
    const isDay = hourOfDay >= 8 && hourOfDay < 20;
    // Fewer come by night.
    if (!isDay && random.chance(0.6)) continue;
    const isSlow = (fromAt - from) / day >= slowerFrom;
    const isWeekend = (Math.floor(fromAt / day) + 3) % 7 >= 5;
    const median = medianMinutes * (isDay ? 1 : 3) * (isWeekend ? 2 : 1) * (isSlow ? 2 : 1);
    const untilAt = fromAt + Math.round(median * Math.exp(0.6 * normal()) * minute);
    const ending = random.chance(0.96) ? answered : random.chance(0.5) ? closedUnanswered : withdrawn;
    waits.push(untilAt > end ? { fromAt, untilAt: null, ending: wentOn } : { fromAt, untilAt, ending });
  }
  return waits.toSorted((a, b) => a.fromAt - b.fromAt);
}
