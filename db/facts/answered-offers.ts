// Which of the customers who were asked for a rating gave one: requests and ratings of one conversation, matched by their times.
import type { RatingKind } from '../model/conversation.ts';
import type { OfferRecord, RatingRecord } from '../model/fact-record.ts';
import { day, type Instant } from '../model/instant.ts';

/** A request for a rating whose answer the source does not name. */
export type AskedFor = { readonly kind: RatingKind | null; readonly at: Instant };

/**
 * How long a request for a rating is open. A rate of younger ones would be false: of those asked a minute ago nobody has answered yet, and
 * those who answer at once are not like those who do not.
 */
export const timeToAnswer = 3 * day;

/** At or above three quarters of the scale: 4 and 5 of 1-5, good of good and bad. */
export function isGoodRating({ value, scaleMin, scaleMax }: Pick<RatingRecord, 'value' | 'scaleMin' | 'scaleMax'>): boolean {
  const reach = scaleMax - scaleMin;
  return reach > 0 && (value - scaleMin) / reach >= 0.75;
}

/**
 * Requests with the ratings that answer them, in the order of the requests. A rating answers the latest request at or before it
 * that has no answer yet and does not ask for another kind; a rating without a time, or before every request, answers none.
 */
export function answeredOffers(asked: readonly AskedFor[], ratings: readonly RatingRecord[]): OfferRecord[] {
  const offers = asked.toSorted((a, b) => a.at - b.at).map(({ kind, at }): OfferRecord => ({ kind, at, answeredAt: null, isGood: null }));
  const given = ratings.flatMap((rating) => (rating.at === null ? [] : [{ ...rating, at: rating.at }])).sort((a, b) => a.at - b.at);
  for (const rating of given) {
    const place = offers.findLastIndex(
      ({ kind, at, answeredAt }) => at <= rating.at && answeredAt === null && (kind === null || kind === rating.kind),
    );
    const offer = offers[place];
    if (offer === undefined) continue;
    offers[place] = {
      kind: rating.kind,
      at: offer.at,
      answeredAt: rating.at,
      isGood: rating.kind === 'csat' ? isGoodRating(rating) : null,
    };
  }
  return offers;
}
