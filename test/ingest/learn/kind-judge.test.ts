// The judge of kinds: numbers that only together tell one kind from another, and kinds dealt out by chance, which nothing tells.
import { describe, expect, it } from 'vitest';
import { fitKinds, kindShares } from '#ingest/learn/kind-judge.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';

const count = 3;
const random = seededRandom(5);
const texts = Array.from({ length: 600 }, () => Float64Array.from({ length: 3 }, () => 2 * random() - 1));
/** The third kind has both numbers high, the second the first alone; the last number says nothing. */
const kindOf = (numbers: Float64Array): number => ((numbers[0] ?? 0) < 0 ? 0 : (numbers[1] ?? 0) < 0 ? 1 : 2);

function rightShare(kinds: readonly number[]): number {
  const judge = fitKinds(texts.slice(0, 400), kinds.slice(0, 400), count);
  const right = texts.slice(400).filter((numbers, index) => {
    const shares = kindShares(judge, numbers, new Float64Array(count));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    return shares.indexOf(Math.max(...shares)) === kinds[400 + index];
  });
  return right.length / 200;
}

describe('the judge of kinds', () => {
  it('tells kinds of texts that it had not seen, and not those dealt out by chance', () => {
    expect(rightShare(texts.map(kindOf))).toBeGreaterThan(0.9);
    const dealt = texts.map(() => Math.floor(random() * count));
    expect(rightShare(dealt)).toBeLessThan(0.5);
  });

  it('gives a number that says nothing almost no weight, and one kind the whole share', () => {
    const judge = fitKinds(texts, texts.map(kindOf), count);
    expect(Math.abs(judge[2] ?? 0)).toBeLessThan(0.3 * Math.abs(judge[0] ?? 0));
    const single = fitKinds(
      texts,
      texts.map(() => 0),
      1,
    );
    expect([...kindShares(single, texts[0] ?? new Float64Array(3), new Float64Array(1))]).toEqual([1]);
  });
});
