// What former categories are now: the moves of all versions followed to a leaf that is in force.
import type { CategoryMove } from '../model/taxonomy-change.ts';

export type VersionedMove = CategoryMove & { readonly version: number };

/**
 * For every category that was ever moved away and is not in force: what it is now. One that came back, as a roll back brings it, stands
 * for itself again. `becomes` may be a category that is gone where a later version did not say what became of that.
 *
 * @example categoryAliases([{ version: 2, was: 'a', becomes: 'b' }, { version: 3, was: 'b', becomes: 'c' }], ['c']);
 * // [{ was: 'a', becomes: 'c' }, { was: 'b', becomes: 'c' }]
 */
export function categoryAliases(moves: readonly VersionedMove[], leaves: readonly string[]): CategoryMove[] {
  const inForce = new Set(leaves);
  const ordered = moves.toSorted((a, b) => a.version - b.version);
  const gone = [...new Set(ordered.map(({ was }) => was))].filter((was) => !inForce.has(was));
  return gone.toSorted().map((was) => ({ was, becomes: followed(was, ordered, inForce) }));
}

function followed(was: string, ordered: readonly VersionedMove[], inForce: ReadonlySet<string>): string {
  // Its last life counts: what it became before it came back is over.
  let step = ordered.findLast((move) => move.was === was);
  let now = was;
  while (step !== undefined) {
    const { version, becomes } = step;
    now = becomes;
    step = inForce.has(now) ? undefined : ordered.find((move) => move.was === now && move.version > version);
  }
  return now;
}
