// How surprising the customers of the last day are for an issue, against the same day of the eight weeks before.
import { benjaminiHochberg } from '#api/stats/benjamini-hochberg.ts';
import { negativeBinomialTail } from '#api/stats/negative-binomial-tail.ts';
import type { IssueWindow } from '#db/store/issue-windows.ts';

/** Fewer customers are no alert, however surprising: of what nobody told of in the weeks before, and of what somebody did. */
export const fewestCustomers = 4;
const fewestOfKnown = 5;
/** The rate of false discoveries at one look, over all issues; chosen with test/bench/emerging.ts so that a month brings less than one. */
export const mostFalse = 0.01;

/** What is believed of a day before anything was seen, as weeks and as customers in them. */
const prior = { weeks: 0.5, customers: 0.25 } as const;
/** Days differ by more than chance: the excess of the variance over the mean, as a share of the mean squared, counted like so many weeks. */
const usualExcess = { value: 0.25, weeks: 8 } as const;

export type Surprise = {
  readonly issueId: string;
  readonly customers: number;
  /** Customers of a usual day. */
  readonly expected: number;
  readonly p: number;
  readonly q: number;
};

/** Issues whose last day is a surprise, the greatest first. `tests`: how many issues there are in all. */
export function findSurprises(windows: readonly IssueWindow[], tests: number): Surprise[] {
  const judged = windows.map((window) => ({ ...window, ...judge(window) }));
  const qs = benjaminiHochberg(
    judged.map(({ p }) => p),
    tests,
  );
  return judged
    .map(({ issueId, customers, expected, p }, at) => ({ issueId, customers, expected, p, q: qs[at] ?? 1 }))
    .filter(({ customers, expected, q }) => customers >= (expected > 0 ? fewestOfKnown : fewestCustomers) && q <= mostFalse)
    .sort((a, b) => a.q - b.q || b.customers - a.customers);
}

/** Negative binomial: chance, the inequality of days (an issue's own as far as it shows), and the uncertainty of a mean over eight of them. */
function judge({ customers, weeks }: IssueWindow): { readonly expected: number; readonly p: number } {
  const seen = weeks.reduce((sum, count) => sum + count, 0);
  const usual = seen / Math.max(1, weeks.length);
  const n = weeks.length + prior.weeks;
  const mean = (seen + prior.customers) / n;
  const spread = weeks.reduce((sum, count) => sum + (count - usual) ** 2, 0) / Math.max(1, weeks.length - 1);
  const own = usual < 1 ? usualExcess.value : Math.max(0, spread - usual) / (usual * usual);
  const excess = (usualExcess.value * usualExcess.weeks + own * weeks.length) / (usualExcess.weeks + weeks.length);
  // The rate itself is known from `n` weeks only, which adds a mean's share to the scatter.
  const dispersion = mean > 0 ? excess + 1 / (n * mean) : 0;
  return { expected: usual, p: negativeBinomialTail(customers, mean, dispersion) };
}
