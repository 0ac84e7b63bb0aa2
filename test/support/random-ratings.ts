// Random ratings and requests for them, and the random spans of time that all made-up facts have in common.
import type { OfferRecord, RatingRecord } from '#db/model/fact-record.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import type { Random } from './random.ts';

/** From seconds to weeks; a few take no time at all. */
export function randomDuration(random: Random): number {
  if (random.chance(0.03)) return 0;
  const duration = Math.round(1000 * 10 ** (random.next() * 6.2));
  return random.chance(0.3) ? Math.ceil(duration / minute) * minute : duration;
}

export function randomOffer(random: Random, arrivedAt: Instant): OfferRecord {
  const at = arrivedAt + randomDuration(random);
  const answeredAt = random.chance(0.4) ? at + randomDuration(random) : null;
  const kind = random.pick(['csat', 'nps', 'ces', null] as const);
  return { kind, at, answeredAt, isGood: answeredAt !== null && kind === 'csat' ? random.chance(0.7) : null };
}

export function randomRating(
  random: Random,
  arrivedAt: Instant | null,
  span: { readonly from: Instant; readonly to: Instant },
): RatingRecord {
  const kind = random.pick(['csat', 'csat', 'nps', 'ces'] as const);
  const [scaleMin, scaleMax] =
    kind === 'nps' && random.chance(0.85)
      ? [0, 10]
      : random.pick<readonly [number, number]>([
          [1, 5],
          [0, 1],
          [1, 10],
        ]);
  const at = random.chance(0.3) ? null : arrivedAt === null ? random.int(span.from, span.to) : arrivedAt + randomDuration(random);
  return { kind, value: random.int(scaleMin, scaleMax), scaleMin, scaleMax, at };
}
