// The filter for numbers that come again: it lets through every one that does, and hardly any that does not.
import { expect, it } from 'vitest';
import { RepeatFilter } from '#ingest/learn/repeat-filter.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';

const random = seededRandom(7);
const drawn = (count: number): number[] => Array.from({ length: count }, () => Math.floor(random() * 4_000_000));

it('lets through what came again, and of five hundred numbers that came once hardly one', () => {
  const filter = new RepeatFilter();
  let passed = 0;
  for (let round = 0; round < 50; round += 1) {
    const numbers = [...new Set(drawn(520))];
    const [again, once] = [numbers.slice(0, 20), numbers.slice(20)];
    filter.clear();
    for (const number of [...numbers, ...again]) filter.note(number);
    expect(again.every((number) => filter.mayRepeat(number))).toBe(true);
    passed += once.filter((number) => filter.mayRepeat(number)).length / once.length;
  }
  expect(passed / 50).toBeLessThan(0.03);
});

it('has forgotten a text when the next one begins', () => {
  const filter = new RepeatFilter();
  const numbers = drawn(100);
  for (const number of numbers) filter.note(number);
  filter.clear();
  for (const number of new Set(numbers)) filter.note(number);
  expect([...new Set(numbers)].filter((number) => filter.mayRepeat(number)).length).toBeLessThan(3);
});
