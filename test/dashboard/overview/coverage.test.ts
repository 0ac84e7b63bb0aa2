// Comparisons with a time from before the first conversation.
import { describe, expect, it } from 'vitest';
import { askedOnce, comparedWithin } from '../../../dashboard/src/lib/overview/coverage.ts';
import { answerOf } from '../answers.ts';

describe('comparedWithin', () => {
  const compared = answerOf({
    comparison: {
      range: { from: '2025-11-01T00:00:00.000Z', to: '2025-12-01T00:00:00.000Z' },
      figure: { n: 3, value: 3, interval: null },
      difference: 97,
      interval: null,
      clear: true,
    },
  });

  it('stays where something is known from before the period', async () => {
    expect(await comparedWithin(compared, async () => true)).toEqual(compared);
  });

  it('goes where the period begins before the first conversation', async () => {
    const asked: string[] = [];
    const found = await comparedWithin(compared, async (instant) => {
      asked.push(instant);
      return false;
    });
    const { comparison: _, ...rest } = compared;
    expect([found, asked]).toEqual([rest, ['2025-11-01T00:00:00.000Z']]);
  });

  it('is not asked about where nothing was compared', async () => {
    const { comparison: _, ...alone } = compared;
    expect(await comparedWithin(alone, () => Promise.reject(new Error('asked')))).toEqual(alone);
  });
});

describe('askedOnce', () => {
  it('asks once for each instant', async () => {
    const asked: string[] = [];
    const ask = askedOnce(async (instant) => {
      asked.push(instant);
      return instant === 'b';
    });
    expect([await ask('a'), await ask('b'), await ask('a'), asked]).toEqual([false, true, false, ['a', 'b']]);
  });
});
