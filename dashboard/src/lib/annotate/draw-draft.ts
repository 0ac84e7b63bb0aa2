// What drafts of a campaign and of a round of reviews have alike: a name, how many are drawn, from what, and spread over what.
import { isDay } from '../format/date.ts';

export type DrawDraft<Filter extends string, Stratum extends string> = {
  readonly name: string;
  readonly size: string;
  readonly strata: readonly Stratum[];
  readonly from: string;
  readonly to: string;
  readonly filters: Readonly<Partial<Record<Filter, readonly string[]>>>;
};

export type DrawProblem = 'name' | 'size' | 'day';

export const wholeIn = (text: string, low: number, high: number) =>
  /^\d{1,5}$/.test(text.trim()) && Number(text) >= low && Number(text) <= high;

/** Problems by field of what is drawn; `most`: the largest sample. */
export function drawProblems(
  { name, size, from, to }: Pick<DrawDraft<string, string>, 'name' | 'size' | 'from' | 'to'>,
  most: number,
): Readonly<Partial<Record<'name' | 'size' | 'from' | 'to', DrawProblem>>> {
  return {
    ...(name.trim() === '' ? { name: 'name' } : {}),
    ...(wholeIn(size, 1, most) ? {} : { size: 'size' }),
    ...(from === '' || isDay(from) ? {} : { from: 'day' }),
    ...(to === '' || isDay(to) ? {} : { to: 'day' }),
  };
}

/** What is drawn by a draft without problems. */
export function toDraw<Filter extends string, Stratum extends string>(
  draft: DrawDraft<Filter, Stratum>,
): { name: string; size: number; strata: Stratum[]; from: string | null; to: string | null; filters: Record<string, string[]> } {
  const chosen = Object.entries<readonly string[] | undefined>(draft.filters);
  return {
    name: draft.name.trim(),
    size: Number(draft.size),
    strata: [...draft.strata],
    from: draft.from === '' ? null : draft.from,
    to: draft.to === '' ? null : draft.to,
    filters: Object.fromEntries(chosen.flatMap(([name, values = []]) => (values.length === 0 ? [] : [[name, [...values]]]))),
  };
}
