// Where leaves go that a taxonomy takes away: guessed from what moved, and checked before anything is applied.
import type { VersionedMove } from '#db/facts/category-aliases.ts';
import { AppError } from '#db/model/errors.ts';
import type { CategoryMove } from '#db/model/taxonomy-change.ts';
import { diffTaxonomies } from './diff-taxonomies.ts';
import type { Taxonomy } from './taxonomy.ts';

/** Stands for conversations that belong nowhere, also where a taxonomy has no such leaf. */
export const elsewhere = 'other';

type Guess = { readonly was: Taxonomy['groups'][number]; readonly becomes: string | null };

/**
 * Every leaf that goes away: to where it was moved, else back to what became it (one leaf and no other), else null. `moves`: what earlier
 * versions took away.
 */
export function guessMoves(before: Taxonomy, after: Taxonomy, moves: readonly VersionedMove[]): Guess[] {
  const { moved, removed } = diffTaxonomies(before, after);
  const leaves = new Set(after.leaves.map(({ id }) => id));
  const back = (id: string): string | null => {
    const origins = [...new Set(moves.filter(({ was, becomes }) => becomes === id && leaves.has(was)).map(({ was }) => was))];
    return origins.length === 1 ? (origins[0] ?? null) : null;
  };
  const guesses = [
    ...moved.map(({ was, becomes }) => ({ was, becomes: becomes.id })),
    ...removed.map((was) => ({ was, becomes: back(was.id) })),
  ];
  return before.leaves.flatMap(({ id }) => guesses.filter(({ was }) => was.id === id));
}

const mostNamed = 5;

/** The moves that are meant, one for each leaf that goes away. Throws `invalid` where one is missing, comes twice, or leads nowhere. */
export function checkMoves(before: Taxonomy, after: Taxonomy, moves: readonly CategoryMove[]): CategoryMove[] {
  const leaves = new Set(after.leaves.map(({ id }) => id));
  const leaving = before.leaves.map(({ id }) => id).filter((id) => !leaves.has(id));
  const told = new Map(moves.map(({ was, becomes }) => [was, becomes]));
  if (told.size < moves.length) throw new AppError('invalid', 'moves: a category is named twice');
  for (const { was, becomes } of moves) {
    if (!leaving.includes(was)) throw new AppError('invalid', `moves: "${was.slice(0, 100)}" does not go away`);
    if (becomes !== elsewhere && !leaves.has(becomes))
      throw new AppError('invalid', `moves: "${was}" cannot become "${becomes.slice(0, 100)}", which is no leaf of the new taxonomy`);
  }
  const untold = leaving.filter((id) => !told.has(id));
  if (untold.length === 0) return leaving.map((was) => ({ was, becomes: told.get(was) ?? elsewhere }));
  const rest = untold.length > mostNamed ? ` and ${untold.length - mostNamed} more` : '';
  throw new AppError('invalid', `moves: nobody said what becomes of ${untold.slice(0, mostNamed).join(', ')}${rest}`);
}
