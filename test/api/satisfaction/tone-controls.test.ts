// The effect of a warm first answer where kind words go to those who are worst off: the planted truth against what is estimated.
import { describe, expect, it } from 'vitest';
import { driversOf } from '#api/satisfaction/drivers.ts';
import type { RatedCase } from '#api/satisfaction/rated-cases.ts';
import { logistic } from '#api/stats/ridge-logistic.ts';
import { minute } from '#db/model/instant.ts';
import { seededRandom } from '#test/support/random.ts';

const usualMinutes: Readonly<Record<string, number>> = { chat: 2, email: 300 };

/** Warm words go to long waits, bad moods and grave harm, all of which cost satisfaction by themselves; `planted` is their own worth in log odds. */
function planted(seed: number, worth: number) {
  const random = seededRandom(seed);
  let truth = 0;
  const cases = Array.from({ length: 4000 }, (_, conversation): RatedCase => {
    const channel = random.pick(['chat', 'email']);
    const doublings = 6 * random.next() - 3;
    const opening = 2 * random.next() - 1;
    const harm = random.pick([0, 1, 2, 3]);
    const late = Math.max(0, doublings);
    const tone = random.chance(logistic(-2.6 + 0.9 * late - 1.2 * opening + 0.5 * harm)) ? 'warm' : 'plain';
    const log = 2.4 - 0.8 * late + 0.9 * opening - 0.4 * harm;
    truth += (logistic(log + worth) - logistic(log)) / 4000;
    const isGood = random.chance(logistic(log + (tone === 'warm' ? worth : 0)));
    return {
      row: conversation,
      conversation,
      channel,
      language: 'en',
      category: 'deposit.missing',
      grade: isGood ? 'high' : 'low',
      isAnswered: true,
      isGood,
      firstWaitMs: (usualMinutes[channel] ?? 1) * 2 ** doublings * minute,
      nudges: 0,
      isReopened: false,
      isOtherLanguage: false,
      harm,
      tone,
      opening,
      closing: Number.NaN,
    };
  });
  const shareOf = (tone: RatedCase['tone']) => {
    const of = cases.filter((one) => one.tone === tone);
    return of.filter(({ isGood }) => isGood).length / of.length;
  };
  return { cases, truth, apart: shareOf('warm') - shareOf('plain') };
}

const warm = (cases: readonly RatedCase[]) => driversOf(cases).effects.find(({ kind, key }) => kind === 'tone' && key === 'warm');

describe('the effect of a warm first answer', () => {
  it('finds the good that was planted, where the bare difference says that kind words harm', () => {
    const found = [1, 2, 3, 4, 5, 6].map((seed) => {
      const { cases, truth, apart } = planted(seed, 0.5);
      const { effect, interval } = warm(cases) ?? { effect: Number.NaN, interval: [Number.NaN, Number.NaN] };
      return { apart, miss: effect - truth, holds: interval[0] <= truth && truth <= interval[1] };
    });
    expect(found.every(({ apart }) => apart < -0.07)).toBe(true);
    expect(found.filter(({ holds }) => holds).length).toBeGreaterThanOrEqual(5);
    expect(Math.abs(found.reduce((sum, { miss }) => sum + miss, 0) / found.length)).toBeLessThan(0.015);
  });

  it('finds nothing where nothing was planted', () => {
    const clear = [1, 2, 3, 4, 5, 6].filter((seed) => warm(planted(seed, 0).cases)?.isClear ?? true);
    expect(clear.length).toBeLessThanOrEqual(1);
  });

  it('is not found by the mood and the wait as the other drivers take them: what is adjusted for matters', () => {
    const { cases } = planted(1, 0.5);
    const blunt = cases.map((one) => ({ ...one, harm: 0, opening: Math.sign(one.opening) * 0.6, firstWaitMs: minute }));
    expect(warm(blunt)?.effect).toBeLessThan(0);
  });
});
