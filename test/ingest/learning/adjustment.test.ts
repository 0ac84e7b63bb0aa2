// What was learned, as it is kept: read back as it was written, refused where it is damaged, nothing where nothing was learned.
import { describe, expect, it } from 'vitest';
import { adjustedProbabilities, openAdjustment, packAdjustment, unpackAdjustment } from '#ingest/learning/adjustment.ts';
import { fitAdjustment } from '#ingest/learning/fit-adjustment.ts';
import type { Lesson } from '#ingest/learning/lesson-space.ts';

const lessons = (truthOf: (at: number) => number): Lesson[] =>
  Array.from({ length: 120 }, (_, at) => ({
    truth: [[truthOf(at), 1]],
    weight: 1,
    standing: 1,
    group: at,
    messages: [{ language: 'en', probabilities: [0.7, 0.3], buckets: Uint32Array.of(10 + (at % 2), 20 + (at % 7)) }],
  }));
const asked = (bucket: number) => ({
  probabilities: [0.7, 0.3],
  features: { buckets: Uint32Array.of(bucket), tokens: Int32Array.of(0), size: 1 },
  language: 'en',
});

describe('an adjustment', () => {
  it('is read back as it was written', () => {
    const made = openAdjustment(
      fitAdjustment(
        lessons((at) => at % 2),
        ['a', 'b'],
      ),
    );
    const read = unpackAdjustment(packAdjustment(made));
    expect(read).toEqual(made);
    for (const bucket of [10, 11, 99])
      expect(adjustedProbabilities(read, asked(bucket))).toEqual(adjustedProbabilities(made, asked(bucket)));
  });

  it('moves a text by the words that told its label, and a strange text hardly', () => {
    const made = openAdjustment(
      fitAdjustment(
        lessons((at) => at % 2),
        ['a', 'b'],
      ),
    );
    const [a, b, strange] = [10, 11, 60_000].map((bucket) => adjustedProbabilities(made, asked(bucket))[1] ?? 0);
    expect(a).toBeLessThan(0.1);
    expect(b).toBeGreaterThan(0.75);
    expect(strange).toBeGreaterThan(0.1);
    expect(strange).toBeLessThan(0.6);
  });

  it('is refused where it is cut or altered', () => {
    const packed = packAdjustment(
      fitAdjustment(
        lessons((at) => at % 2),
        ['a', 'b'],
      ),
    );
    expect(() => unpackAdjustment(packed.slice(0, packed.length / 2))).toThrow('damaged');
    expect(() => unpackAdjustment('')).toThrow('damaged');
  });
});
