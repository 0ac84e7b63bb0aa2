// Complementary suppression: whatever is hidden cannot be worked out from what is shown, whatever the groups are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenCells, type SuppressedCell } from '#api/engine/complement.ts';

const fewest = 5;
const isFewOf = (cells: readonly SuppressedCell[]) => (places: readonly number[]) =>
  places.reduce((sum, at) => sum + (cells[at]?.n ?? 0), 0) < fewest;
const hide = (cells: readonly SuppressedCell[]) => hiddenCells(cells, isFewOf(cells));
const cell = (keys: readonly string[], n: number): SuppressedCell => ({ keys, n, isHidden: n > 0 && n < fewest });

/** Totals that somebody knows: of everything, and of each value of each key. */
function knownSums(cells: readonly SuppressedCell[]): number[][] {
  const all = cells.flatMap(({ n }, at) => (n > 0 ? [at] : []));
  const keys = cells[0]?.keys.length ?? 0;
  if (keys < 2) return [all];
  const values = [0, 1].flatMap((place) => [...new Set(cells.map((one) => one.keys[place]))].map((value) => ({ place, value })));
  return [all, ...values.map(({ place, value }) => all.filter((at) => cells[at]?.keys[place] === value))];
}

/** Hidden cells that the totals less what is shown give away, by themselves or as a sum about few; found as an attacker would. */
function givenAway(cells: readonly SuppressedCell[], hidden: ReadonlySet<number>): number[][] {
  return knownSums(cells)
    .map((line) => line.filter((at) => hidden.has(at)))
    .filter((rest) => rest.length === 1 || (rest.length > 0 && isFewOf(cells)(rest)));
}

const flat = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 }).map((ns) => ns.map((n, at) => cell([`g${at}`], n)));
const crossed = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: rows * columns, maxLength: rows * columns })
      .map((ns) => ns.map((n, at) => cell([`r${Math.floor(at / columns)}`, `c${at % columns}`], n))),
  );

describe('complementary suppression', () => {
  it('leaves no hidden group that is a total less what is shown, unless nothing is left to hide beside it', () => {
    for (const groups of [flat, crossed])
      fc.assert(
        fc.property(groups, (cells) => {
          const hidden = hide(cells);
          // A line without a shown cell gives its total away and nothing can be done there: that total is one about few, which its own answer hides.
          const open = givenAway(cells, hidden).filter((rest) => {
            const line = knownSums(cells).find(
              (one) => rest.every((at) => one.includes(at)) && one.every((at) => hidden.has(at) === rest.includes(at)),
            );
            return line === undefined || line.length > rest.length;
          });
          expect(open).toEqual([]);
        }),
        { seed: 7, numRuns: 400 },
      );
  });

  it('would be caught if only the small groups were hidden: the control', () => {
    const cells = [cell(['a'], 3), cell(['b'], 20), cell(['c'], 9)];
    const alone = new Set([0]);
    expect([givenAway(cells, alone), givenAway(cells, hide(cells))]).toEqual([[[0]], []]);
  });

  it('hides the next smallest beside one, and no more than it has to', () => {
    expect([...hide([cell(['a'], 3), cell(['b'], 20), cell(['c'], 9)])]).toEqual([0, 2]);
    expect([...hide([cell(['a'], 3), cell(['b'], 20), cell(['c'], 4)])].toSorted()).toEqual([0, 2]);
    expect([...hide([cell(['a'], 1), cell(['b'], 20), cell(['c'], 2)])].toSorted()).toEqual([0, 1, 2]);
    expect([...hide([cell(['a'], 0), cell(['b'], 20), cell(['c'], 9)])]).toEqual([]);
  });

  it('hides every group that is hidden for its own sake', () => {
    fc.assert(
      fc.property(crossed, (cells) => {
        const hidden = hide(cells);
        expect(cells.flatMap(({ isHidden }, at) => (isHidden && !hidden.has(at) ? [at] : []))).toEqual([]);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
