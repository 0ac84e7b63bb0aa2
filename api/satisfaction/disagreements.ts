// Ratings that say one thing where the customer's last words say another.
import type { DisagreementSide, Disagreements } from '#db/model/satisfaction.ts';
import type { RatedCase } from './rated-cases.ts';

/** A mood that the scorer is sure of. */
const clearMood = 0.5;

/** The side that a rating disagrees on; null where it agrees, or nobody can tell. */
export function sideOf({ grade, closing }: Pick<RatedCase, 'grade' | 'closing'>): DisagreementSide | null {
  if (grade === 'high' && closing <= -clearMood) return 'angry-good';
  return grade === 'low' && closing >= clearMood ? 'content-bad' : null;
}

export function disagreementsOf(cases: readonly RatedCase[]): Disagreements {
  const moody = cases.filter(({ closing }) => !Number.isNaN(closing));
  const count = (side: DisagreementSide) => moody.filter((one) => sideOf(one) === side).length;
  return {
    n: moody.length,
    excluded: moody.length === cases.length ? {} : { no_mood: cases.length - moody.length },
    sides: { 'angry-good': count('angry-good'), 'content-bad': count('content-bad') },
  };
}
