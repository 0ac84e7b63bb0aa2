// The interval of a Kaplan-Meier survival: Greenwood's variance on the log(-log) scale.
import { z95 } from './z95.ts';

/**
 * The 95 % interval of a survival `s`, where `varianceSum` is Greenwood's sum of d / (r (r - d)) up to that time.
 *
 * `s ^ exp(+-z sqrt(varianceSum) / log s)`: stays inside [0, 1] where the plain interval does not. At `s` = 1 nothing has
 * happened and the interval is [1, 1]; at `s` = 0 the variance is not finite and the interval is [0, 1], the honest answer.
 * Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 1.4; R: `survfit(conf.type = "log-log")`;
 * scipy: `ecdf(...).sf.confidence_interval(method='log-log')`.
 *
 * @example logLogInterval(0.5, 0.1) // [0.1836, 0.7531] to four places
 */
export function logLogInterval(s: number, varianceSum: number): readonly [low: number, high: number] {
  if (s >= 1) return [1, 1];
  if (s <= 0) return [0, 1];
  const log = Math.log(s);
  const theta = (z95 * Math.sqrt(varianceSum)) / log;
  return [s ** Math.exp(-theta), s ** Math.exp(theta)];
}
