// Round values for axes: durations go by minutes, hours and days, not by powers of ten.

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const roundDurations = [
  second,
  2 * second,
  5 * second,
  10 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  day,
  2 * day,
  4 * day,
  7 * day,
  14 * day,
  30 * day,
  90 * day,
  180 * day,
  365 * day,
  730 * day,
] as const;

/** Round durations within a log axis, at most `most`, spread as evenly as they come. */
export function logDurationTicks(fromMs: number, toMs: number, most: number): readonly number[] {
  const inside = roundDurations.filter((ms) => ms >= fromMs && ms <= toMs);
  if (inside.length <= most) return inside;
  const gap = Math.log(toMs / fromMs) / most;
  const taken: number[] = [];
  for (const ms of inside) {
    const last = taken.at(-1);
    if (last === undefined || Math.log(ms / last) >= gap * 0.9) taken.push(ms);
  }
  return taken;
}

/** From 0 up to just above `maxMs` in steps of a round duration; about `most` of them. */
export function linearDurationTicks(maxMs: number, most: number): readonly number[] {
  const step = roundDurations.find((ms) => maxMs / ms <= most) ?? Math.ceil(maxMs / most / (365 * day)) * 365 * day;
  const count = Math.max(1, Math.ceil(maxMs / step));
  return Array.from({ length: count + 1 }, (_, place) => place * step);
}

/** True where a linear axis would press most of the values against its floor. */
export function needsLogAxis(values: readonly (number | null)[]): boolean {
  const positive = values.filter((value): value is number => value !== null && value > 0);
  if (positive.length === 0) return false;
  return Math.max(...positive) / Math.min(...positive) > 30;
}

/** The top of a share axis: a round percentage that holds the highest value, because 3 % against 100 % is a flat line. */
export function shareCeiling(max: number): number {
  return [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].find((top) => max <= top) ?? 1;
}
