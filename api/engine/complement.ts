// Complementary suppression: which further groups have to be hidden, so that no hidden one is a total less what is shown.

/** A group of an answer: what it is grouped by, and whether it is hidden for its own sake. `n` 0 hides nothing and is told of nobody. */
export type SuppressedCell = { readonly keys: readonly string[]; readonly n: number; readonly isHidden: boolean };

/** All groups with the same total: the whole answer, and with two keys each value of either, whose total another question tells. */
function linesOf(cells: readonly SuppressedCell[]): number[][] {
  const lines = new Map<string, number[]>();
  cells.forEach(({ keys, n }, at) => {
    if (n === 0) return;
    const names = keys.length < 2 ? ['all'] : ['all', ...keys.map((key, place) => `${place} ${key}`)];
    for (const name of names) {
      const line = lines.get(name);
      if (line === undefined) lines.set(name, [at]);
      else line.push(at);
    }
  });
  return [...lines.values()];
}

/**
 * Places of the groups to be hidden, those that are hidden for their own sake among them. In every line that hides something at least
 * two are hidden and what they tell together is no tale of few (`isFew` of their places); else the next smallest shown one is hidden
 * too, over and over until that holds everywhere (L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control, 2001,
 * chapter 8).
 */
export function hiddenCells(cells: readonly SuppressedCell[], isFew: (places: readonly number[]) => boolean): ReadonlySet<number> {
  const hidden = new Set(cells.flatMap(({ isHidden, n }, at) => (isHidden && n > 0 ? [at] : [])));
  const lines = linesOf(cells);
  for (let size = -1; size !== hidden.size; ) {
    size = hidden.size;
    for (const line of lines) {
      const shown = line.filter((at) => !hidden.has(at)).toSorted((a, b) => (cells[a]?.n ?? 0) - (cells[b]?.n ?? 0) || a - b);
      const inLine = line.filter((at) => hidden.has(at));
      if (inLine.length === 0) continue;
      for (const next of shown) {
        if (inLine.length > 1 && !isFew(inLine)) break;
        hidden.add(next);
        inLine.push(next);
      }
    }
  }
  return hidden;
}
