// Number chains: digit groups that belong together because only a separator stands between them.
import type { Stretch, TextView } from './text-view.ts';

export type NumberChain = { readonly start: number; readonly end: number; readonly groups: readonly Stretch[] };

/** Chains of digit groups whose gaps satisfy `isGap`; a group on its own is a chain of one. */
export function numberChains(view: TextView, isGap: (gap: string) => boolean): readonly NumberChain[] {
  const chains: { start: number; end: number; groups: Stretch[] }[] = [];
  for (let index = 0; index < view.digitRuns.length; index += 2) {
    const start = view.digitRuns[index] ?? 0;
    const end = view.digitRuns[index + 1] ?? 0;
    const previous = chains.at(-1);
    if (previous !== undefined && start - previous.end <= 4 && isGap(view.latin.slice(previous.end, start))) {
      previous.groups.push({ start, end });
      previous.end = end;
    } else {
      chains.push({ start, end, groups: [{ start, end }] });
    }
  }
  return chains;
}

/** The digits of consecutive groups, without what stands between them. */
export function digitsOf(view: TextView, groups: readonly Stretch[]): string {
  return groups.map((group) => view.latin.slice(group.start, group.end)).join('');
}

export function groupLengths(groups: readonly Stretch[]): readonly number[] {
  return groups.map((group) => group.end - group.start);
}

/**
 * Stretches of whole groups, from each group on, whose digits number between `least` and `most`. A chain of single digits costs `most` steps a
 * group at the worst.
 */
export function windowsOf(chain: NumberChain, least: number, most: number): readonly (readonly Stretch[])[] {
  const windows: (readonly Stretch[])[] = [];
  for (let from = 0; from < chain.groups.length; from++) {
    let count = 0;
    for (let to = from; to < chain.groups.length && count < most; to++) {
      const group = chain.groups[to];
      if (group === undefined) break;
      count += group.end - group.start;
      if (count >= least && count <= most) windows.push(chain.groups.slice(from, to + 1));
    }
  }
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
