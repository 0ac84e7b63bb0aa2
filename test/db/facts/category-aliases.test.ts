// What former categories are now: chains, returns, and a category whose end nobody told.
import { describe, expect, it } from 'vitest';
import { categoryAliases } from '#db/facts/category-aliases.ts';

const move = (version: number, was: string, becomes: string) => ({ version, was, becomes });

describe('a former category', () => {
  it('is followed through all versions, in whichever order they are read', () => {
    const moves = [move(3, 'b', 'c'), move(2, 'a', 'b')];
    expect(categoryAliases(moves, ['c'])).toEqual([
      { was: 'a', becomes: 'c' },
      { was: 'b', becomes: 'c' },
    ]);
  });

  it('stands for itself where it came back, and for what became of it last where it went again', () => {
    const moves = [move(2, 'a', 'b'), move(3, 'b', 'a'), move(4, 'a', 'c')];
    expect(categoryAliases(moves.slice(0, 2), ['a'])).toEqual([{ was: 'b', becomes: 'a' }]);
    expect(categoryAliases(moves, ['c'])).toEqual([
      { was: 'a', becomes: 'c' },
      { was: 'b', becomes: 'c' },
    ]);
  });

  it('ends where nobody told what became of that', () => {
    expect(categoryAliases([move(2, 'a', 'b')], ['z'])).toEqual([{ was: 'a', becomes: 'b' }]);
    expect(categoryAliases([], ['z'])).toEqual([]);
  });
});
