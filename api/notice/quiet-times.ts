// When it will be quiet: the two-hour stretches of the next three days in which the fewest customers usually come.
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { countUpTo, type WaitHistory } from './wait-history.ts';

const aheadMs = 3 * day;
const lengthHours = 2;
const lookBackMs = 56 * day;
const mostTimes = 3;
/** Of fewer arrivals nothing is told: chance would choose the hours, and single customers might be seen. */
const leastArrivals = 50;
/** A stretch is quiet where it has at most this share of what is usual in the hours that are open. */
const quietShare = 0.8;

type Candidate = InstantRange & { readonly rate: number; readonly dayKey: number };

/** Usual arrivals an hour, by kind of day (bits of the next open days) and hour of the day; null where there are too few. */
function usualRates(history: WaitHistory, at: Instant): ((openDays: number, hourOfDay: number) => number) | null {
  const first = countUpTo(history.from, at - lookBackMs);
  const end = countUpTo(history.from, at);
  if (end - first < leastArrivals) return null;
  const arrivals = new Float64Array(8 * 24);
  for (let row = first; row < end; row += 1) {
    const place = (history.openDays[row] ?? 0) * 24 + Math.floor(history.hour[row] ?? 0);
    arrivals[place] = (arrivals[place] ?? 0) + 1;
  }
  const days = new Float64Array(8);
  for (let before = at - lookBackMs; before < at; before += day) {
    const { openDays } = history.situationAt(before);
    days[openDays] = (days[openDays] ?? 0) + 1;
  }
  return (openDays, hourOfDay) => (arrivals[openDays * 24 + hourOfDay] ?? 0) / Math.max(1, days[openDays] ?? 0);
}

function candidates(history: WaitHistory, at: Instant, open: readonly InstantRange[] | null): Candidate[] {
  const rateOf = usualRates(history, at);
  if (rateOf === null) return [];
  const found: Candidate[] = [];
  // From the next full local hour on: a stretch that has begun is no advice.
  const start = Math.round(at + (1 - (history.situationAt(at).hour % 1)) * hour);
  for (let from = start; from + lengthHours * hour <= at + aheadMs; from += hour) {
    const to = from + lengthHours * hour;
    if (open !== null && !open.some((stretch) => stretch.from <= from && to <= stretch.to)) continue;
    let rate = 0;
    for (let part = 0; part < lengthHours; part += 1) {
      const { openDays, hour: local } = history.situationAt(from + part * hour);
      rate += rateOf(openDays, Math.floor(local));
    }
    found.push({ from, to, rate, dayKey: Math.floor((from - start) / day) });
  }
  return found;
}

/**
 * At most three stretches of two hours within the next three days, one for each 24 hours, earliest first; only such as are clearly
 * quieter than the hours that are open (`open`: open stretches, null where every hour is). Tells order only, never how many come.
 */
export function quietTimes(history: WaitHistory, at: Instant, open: readonly InstantRange[] | null): InstantRange[] {
  const all = candidates(history, at, open);
  const usual = all.reduce((sum, { rate }) => sum + rate, 0) / Math.max(1, all.length);
  const chosen: Candidate[] = [];
  for (const one of all.toSorted((a, b) => a.rate - b.rate || a.from - b.from)) {
    if (one.rate > quietShare * usual || chosen.length === mostTimes) break;
    if (!chosen.some(({ dayKey }) => dayKey === one.dayKey)) chosen.push(one);
  }
  return chosen.toSorted((a, b) => a.from - b.from).map(({ from, to }) => ({ from, to }));
}
