// Moods learned from real conversations that the shipped weights know least: labels help there, and labels dealt out by chance never go live.
import { describe, expect, it } from 'vitest';
import { labelledSet } from '#test/support/learning-curve.ts';
import { sentimentCurve } from '#test/support/sentiment-curve.ts';

const name = 'conv_stc3_csat_zh';
const hasSet = labelledSet(name) !== null;

describe.skipIf(!hasSet)(`learning moods from ${name}${hasSet ? '' : ' (skipped: ../shared is not there)'}`, () => {
  const curve = (order: { seed: number; at: readonly number[]; errorRate: number; isShuffled?: boolean }) =>
    sentimentCurve({ name, language: 'zh', heldBack: 1500, ...order });

  it('are right far more often after 1,000 labels of somebody who errs in 5 %, and only the gain that is clear goes live', async () => {
    const [none, some, many] = (await curve({ seed: 1, at: [0, 200, 1000], errorRate: 0.05 })) ?? [];
    expect([none?.isBetter, some?.isBetter, many?.isBetter]).toEqual([null, false, true]);
    expect((many?.right ?? 0) - (none?.right ?? 1)).toBeGreaterThan(0.2);
    expect((many?.macroF1 ?? 0) - (none?.macroF1 ?? 1)).toBeGreaterThan(0.15);
  }, 300_000);

  it('never go live where every label is that of another conversation', async () => {
    const found = [];
    for (const seed of [1, 2, 3, 4, 5, 6]) found.push(...((await curve({ seed, at: [200, 1000], errorRate: 0, isShuffled: true })) ?? []));
    expect(found.map(({ isBetter }) => isBetter)).toEqual(found.map(() => false));
    expect(found.length).toBe(12);
  }, 300_000);
});
