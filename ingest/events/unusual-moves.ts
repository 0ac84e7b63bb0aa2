// Unusual moves of a price: days whose return lies far outside what the days before were like.

export type DayPrice = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly price: number;
};

export type Move = {
  readonly day: string;
  /** Change against the price before, in percent. */
  readonly percent: number;
  /** How many robust standard deviations the return lies from the median of the days before. */
  readonly deviations: number;
};

export type MoveRule = {
  /** Returns that a day is compared with: those of so many days before it. */
  readonly days: number;
  /** Robust standard deviations from which a move is unusual. */
  readonly deviations: number;
  /** Percent below which no move is called one, however quiet the days before were. */
  readonly leastPercent: number;
};

/** Makes the median absolute deviation of normal values their standard deviation. */
const toSigma = 1.4826;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * The unusual moves of daily prices, oldest first. A day's log return is compared with the `days` returns before it, itself not among them:
 * unusual where it lies more than `deviations` robust standard deviations (1.4826 times the median absolute deviation) from their median and
 * the price changed by `leastPercent` or more. Days that have fewer returns before them are not judged. Where the days before did not differ
 * at all, any move of the least size is unusual, and `deviations` is infinite. Median and MAD rather than mean and standard deviation: one
 * crash would otherwise hide the next for as long as it stays among the days before (Leys et al. 2013).
 *
 * @example
 * unusualMoves([100, 101, 100, 101, 100, 130].map((price, n) => ({ day: `2026-01-0${n + 1}`, price })), { days: 4, deviations: 4, leastPercent: 5 })
 * // [{ day: '2026-01-06', percent: 30, deviations: 17.78… }]
 */
export function unusualMoves(prices: readonly DayPrice[], { days, deviations, leastPercent }: MoveRule): Move[] {
  const returns = prices.slice(1).map(({ price }, index) => Math.log(price / (prices[index]?.price ?? price)));
  const moves: Move[] = [];
  for (let at = days; at < returns.length; at += 1) {
    const before = returns.slice(at - days, at);
    const middle = median(before);
    const sigma = toSigma * median(before.map((value) => Math.abs(value - middle)));
    const current = returns[at] ?? 0;
    const percent = 100 * Math.expm1(current);
    const distance = Math.abs(current - middle) / sigma;
    const day = prices[at + 1]?.day;
    if (day !== undefined && distance > deviations && Math.abs(percent) >= leastPercent) moves.push({ day, percent, deviations: distance });
  }
  return moves;
}
