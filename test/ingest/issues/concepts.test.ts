// Concepts of a text: single words, beginnings of words, phrases, runs of Han characters.
import { expect, test } from 'vitest';
import { conceptLines } from '#ingest/issues/concept-words.ts';
import { readConcepts } from '#ingest/issues/concepts.ts';
import { readTokens } from '#ingest/taxonomy/tokens.ts';

const namesIn = (text: string) => readConcepts(readTokens(text)).map((concept) => conceptLines[concept]?.split(' ')[0]);

test('a phrase names its concept only where its words stand together and in order', () => {
  expect(namesIn('My top up is gone')).toContain('top-up');
  expect(namesIn('Up at the top')).not.toContain('top-up');
  expect(namesIn('The top of it, up there')).not.toContain('top-up');
});

test('the longest phrase decides, and its words keep what they mean alone', () => {
  const found = namesIn('I use apple pay');
  expect(found).toContain('mobile-wallet');
  expect(found).toContain('pay');
  expect(namesIn('I use apple')).not.toContain('mobile-wallet');
});

test('a phrase is one concept in every language that has it', () => {
  for (const text of ['nothing works after the update', 'plus rien depuis la mise à jour', 'seit dem Update geht nichts', '更新后打不开'])
    expect(namesIn(text)).toContain('after-update');
});

test('every concept has a name of its own, and its words are written as texts are read', () => {
  const names = conceptLines.map((line) => line.split(' ')[0]);
  expect(new Set(names).size).toBe(names.length);
  const unfolded = conceptLines.flatMap((line) =>
    line
      .split(' ')
      .slice(1)
      .filter((word) => /^[a-z_*]+$/i.test(word) && word !== word.toLowerCase()),
  );
  expect(unfolded).toEqual([]);
});
