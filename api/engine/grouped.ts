// The groups of an answer: which are shown, in which order, and under which keys.
import type { Groups } from './grouping.ts';

export type ShownGroup = { readonly number: number; readonly keys: readonly string[] };

/**
 * Time axes keep their order and show every bucket between the first and the last of the range (`trims`: of what occurs);
 * other axes show the values that occur, most frequent first. `countOf` tells how much a group holds.
 */
export function shownGroups(groups: Groups, countOf: (group: number) => number, trims: boolean): ShownGroup[] {
  const totals = groups.axes.map((axis) => new Float64Array(axis.keys.length));
  for (let group = 0; group < groups.size; group += 1) {
    const count = countOf(group);
    if (count === 0) continue;
    for (const [axis, code] of codesOf(groups, group).entries()) {
      const total = totals[axis];
      if (total !== undefined) total[code] = (total[code] ?? 0) + count;
    }
  }
  const shown = groups.axes.map((axis, position) => {
    const total = totals[position] ?? new Float64Array(0);
    const codes = axis.keys.map((_, code) => code);
    if (!axis.isFilled)
      return codes
        .filter((code) => (total[code] ?? 0) > 0)
        .toSorted((a, b) => (total[b] ?? 0) - (total[a] ?? 0) || byName(axis.keys, a, b));
    if (!trims || axis.grouping === 'hour-of-week') return codes;
    const first = total.findIndex((count) => count > 0);
    return first < 0 ? [] : codes.slice(first, total.findLastIndex((count) => count > 0) + 1);
  });
  const isFilled = groups.axes.some((axis) => axis.isFilled);
  return combinations(shown)
    .map((codes) => ({
      number: codes.reduce((number, code, position) => number * (groups.axes[position]?.keys.length ?? 1) + code, 0),
      keys: codes.map((code, position) => groups.axes[position]?.keys[code] ?? ''),
    }))
    .filter((group) => isFilled || countOf(group.number) > 0);
}

function codesOf(groups: Groups, group: number): number[] {
  let rest = group;
  return groups.axes
    .toReversed()
    .map((axis) => {
      const code = rest % axis.keys.length;
      rest = (rest - code) / axis.keys.length;
      return code;
    })
    .toReversed();
}

function byName(keys: readonly string[], a: number, b: number): number {
  return (keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1;
}

function combinations(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>((rows, list) => rows.flatMap((row) => list.map((code) => [...row, code])), [[]]);
}
