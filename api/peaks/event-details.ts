// What customers wrote about during an event, how they felt and how long they waited, each against the weeks before.
import { daysBefore } from '#api/engine/compare.ts';
import type { Engine } from '#api/engine/engine.ts';
import { type Headline, headlineOf } from '#api/engine/headline.ts';
import { type Uplift, upliftOver } from '#api/stats/uplift-interval.ts';
import { day } from '#db/model/instant.ts';
import type { Answer, InstantRange, MetricId, Plan } from '#db/model/metric.ts';
import type { Before } from './usual-weeks.ts';
import { baselineWeeks } from './usual-weeks.ts';

export type DetailParts = {
  readonly engine: Engine;
  /** What every question has in common: zone, filters, instant of the report. */
  readonly plan: Omit<Plan, 'metric' | 'range' | 'groupBy'>;
  readonly signal: AbortSignal | undefined;
};

export type CategoryUplift = { readonly category: string; readonly n: number; readonly figure: Uplift | null };

/** Fewer arrivals than this in a category are no topic. */
const fewestOfCategory = 3;
const mostCategories = 6;

export async function askRange({ engine, plan, signal }: DetailParts, metric: MetricId, range: InstantRange): Promise<Answer> {
  return await engine.ask({ ...plan, metric, range, groupBy: [] }, { signal });
}

/** Categories of the stretch with their uplift over the same stretch of the 8 weeks before, largest uplift first. */
export async function categoriesOf(parts: DetailParts, range: InstantRange, before: Before): Promise<CategoryUplift[]> {
  const { engine, plan, signal } = parts;
  const counts = async (one: InstantRange) => {
    const { groups } = await engine.ask({ ...plan, metric: 'arrivals', range: one, groupBy: ['category'] }, { signal });
    return new Map(groups.map(({ key, n }) => [key, n]));
  };
  const weeks: Map<string, number>[] = [];
  for (const earlier of earlierWeeks(range, before, plan.zone)) weeks.push(await counts(earlier));
  return [...(await counts(range))]
    .filter(([, n]) => n >= fewestOfCategory)
    .map(([category, n]) => ({
      category,
      n,
      figure: upliftOver(
        n,
        weeks.map((week) => week.get(category) ?? 0),
      ),
    }))
    .toSorted((a, b) => (b.figure?.uplift ?? 0) - (a.figure?.uplift ?? 0) || b.n - a.n || (a.category < b.category ? -1 : 1))
    .slice(0, mostCategories);
}

/** The same stretch of local time in the 8 weeks before, latest first; without those that were not recorded whole. */
export function earlierWeeks(range: InstantRange, before: Before, zone: string): InstantRange[] {
  const nearest = Math.floor(Math.max(0, range.to - 1 - before.from) / (7 * day)) + 1;
  return Array.from({ length: baselineWeeks }, (_, place) => {
    const days = (nearest + place) * 7;
    return { from: daysBefore(range.from, days, zone), to: daysBefore(range.to, days, zone) };
  }).filter((week) => week.from >= before.firstAt && week.from < week.to);
}

/** A figure during the event and over all of the 8 weeks before it; of waits the P90. */
export type Beside = Headline & {
  readonly n: number;
  readonly usual: { readonly n: number; readonly value: number | null };
};

/** The 8 weeks before an event, cut to what was recorded; null where nothing was. */
export function weeksBefore(before: Before, zone: string): InstantRange | null {
  const from = Math.max(before.firstAt, daysBefore(before.from, baselineWeeks * 7, zone));
  return from < before.from ? { from, to: before.from } : null;
}

export async function besideWeeks(parts: DetailParts, metric: 'negative-share' | 'first-response-time', at: BesideAt): Promise<Beside> {
  const during = await askRange(parts, metric, at.range);
  const usual = at.usual === null ? null : await askRange(parts, metric, at.usual);
  return {
    n: during.n,
    ...headlineOf(during, 'p90'),
    usual: { n: usual?.n ?? 0, value: usual === null ? null : headlineOf(usual, 'p90').value },
  };
}

export type BesideAt = { readonly range: InstantRange; readonly usual: InstantRange | null };
