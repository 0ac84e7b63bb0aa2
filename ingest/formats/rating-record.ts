// Satisfaction ratings as files give them: stars, means, good or bad, recommendation and effort scores.
import type { RatingKind } from '#db/model/conversation.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation } from '../fetched.ts';
import { type Fields, isFields, readId, readList, readNumber, readText, refuse, toFields } from './field-values.ts';
import { type RecordContext, readTimeOrNull } from './message-record.ts';
import { readRatingKind } from './vocabulary.ts';

type Rating = FetchedConversation['ratings'][number];
/** Longer ones are cut where all texts are, and not here. */
export const mostCommentLength = 1_000_000;

type Scale = readonly [min: number, max: number];

const defaultScales: Readonly<Record<RatingKind, Scale>> = { csat: [1, 5], nps: [0, 10], ces: [1, 7] };
const goodOrBad: ReadonlyMap<string, number> = new Map([
  ['good', 1],
  ['bad', 0],
]);

/**
 * The ratings of a conversation. Of `csat`, `csat_stars` and `csat_mean_1to5` the first that is there counts,
 * because they are one opinion in several spellings. Stars belong to a review, so they carry the time of the review.
 */
export function toRatings(record: Fields, context: RecordContext, reviewedAt: Instant | null): Rating[] {
  const single = (kind: RatingKind, name: string, at: Instant | null, scale: Scale): Rating | null =>
    toRating({ value: record[name], where: name, kind, externalId: kind, at, scale, comment: record[`${kind}_comment`] }, context);
  const csat =
    single('csat', 'csat', null, defaultScales.csat) ??
    single('csat', 'csat_stars', reviewedAt, defaultScales.csat) ??
    single('csat', 'csat_mean_1to5', null, defaultScales.csat);
  const others = [single('nps', 'nps', null, defaultScales.nps), single('ces', 'ces', null, defaultScales.ces)];
  const listed = readList(record.ratings, 'ratings', 1000).map((entry, index) => {
    const where = `ratings[${index}]`;
    const fields = toFields(entry, where);
    const kind = readRatingKind(fields.kind, `${where}.kind`);
    const externalId = readId(fields.id, `${where}.id`) ?? `ratings#${index}`;
    const rating = toRating({ value: fields, where, kind, externalId, at: null, scale: defaultScales[kind], comment: null }, context);
    return rating ?? refuse(`${where}.value`, undefined, 'a number');
  });
  return [csat, ...others, ...listed].filter((rating) => rating !== null);
}

type RatingSource = {
  readonly value: unknown;
  readonly where: string;
  readonly kind: RatingKind;
  readonly externalId: string;
  readonly at: Instant | null;
  readonly scale: Scale;
  /** Of a rating that does not hold its own. */
  readonly comment: unknown;
};

/** A bare number, `good`/`bad`, or an object `{value | score, scale_min, scale_max | scale, at, comment}`. Null where there is no rating. */
function toRating(source: RatingSource, context: RecordContext): Rating | null {
  const { value, where, kind, externalId, at, scale } = source;
  if (isFields(value)) {
    const min = readNumber(value.scale_min, `${where}.scale_min`, [-1000, 1000]) ?? scale[0];
    const max = readNumber(value.scale_max ?? value.scale, `${where}.scale_max`, [-1000, 1000]) ?? scale[1];
    if (min >= max) refuse(`${where}.scale_max`, max, 'more than scale_min');
    const score = Object.hasOwn(value, 'value') ? value.value : value.score;
    const ownAt = readTimeOrNull(value.at, `${where}.at`, context) ?? at;
    const own = value.comment ?? source.comment;
    return toRating({ value: score, where: `${where}.value`, kind, externalId, at: ownAt, scale: [min, max], comment: own }, context);
  }
  const written = readText(source.comment, `${where}.comment`, mostCommentLength)?.trim() ?? '';
  const said = written === '' ? {} : { comment: written };
  const word = typeof value === 'string' ? goodOrBad.get(value.trim().toLowerCase()) : undefined;
  if (word !== undefined) return { externalId, kind, value: word, scaleMin: 0, scaleMax: 1, at, ...said };
  const number = readNumber(value, where, scale);
  return number === null ? null : { externalId, kind, value: number, scaleMin: scale[0], scaleMax: scale[1], at, ...said };
}
