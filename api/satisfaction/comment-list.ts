// One page of what customers wrote with ratings, narrowed to certain hours where those are asked for.
import { openTimeLimit } from '#api/engine/time-limit.ts';
import type { Plan, RowOutcome } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { type CommentedRating, type CommentPage, findCommentedRatings } from '#db/store/commented-ratings.ts';

export type CommentChoice = { readonly half: RowOutcome | null; readonly limit: number; readonly cursor: string | null };

/** Hours are no condition of the database: pages are read until one is full. */
export async function listComments(db: Db, plan: Plan, { half, limit, cursor }: CommentChoice): Promise<CommentPage> {
  const { filters, range, asOf, population, times } = plan;
  const question = { filters, range, asOf, population, half };
  if (times === undefined) return await findCommentedRatings(db, { ...question, limit, cursor });
  const calendars = await findCalendars(db);
  const ratings: CommentedRating[] = [];
  let next = cursor;
  for (;;) {
    const page = await findCommentedRatings(db, { ...question, limit: limit - ratings.length, cursor: next });
    const instants = page.ratings.map(({ at }) => at);
    const within = { from: Math.min(...instants, asOf), to: Math.max(...instants, asOf) + 1 };
    const counts = openTimeLimit(times, { zone: plan.zone, range: within, calendars });
    ratings.push(...page.ratings.filter(({ at }) => counts === null || counts(at)));
    next = page.nextCursor;
    if (next === null || ratings.length >= limit) return { ratings, nextCursor: next };
  }
}
