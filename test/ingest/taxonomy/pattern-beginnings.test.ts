// What patterns begin with, told from two characters, is what they begin with once they are read.
import { describe, expect, it } from 'vitest';
import { keywordsOf, readShippedTaxonomy } from '#ingest/scores/category.ts';
import { harmEn } from '#ingest/scores/harm-words/en.ts';
import { harmMore } from '#ingest/scores/harm-words/more.ts';
import { harmReasons } from '#ingest/scores/harm-words/words.ts';
import { harmZh } from '#ingest/scores/harm-words/zh.ts';
import { openKeywordIndex } from '#ingest/taxonomy/keyword-index.ts';
import { readPatternHeads } from '#ingest/taxonomy/pattern.ts';
import { beginningOf, beginningsOf } from '#ingest/taxonomy/pattern-beginnings.ts';
import { readTokens } from '#ingest/taxonomy/tokens.ts';

const read = (pattern: string): number[] => [...new Set(readPatternHeads(pattern).map(({ head }) => beginningOf(head[0]?.word ?? '')))];

describe('beginningsOf', () => {
  it.each([
    'fee',
    'Fee*',
    '(deposit*|withdraw*) .. stuck',
    '2fa',
    'a b|c',
    '.. gone',
    'élevé*',
    'ßa',
    "l'argent",
    '(沒|未) .. 到账',
    '錢',
    'а б',
    'ё',
    '24h',
  ])('tells what "%s" begins with', (pattern) => {
    const told = pattern.includes('|') && !pattern.includes('(') ? `(${pattern})` : pattern;
    expect(beginningsOf(told)).toEqual(read(told));
  });

  it('tells what each shipped pattern begins with', async () => {
    const shipped = keywordsOf(await readShippedTaxonomy(), { former: [] }).flat();
    const harm = [harmEn, harmZh, harmMore].flatMap((words) => harmReasons.flatMap((reason) => words.reasons[reason]));
    const all = [...shipped, ...harm];
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((pattern) => beginningsOf(pattern).toString() !== read(pattern).toString())).toEqual([]);
  });

  it('tells words with another beginning apart', () => {
    expect(beginningOf('fee')).toBe(beginningOf('fear'));
    expect(beginningOf('fee')).not.toBe(beginningOf('f'));
    expect(beginningOf('fee')).not.toBe(beginningOf('free'));
  });
});

describe('an index', () => {
  it('finds the same whichever words it was asked about before', () => {
    const patterns = [
      ['money .. gone', '(lost|gone) money'],
      ['mon*', 'gone'],
    ];
    const text = readTokens('my money is gone, gone money');
    const fresh = openKeywordIndex(patterns).find(text);
    const used = openKeywordIndex(patterns);
    for (const word of ['gone', 'monday', 'lost', 'else']) used.find(readTokens(word));
    expect(fresh.map(({ name, first, last }) => [name, first, last])).toEqual([
      [0, 1, 3],
      [1, 1, 1],
      [1, 3, 3],
      [1, 4, 4],
      [0, 4, 5],
      [1, 5, 5],
    ]);
    expect(used.find(text)).toEqual(fresh);
  });
});
