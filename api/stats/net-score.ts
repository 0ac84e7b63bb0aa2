// Promoters less detractors, with an interval.
import { z95 } from './z95.ts';

/** The 95 % interval of so few answers says nothing that a normal distribution could tell. */
const fewest = 5;

/**
 * The net promoter score in points from -100 to 100: 100 (p - d), where p and d are the shares of promoters and detractors.
 * The 95 % interval uses the standard error sqrt((p + d - (p - d)^2) / n) and stays within the scale; null for fewer than 5 answers,
 * and the value is null without any. Where all answers are alike that error is 0, and the rule of three stands in: at most 3 of n others
 * may think otherwise, at worst from the far end.
 *
 * Source: the variance of a variable that is 1 for promoters, 0 for passives and -1 for detractors; B. Rocks, "Interval estimation
 * for the Net Promoter Score", The American Statistician 70 (2016).
 *
 * @example netScore({ promoters: 50, detractors: 20, n: 100 }) // { value: 30, interval: [14.69, 45.31] } to two places
 */
export function netScore({ promoters, detractors, n }: { promoters: number; detractors: number; n: number }): {
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
} {
  if (n === 0) return { value: null, interval: null };
  const [p, d] = [promoters / n, detractors / n];
  const value = (100 * (promoters - detractors)) / n;
  if (n < fewest) return { value, interval: null };
  const variance = Math.max(0, p + d - (p - d) ** 2);
  const half = variance > 0 ? 100 * z95 * Math.sqrt(variance / n) : (100 * (1 + Math.abs(p - d)) * 3) / n;
  return { value, interval: [Math.max(-100, value - half), Math.min(100, value + half)] };
}
