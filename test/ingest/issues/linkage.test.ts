// Average linkage by chains: the same tree as joining the most alike pair again and again.
import { describe, expect, it } from 'vitest';
import { averageLinkage, cutTree } from '#ingest/issues/linkage.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';

function randomLikeness(n: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const likeness = new Float32Array(n * n);
  for (let a = 0; a < n; a += 1) for (let b = 0; b < a; b += 1) likeness[a * n + b] = likeness[b * n + a] = random();
  return likeness;
}

/** The slow way, from the definition: the mean over all pairs of two groups. */
function slowJoins(likeness: Float32Array, n: number): number[] {
  let groups = Array.from({ length: n }, (_, item) => [item]);
  const mean = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + (likeness[x * n + y] ?? 0), 0), 0) / (a.length * b.length);
  const joins: number[] = [];
  while (groups.length > 1) {
    let [first, second, most] = [0, 1, Number.NEGATIVE_INFINITY];
    groups.forEach((a, at) => {
      groups.slice(at + 1).forEach((b, after) => {
        const value = mean(a, b);
        if (value > most) [first, second, most] = [at, at + 1 + after, value];
      });
    });
    joins.push(most);
    const joined = [...(groups[first] ?? []), ...(groups[second] ?? [])];
    groups = [...groups.filter((_, at) => at !== first && at !== second), joined];
  }
  return joins.sort((a, b) => b - a);
}

describe('averageLinkage', () => {
  it('joins at the same likenesses as the definition', () => {
    for (const seed of [1, 2, 3]) {
      const likeness = randomLikeness(24, seed);
      const slow = slowJoins(likeness, 24);
      const fast = averageLinkage(likeness.slice(), 24).map(([, , value]) => value);
      fast.forEach((value, at) => {
        expect(value).toBeCloseTo(slow[at] ?? Number.NaN, 5);
      });
    }
  });

  it('cuts into groups numbered by their first items', () => {
    // 0 and 2 are alike, 1 and 3 are alike, the pairs are not.
    const likeness = Float32Array.from([1, 0.1, 0.9, 0, 0.1, 1, 0, 0.8, 0.9, 0, 1, 0.2, 0, 0.8, 0.2, 1]);
    const joins = averageLinkage(likeness, 4);
    expect([...cutTree(4, joins, 0.5)]).toEqual([0, 1, 0, 1]);
    expect([...cutTree(4, joins, 0.85)]).toEqual([0, 1, 0, 2]);
    expect([...cutTree(4, joins, 0)]).toEqual([0, 0, 0, 0]);
    expect(averageLinkage(new Float32Array(1), 1)).toEqual([]);
  });
});
