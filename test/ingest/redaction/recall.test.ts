// Recall: of three hundred planted secrets a class, in sentences that no rule was written from, every critical one is taken out.
import { describe, expect, it } from 'vitest';
import {
  addressPlantings,
  criticalPlantings,
  leftStanding,
  loosePlantings,
  type Planting,
  personalPlantings,
} from '#test/fixtures/redaction/planted.ts';
import { openRandom } from '#test/fixtures/redaction/random.ts';
import { missesOf } from '#test/fixtures/redaction/recall.ts';

const sample = { count: 300, seed: 20261128 };

function named(plantings: readonly Planting[]) {
  return plantings.map((planting) => ({ name: planting.name, planting }));
}

describe('planted secrets of the test split', () => {
  it.each(named(criticalPlantings))('leaves nothing of any $name', ({ planting }) => {
    expect(missesOf(planting, 'test', sample)).toEqual([]);
  });

  it.each(named([...personalPlantings, ...addressPlantings]))('leaves at most one $name in two hundred', ({ planting }) => {
    expect(missesOf(planting, 'test', sample).slice(1)).toEqual([]);
  });

  it.each(named(loosePlantings))('leaves at most two of a hundred of class $name', ({ planting }) => {
    expect(missesOf(planting, 'test', sample).slice(6)).toEqual([]);
  });
});

describe('the measure itself', () => {
  it.each(named([...criticalPlantings, ...personalPlantings, ...loosePlantings, ...addressPlantings]))(
    'counts a $name as standing where nothing was found',
    ({ planting }) => {
      expect(leftStanding(planting.plant(openRandom(1), 'test'), [])).not.toBe('');
    },
  );
});
