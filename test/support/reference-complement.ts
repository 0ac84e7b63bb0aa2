// Complementary suppression worked out a second time: group by group, line by line, in the plainest way.
import type { FigureGroup } from '#db/model/metric.ts';
import { hide } from './reference-survival.ts';

/** Everything, then every value of the first and of the second key as they come, each with its places. */
function totalsOf(groups: readonly FigureGroup[]): number[][] {
  const places = groups.flatMap((group, at) => (group.n > 0 ? [at] : []));
  const totals = [places];
  if ((groups[0]?.keys.length ?? 0) < 2) return totals;
  const met = new Set<string>();
  for (const at of places) {
    for (const [position, key] of (groups[at]?.keys ?? []).entries()) {
      if (met.has(`${position}:${key}`)) continue;
      met.add(`${position}:${key}`);
      totals.push(places.filter((other) => groups[other]?.keys[position] === key));
    }
  }
  return totals;
}

/** Groups of which one more is hidden for as long as a total, less what it shows, tells of one hidden group or of few; `isFew` of places. */
export function complemented(groups: readonly FigureGroup[], isFew: (places: readonly number[]) => boolean): FigureGroup[] {
  const isOpen = (group: FigureGroup | undefined) => group?.suppressed !== true || group.quantiles !== undefined;
  const hidden = new Set(groups.flatMap((group, at) => (group.n > 0 && !isOpen(group) ? [at] : [])));
  const totals = totalsOf(groups);
  let before = -1;
  while (before !== hidden.size) {
    before = hidden.size;
    for (const total of totals) {
      for (;;) {
        const away = total.filter((at) => hidden.has(at));
        const rest = total.filter((at) => !hidden.has(at));
        if (away.length === 0 || rest.length === 0 || (away.length > 1 && !isFew(away))) break;
        const least = Math.min(...rest.map((at) => groups[at]?.n ?? 0));
        hidden.add(rest.find((at) => groups[at]?.n === least) ?? -1);
      }
    }
  }
  return groups.map((group, at) => (hidden.has(at) ? { ...hide(group), key: group.key, keys: group.keys } : group));
}
