// What is remembered of words and numbers gives what would be found anew.
import { expect, test } from 'vitest';
import { hashOf } from '#ingest/learn/hash.ts';
import { numberWords } from '#ingest/learn/number-words.ts';
import { Tally } from '#ingest/learn/tally.ts';
import { mostRemembered, WordTable } from '#ingest/learn/word-table.ts';

test('a tally counts thousands of numbers, in the order in which they came, and forgets them', () => {
  const tally = new Tally();
  const numbers = Array.from({ length: 5000 }, (_, at) => at * 65_536);
  for (const key of [...numbers, ...numbers.slice(0, 1500), 0]) tally.add(key);
  const counted = numbers.map((_, nth) => [tally.keyAt(nth), tally.countAt(nth)]);
  expect(counted).toEqual(numbers.map((key, nth) => [key, nth === 0 ? 3 : nth < 1500 ? 2 : 1]));
  tally.clear();
  tally.add(65_536);
  expect([tally.size, tally.keyAt(0), tally.countAt(0)]).toEqual([1, 65_536, 1]);
});

test('words are found by their place in a text, and told apart where their hash is the same', () => {
  const table = new WordTable();
  const text = 'refund, refunds';
  const [first, second] = [
    { from: 0, to: 6 },
    { from: 8, to: 15 },
  ];
  expect(table.find(text, first, 7)).toBe(-1);
  expect([table.add('refund', 7), table.add('refunds', 7)]).toEqual([0, 1]);
  expect([table.find(text, first, 7), table.find(text, second, 7), table.find(text, second, hashOf(text, 8, 15))]).toEqual([0, 1, -1]);
  table.clear();
  expect([table.size, table.find(text, first, 7)]).toEqual([0, -1]);
});

test('thousands of words are found again, each by its own letters', () => {
  const table = new WordTable();
  const words = Array.from({ length: 12_000 }, (_, at) => `w${at}`.repeat(1 + (at % 3)));
  // Hashes that many words share, as far as the table looks at them.
  const hashes = words.map((word, at) => (at % 2 === 0 ? hashOf(word, 0, word.length) : at % 97));
  words.forEach((word, at) => {
    expect(table.add(word, hashes[at] ?? 0)).toBe(at);
  });
  const found = words.map((word, at) => table.find(`(${word})`, { from: 1, to: 1 + word.length }, hashes[at] ?? 0));
  expect(found).toEqual([...words.keys()]);
  expect(table.find('w1w1', { from: 0, to: 2 }, hashes[1] ?? 0)).toBe(-1);
});

test('a word is met once, and once more only when so many came that all were forgotten', () => {
  const met: string[] = [];
  const lengths: number[] = [];
  const numberAt = numberWords((word, number) => {
    met.push(word);
    lengths[number] = word.length;
  });
  const all = (text: string) =>
    [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => lengths[numberAt(text, { from: index, to: index + word.length })]);
  expect(all('a refund, a refund')).toEqual([1, 7, 1, 6]);
  expect(met).toEqual(['a', 'refund,', 'refund']);
  all(Array.from({ length: mostRemembered - 3 }, (_, at) => `w${at}`).join(' '));
  expect([...all('a refund'), met.length]).toEqual([1, 6, mostRemembered]);
  all('one-more');
  expect([...all('a refund'), met.length]).toEqual([1, 6, mostRemembered + 3]);
});

test('a word that could not be read is asked about again', () => {
  const lengths: number[] = [];
  const numberAt = numberWords((word, number) => {
    lengths[number] = word.length;
    if (lengths.length === 1) throw new Error('the first');
  });
  const place = { from: 0, to: 6 };
  expect(() => numberAt('refund', place)).toThrow('the first');
  lengths.push(0);
  expect([numberAt('refund', place), lengths[0]]).toEqual([0, 6]);
});
