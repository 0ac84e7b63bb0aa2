// Number chains: digit groups that belong together because only a separator stands between them.
import type { Stretch, TextView } from './text-view.ts';

export type NumberChain = { readonly start: number; readonly end: number; readonly groups: readonly Stretch[] };

/**
 * Chains of digit groups whose gaps satisfy `isGap`; a group on its own is a chain of one. Chains of fewer than `leastDigits` are left out before
 * anything is built of them: ordinary texts are full of those.
 */
export function numberChains(view: TextView, isGap: (gap: string) => boolean, leastDigits: number): readonly NumberChain[] {
  const { digitRuns, latin } = view;
  const chains: NumberChain[] = [];
  let first = 0;
  let digits = 0;
  const close = (end: number): void => {
    if (digits < leastDigits) return;
    const groups: Stretch[] = [];
    for (let at = first; at < end; at += 2) groups.push({ start: digitRuns[at] ?? 0, end: digitRuns[at + 1] ?? 0 });
    chains.push({ start: digitRuns[first] ?? 0, end: digitRuns[end - 1] ?? 0, groups });
  };
  for (let index = 0; index < digitRuns.length; index += 2) {
    const start = digitRuns[index] ?? 0;
    const before = digitRuns[index - 1] ?? Number.NEGATIVE_INFINITY;
    if (index > 0 && !(start - before <= 4 && isGap(latin.slice(before, start)))) {
      close(index);
      first = index;
      digits = 0;
    }
    digits += (digitRuns[index + 1] ?? 0) - start;
  }
  close(digitRuns.length);
  return chains;
}

/** The digits of consecutive groups, without what stands between them. */
export function digitsOf(view: TextView, groups: readonly Stretch[]): string {
  return groups.map((group) => view.latin.slice(group.start, group.end)).join('');
}

export function groupLengths(groups: readonly Stretch[]): readonly number[] {
  return groups.map((group) => group.end - group.start);
}

export type Groupings = { readonly keys: ReadonlySet<string>; readonly firstLengths: ReadonlySet<number>; readonly mostGroups: number };

/** Customary ways of grouping a number, each as its group lengths: `4-4-4-4`. */
export function openGroupings(keys: readonly string[]): Groupings {
  return {
    keys: new Set(keys),
    firstLengths: new Set(keys.map((key) => Number(key.split('-')[0]))),
    mostGroups: Math.max(...keys.map((key) => key.split('-').length)),
  };
}

/** Consecutive groups of a chain in a customary grouping. A chain of single digits is passed over quickly: hardly a grouping begins with one. */
export function groupedWindows(chain: NumberChain, groupings: Groupings): readonly (readonly Stretch[])[] {
  const windows: (readonly Stretch[])[] = [];
  chain.groups.forEach((group, from) => {
    if (!groupings.firstLengths.has(group.end - group.start)) return;
    let key = '';
    for (let to = from; to < chain.groups.length && to - from < groupings.mostGroups; to++) {
      const next = chain.groups[to];
      if (next === undefined) break;
      key = key === '' ? String(next.end - next.start) : `${key}-${next.end - next.start}`;
      if (groupings.keys.has(key)) windows.push(chain.groups.slice(from, to + 1));
    }
  });
  return windows;
}

/** The check digit of Luhn's algorithm, which bank cards and many ids carry. */
export function hasLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
