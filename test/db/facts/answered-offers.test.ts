// Requests for ratings and the ratings that answer them.
import { describe, expect, it } from 'vitest';
import { answeredOffers, isGoodRating } from '#db/facts/answered-offers.ts';

const stars = (value: number, at: number | null) => ({ kind: 'csat' as const, value, scaleMin: 1, scaleMax: 5, at });

describe('requests for ratings', () => {
  it('are answered by the rating that follows them', () => {
    expect(answeredOffers([{ kind: null, at: 10 }], [stars(5, 20)])).toEqual([{ kind: 'csat', at: 10, answeredAt: 20, isGood: true }]);
  });

  it('stay open where nobody rated, where the rating came before, and where nobody knows when it came', () => {
    const open = [{ kind: null, at: 10, answeredAt: null, isGood: null }];
    expect(answeredOffers([{ kind: null, at: 10 }], [])).toEqual(open);
    expect(answeredOffers([{ kind: null, at: 10 }], [stars(5, 9)])).toEqual(open);
    expect(answeredOffers([{ kind: null, at: 10 }], [stars(5, null)])).toEqual(open);
  });

  it('take one rating each: the latest request that is still open gets it', () => {
    const offers = answeredOffers(
      [
        { kind: null, at: 30 },
        { kind: null, at: 10 },
      ],
      [stars(2, 40), stars(4, 20)],
    );
    expect(offers).toEqual([
      { kind: 'csat', at: 10, answeredAt: 20, isGood: true },
      { kind: 'csat', at: 30, answeredAt: 40, isGood: false },
    ]);
  });

  it('are not answered by another kind, and say of satisfaction only whether it is good', () => {
    const recommended = { kind: 'nps' as const, value: 9, scaleMin: 0, scaleMax: 10, at: 50 };
    expect(
      answeredOffers(
        [
          { kind: 'nps', at: 10 },
          { kind: 'csat', at: 20 },
        ],
        [recommended],
      ),
    ).toEqual([
      { kind: 'nps', at: 10, answeredAt: 50, isGood: null },
      { kind: 'csat', at: 20, answeredAt: null, isGood: null },
    ]);
  });

  it('know good from bad by three quarters of the scale, and nothing of a scale without length', () => {
    expect([3, 4].map((value) => isGoodRating(stars(value, null)))).toEqual([false, true]);
    expect(isGoodRating({ value: 1, scaleMin: 0, scaleMax: 1 })).toBe(true);
    expect(isGoodRating({ value: 1, scaleMin: 1, scaleMax: 1 })).toBe(false);
  });
});
