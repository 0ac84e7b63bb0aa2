// The weeks before now as they were kept: the days of `answered-within-promise`, added up by weeks that end today.
import { dayOf, startOfDay } from '#api/http/range.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Answer } from '#db/model/metric.ts';
import type { LivedWeek } from './between-bounds.ts';

export type WeeksOf = {
  readonly today: string;
  readonly zone: string;
  readonly weeks: number;
  /** Weeks that begin before this knew another promise, and are left out. */
  readonly since: string | null;
};

/** Whole weeks up to the beginning of today, oldest first. `byDay`: the metric grouped by day over all of them. */
export function livedWeeks(byDay: Answer, { today, zone, weeks, since }: WeeksOf): LivedWeek[] {
  const known = new Map(byDay.groups.map((group) => [group.key, group]));
  const at = (daysBack: number): Instant => startOfDay(today, zone, -daysBack);
  return Array.from({ length: weeks }, (_, place): LivedWeek => {
    const back = (weeks - place) * 7;
    const sum = { n: 0, kept: 0, answered: 0, ended: 0 };
    for (let day = 0; day < 7; day += 1) {
      const group = known.get(dayOf(at(back - day), zone));
      if (group === undefined) continue;
      sum.n += group.n;
      sum.kept += (group.value ?? 0) * group.n;
      sum.answered += group.waits?.answered ?? 0;
      sum.ended += (group.waits?.answered ?? 0) + (group.waits?.neverAnswered ?? 0);
    }
    return { ...sum, from: at(back), to: at(back - 7), kept: sum.n > 0 ? sum.kept / sum.n : null };
  }).filter(({ from }) => since === null || dayOf(from, zone) >= since);
}
