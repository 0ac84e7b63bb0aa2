// Durations as people say them: `7 min`, `3 h 20 min`, `2 d 4 h`; in Chinese `3 小时 20 分`.

/** The words for units of time; `join` is what stands between number and unit. */
export type DurationWords = {
  readonly second: string;
  readonly minute: string;
  /** A minute that follows an hour: Chinese shortens it. */
  readonly minuteAfter: string;
  readonly hour: string;
  readonly day: string;
  readonly lessThan: (text: string) => string;
};

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** No-break space: a number never parts from its unit at the end of a line. */
const nbsp = '\u00a0';

const say = (parts: readonly (readonly [number, string])[]): string =>
  parts
    .filter(([count], place) => place === 0 || count > 0)
    .map(([count, unit]) => `${count}${nbsp}${unit}`)
    .join(' ');

/**
 * A duration in the one or two units that matter, rounded to the smaller of them; `-` for null.
 * Below 10 minutes seconds are kept, because a chat promise is made in minutes; from 10 days on hours are dropped.
 */
export function formatDuration(ms: number | null | undefined, words: DurationWords): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return '-';
  if (ms < 0) return `-${formatDuration(-ms, words)}`;
  if (ms > 0 && ms < secondMs) return words.lessThan(`1${nbsp}${words.second}`);
  // Rounding happens before splitting: 59 min 59.7 s must become 1 h, never 60 min.
  if (ms < 10 * minuteMs) {
    const seconds = Math.round(ms / secondMs);
    if (seconds < 60) return say([[seconds, words.second]]);
    if (seconds < 600)
      return say([
        [Math.floor(seconds / 60), seconds % 60 === 0 ? words.minute : words.minuteAfter],
        [seconds % 60, words.second],
      ]);
  }
  const minutes = Math.round(ms / minuteMs);
  if (minutes < 60) return say([[minutes, words.minute]]);
  if (minutes < 24 * 60)
    return say([
      [Math.floor(minutes / 60), words.hour],
      [minutes % 60, words.minuteAfter],
    ]);
  const hours = Math.round(ms / hourMs);
  if (hours < 10 * 24)
    return say([
      [Math.floor(hours / 24), words.day],
      [hours % 24, words.hour],
    ]);
  return say([[Math.round(ms / dayMs), words.day]]);
}

/** Every unit down to the second, for a hover text; `-` for null. */
export function formatExactDuration(ms: number | null | undefined, words: DurationWords): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return '-';
  if (ms < 0) return `-${formatExactDuration(-ms, words)}`;
  const seconds = Math.round(ms / secondMs);
  const parts: (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), words.day],
    [Math.floor(seconds / 3_600) % 24, words.hour],
    [Math.floor(seconds / 60) % 60, seconds >= 3_600 ? words.minuteAfter : words.minute],
    [seconds % 60, words.second],
  ];
  const filled = parts.filter(([count]) => count > 0);
  return filled.length === 0 ? say([[0, words.second]]) : say(filled);
}
