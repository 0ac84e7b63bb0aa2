// The learning curve on labelled texts of strangers: labels help, more of them help more, and doubtful ones help more than any.
import { describe, expect, it } from 'vitest';
import { labelledSet, learningCurve } from '#test/support/learning-curve.ts';

const name = 'intent_banking77_en';
const file = labelledSet(name);

describe.skipIf(file === null)(`learning from ${name}${file === null ? ' (skipped: ../shared is not there)' : ''}`, () => {
  const curve = (choice: 'random' | 'leaning') =>
    learningCurve({ file: file ?? '', seed: 1, choice, at: [0, 200, 1000], ownExamples: 3, heldBack: 1000, errorRate: 0.05 });

  it('rises with 200 and with 1,000 labels, and further where campaigns lean to doubt', async () => {
    const [random, leaning] = [await curve('random'), await curve('leaning')];
    const [none = 0, some = 0, many = 0] = random.map(({ right }) => right);
    expect(leaning[0]).toEqual(random[0]);
    expect([some > none, many > none + 0.15]).toEqual([true, true]);
    expect(leaning[2]?.right ?? 0).toBeGreaterThan(many + 0.03);
  }, 300_000);

  it('does not rise where every label is wrong: the control', async () => {
    const points = await learningCurve({
      file: file ?? '',
      seed: 1,
      choice: 'random',
      at: [0, 300],
      ownExamples: 3,
      heldBack: 1000,
      errorRate: 1,
    });
    expect(points[1]?.right ?? 1).toBeLessThan((points[0]?.right ?? 0) + 0.01);
  }, 300_000);
});
