// How much of a plain day a holiday is.

/** Days of evidence that the average holiday stands for beside those of one holiday, and "nothing special" beside all. */
const priorDays = 2;

type DayTotals = { readonly counts: readonly number[]; readonly exposures: readonly number[] };

/**
 * Arrivals of holidays against what plain days at their level and place in the week would have had, by name; the average of
 * all under the empty name. Each is drawn towards the average by two days' worth, the average towards 1 likewise, so that one
 * odd holiday decides little.
 */
export function holidayFactors(
  holidays: readonly (string | null)[],
  { counts, exposures }: DayTotals,
  levels: readonly number[],
): ReadonlyMap<string, number> {
  const seen = new Map<string, { count: number; usual: number; days: number }>();
  const all = { count: 0, usual: 0, days: 0 };
  for (const [day, exposure] of exposures.entries()) {
    const name = holidays[day] ?? null;
    const usual = (levels[day] ?? 0) * exposure;
    if (name === null || exposure < 0.5 || usual <= 0) continue;
    const own = seen.get(name) ?? { count: 0, usual: 0, days: 0 };
    seen.set(name, own);
    for (const sum of [own, all]) {
      sum.count += counts[day] ?? 0;
      sum.usual += usual;
      sum.days += 1;
    }
  }
  const average = drawn(all, 1);
  return new Map([['', average], ...[...seen].map(([name, sums]) => [name, drawn(sums, average)] as const)]);
}

function drawn({ count, usual, days }: { count: number; usual: number; days: number }, towards: number): number {
  if (days === 0) return towards;
  const prior = (priorDays * usual) / days;
  return (count + towards * prior) / (usual + prior);
}
