// Recall at length: three thousand planted secrets of each critical class and one thousand of every other.
import { describe, expect, it } from 'vitest';
import { addressPlantings, criticalPlantings, loosePlantings, type Planting, personalPlantings } from '#test/fixtures/redaction/planted.ts';
import { missesOf } from '#test/fixtures/redaction/recall.ts';

function named(plantings: readonly Planting[], most: number) {
  return plantings.map((planting) => ({ name: planting.name, planting, most }));
}

describe('planted secrets of the test split, at length', { timeout: 300_000 }, () => {
  // No miss in 2,995 says with 95 % certainty that fewer than one in a thousand is missed.
  it.each(named(criticalPlantings, 0))('leaves nothing of 3,000 of class $name', ({ planting }) => {
    expect(missesOf(planting, 'test', { count: 3000, seed: 7 })).toEqual([]);
  });

  it.each([...named([...personalPlantings, ...addressPlantings], 5), ...named(loosePlantings, 20)])(
    'leaves at most $most of 1,000 of class $name',
    ({ planting, most }) => {
      expect(missesOf(planting, 'test', { count: 1000, seed: 8 }).slice(most)).toEqual([]);
    },
  );
});
