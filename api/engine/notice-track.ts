// What was told and how long was waited, day by day: medians of the ranges beside quantiles of the real waits.
import { medianOf } from '#api/stats/median.ts';
import { weightedSurvivalQuantiles } from '#api/stats/weighted-survival-quantiles.ts';
import { openZoneClock } from '#db/facts/zone-clock.ts';
import { day } from '#db/model/instant.ts';
import type { NoticeDay, NoticeQuestion } from '#db/model/notice-forecast.ts';
import type { Columns } from './columns.ts';
import { gone } from './profiles.ts';
import { noticeCodes } from './traits.ts';

type Track = Extract<NoticeQuestion, { ask: 'track' }>;
type DayWaits = { readonly mins: number[]; readonly maxs: number[]; readonly waits: number[]; readonly isEvent: number[] };

/** A day of fewer waits than this is not told: its quantiles would be single customers. */
const leastWaits = 5;

/** One entry for each local day with at least five waits under a notice, in order. */
export function trackOf(columns: Columns, { channel, zone, range, asOf }: Track): NoticeDay[] {
  const clock = openZoneClock(zone);
  const days = new Map<number, DayWaits>();
  for (const row of rowsOf(columns, channel)) {
    const { notice } = columns;
    const from = notice.from[row] ?? 0;
    if (from < range.from || from >= range.to || from > asOf) continue;
    const traits = noticeCodes.traitsOf(notice.code[row] ?? 0, false);
    if (traits === null || traits.state === 'excluded') continue;
    const until = notice.until[row] ?? Number.NaN;
    const isOver = until <= asOf;
    const key = Math.floor(clock.wallAt(from) / day);
    const known = days.get(key) ?? { mins: [], maxs: [], waits: [], isEvent: [] };
    known.mins.push(notice.value[row] ?? 0);
    known.maxs.push((notice.due[row] ?? 0) - from);
    known.waits.push(isOver && traits.state === 'closed_unanswered' ? Number.POSITIVE_INFINITY : (isOver ? until : asOf) - from);
    known.isEvent.push(isOver && traits.state === 'answered' ? 1 : 0);
    days.set(key, known);
  }
  return [...days]
    .filter(([, { waits }]) => waits.length >= leastWaits)
    .toSorted(([a], [b]) => a - b)
    .map(([key, waits]) => dayOf(key, waits));
}

function rowsOf({ notice, profiles }: Columns, channel: string): number[] {
  const code = profiles.dictionaries.channel.names.indexOf(channel);
  const channels = profiles.codesOf('channel');
  const rows: number[] = [];
  for (let row = 0; row < notice.length; row += 1) {
    const profile = notice.profile[row] ?? gone;
    if (profile !== gone && channels[profile] === code) rows.push(row);
  }
  return rows;
}

function dayOf(key: number, { mins, maxs, waits, isEvent }: DayWaits): NoticeDay {
  const n = waits.length;
  const sample = { durations: Float64Array.from(waits), weights: new Float64Array(n).fill(1), isEvent: Uint8Array.from(isEvent) };
  const [p10, p50, p90] = weightedSurvivalQuantiles(sample, n, [0.1, 0.5, 0.9]);
  const reached = (ms: number | undefined) => (ms === undefined || !Number.isFinite(ms) ? null : ms);
  return {
    day: new Date(key * day).toISOString().slice(0, 10),
    n,
    toldMinMs: medianOf(mins) ?? 0,
    toldMaxMs: medianOf(maxs) ?? 0,
    p10: reached(p10),
    p50: reached(p50),
    p90: reached(p90),
  };
}
