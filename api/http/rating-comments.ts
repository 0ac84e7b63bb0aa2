// What customers wrote with the ratings of a list, beside the rows.
import { type RatingKind, ratingKinds } from '#db/model/conversation.ts';
import type { MetricId, MetricRow } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { commentOn, findRatingComments } from '#db/store/rating-comments.ts';

/** The kind of rating that the rows of a metric are; null where they are none. */
function ratingOf(metric: MetricId): RatingKind | null {
  return ratingKinds.find((kind) => kind === metric) ?? null;
}

/** The same rows, those of ratings with their comment where there is one. */
export async function withComments<Row extends MetricRow>(db: Db, metric: MetricId, rows: readonly Row[]): Promise<readonly Row[]> {
  const kind = ratingOf(metric);
  if (kind === null) return rows;
  const comments = await findRatingComments(
    db,
    rows.map((row) => Number(row.conversationId)),
  );
  if (comments.size === 0) return rows;
  return rows.map((row) => {
    const known = comments.get(Number(row.conversationId)) ?? [];
    const comment = commentOn(known, { kind, value: row.value, at: Date.parse(row.at) });
    return comment === null ? row : { ...row, comment };
  });
}
