// Counts of verdicts, added up to what a figure is made of.

import type { Verdict } from '#api/metrics/metric.ts';
import type { WaitCounts } from '#db/model/metric.ts';

export type Tally = {
  readonly n: number;
  readonly hits: number;
  readonly apart: number;
  /** Of `n` and of those apart: open, and younger than the promise. */
  readonly young: number;
  /** Null where the metric is not about endings. */
  readonly endings: WaitCounts | null;
  /** Of `n`, by label; null where the metric names none. */
  readonly parts: Readonly<Record<string, number>> | null;
};

/** The tally of one group, whose counts begin at `offset`. */
export function tallyOf(verdicts: readonly (Verdict | null)[], counts: Uint32Array, offset: number): Tally {
  let n = 0;
  let hits = 0;
  let apart = 0;
  let young = 0;
  const endings = { answered: 0, waiting: 0, neverAnswered: 0 };
  let hasEndings = false;
  const parts: Record<string, number> = {};
  let hasParts = false;
  for (let number = 1; number < verdicts.length; number += 1) {
    const verdict = verdicts[number] ?? null;
    if (verdict === null || verdict.part === 'out') continue;
    const count = counts[offset + number] ?? 0;
    if (verdict.isYoung) young += count;
    if (verdict.part === 'apart') {
      apart += count;
      continue;
    }
    n += count;
    if (verdict.isHit) hits += count;
    if (verdict.label !== undefined) {
      hasParts = true;
      if (count > 0) parts[verdict.label] = (parts[verdict.label] ?? 0) + count;
    }
    if (verdict.ending === null) continue;
    hasEndings = true;
    endings[verdict.ending] += count;
  }
  return { n, hits, apart, young, endings: hasEndings ? endings : null, parts: hasParts ? parts : null };
}

/** The counts of all groups in one. */
export function sumOfGroups(counts: Uint32Array, stride: number): Uint32Array {
  const total = new Uint32Array(stride);
  for (let place = 0, number = 0; place < counts.length; place += 1, number = number + 1 === stride ? 0 : number + 1) {
    total[number] = (total[number] ?? 0) + (counts[place] ?? 0);
  }
  return total;
}

/** What was left out, by reason, most frequent first; reasons that did not occur are not named. */
export function excludedOf(
  verdicts: readonly (Verdict | null)[],
  total: Uint32Array,
  timeless: Readonly<Record<string, number>>,
): Record<string, number> {
  const reasons = new Map<string, number>(Object.entries(timeless));
  for (const [number, verdict] of verdicts.entries()) {
    if (verdict?.part === 'out') reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + (total[number] ?? 0));
  }
  const named = [...reasons].filter(([, count]) => count > 0);
  return Object.fromEntries(named.toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1)));
}
