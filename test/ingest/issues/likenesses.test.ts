// Likenesses worked out several at a time, and centres ruled out by bounds: the same as one by one.
import { describe, expect, it } from 'vitest';
import { type Centre, centreOf, likenessOf, likenessTo } from '#ingest/issues/centres.ts';
import { conceptCount } from '#ingest/issues/concepts.ts';
import { likenessesOf } from '#ingest/issues/likenesses.ts';
import type { Point } from '#ingest/issues/message-space.ts';
import { indexCentres } from '#ingest/issues/nearest-centre.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';

const size = 40;
const random = seededRandom(5);

/** A point near one of a few directions, with up to four concepts. */
function drawnPoint(directions: number): Point {
  const towards = Math.floor(random() * directions);
  const raw = Array.from({ length: size }, (_, at) => (at % directions === towards ? 1 : 0) + 0.6 * (random() - 0.5));
  const length = Math.hypot(...raw);
  const concepts = [...new Set(Array.from({ length: Math.floor(random() * 5) }, () => Math.floor(random() * conceptCount)))].sort(
    (a, b) => a - b,
  );
  return {
    learned: Float32Array.from(raw, (value) => value / length),
    concepts: Uint16Array.from(concepts),
    weights: Float32Array.from(concepts, () => random()),
  };
}

describe('likenessesOf', () => {
  it.each([1, 2, 3, 4, 5, 67])('says of %i points what one by one says, to the last bit', (n) => {
    const points = Array.from({ length: n }, () => drawnPoint(5));
    const table = likenessesOf(points);
    const single = Float32Array.from({ length: n * n }, (_, at) => {
      const [a, b] = [points[Math.floor(at / n)], points[at % n]];
      return a === undefined || b === undefined || a === b ? 0 : likenessOf(a, b);
    });
    expect(table).toEqual(single);
  });
});

describe('indexCentres', () => {
  const centres: Centre[] = Array.from({ length: 90 }, () => centreOf([drawnPoint(6), drawnPoint(6)]));
  const index = indexCentres(centres, size);

  const bySearch = (point: Point, least: number, isOut: (index: number) => boolean): number | null => {
    const ranked = centres
      .map((centre, at) => ({ at, likeness: isOut(at) ? Number.NEGATIVE_INFINITY : likenessTo(point, centre) }))
      .sort((a, b) => b.likeness - a.likeness);
    return (ranked[0]?.likeness ?? 0) < least ? null : (ranked[0]?.at ?? null);
  };

  it('finds the nearest as a look at every one does, with some left out or none', () => {
    let found = 0;
    for (let nth = 0; nth < 300; nth += 1) {
      const point = drawnPoint(6);
      for (const isOut of [() => false, (at: number) => at % 3 === 0]) {
        const near = index.nearest(point, 0.85, isOut);
        expect(near?.index ?? null).toBe(bySearch(point, 0.85, isOut));
        if (near !== null) found += 1;
      }
    }
    // Neither everything nor nothing is near enough: otherwise the limit would not have been tried.
    expect(found > 50 && found < 550, `${found} of 600`).toBe(true);
  });
});
