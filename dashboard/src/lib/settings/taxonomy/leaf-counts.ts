// How many conversations each category holds over the last twelve months, and how many fit none.
import type { Answer } from '../../api/shapes.ts';
import { dayIn } from '../../format/date.ts';
import type { Question } from '../../url-state/question.ts';
import { resolveRange } from '../../url-state/range.ts';

export function countQuestion(zone: string, now: number): Question {
  return { ...resolveRange({ preset: '12m' }, dayIn(zone, now)), groupBy: 'category' };
}

export type LeafCounts = {
  readonly n: number;
  readonly of: ReadonlyMap<string, number>;
  readonly other: number;
  readonly without: number;
};

/** The answer to `countQuestion`; a category that nothing was put into is missing. */
export function toLeafCounts({ n, groups }: Pick<Answer, 'n' | 'groups'>): LeafCounts {
  const of = new Map(groups.map((group) => [group.keys[0] ?? group.key, group.n]));
  return { n, of, other: of.get('other') ?? 0, without: of.get('none') ?? 0 };
}

/** Conversations of a category in the last twelve months. */
export function leafHref(...ids: readonly string[]): string {
  return `/conversations?range=12m&${ids.map((id) => `category=${encodeURIComponent(id)}`).join('&')}`;
}
