// What categories that are gone have become by now, for a taxonomy that is about to be learned.
import type { Db } from '#db/dialect/db.ts';
import { categoryAliases } from '#db/facts/category-aliases.ts';
import type { CategoryMove } from '#db/model/taxonomy-change.ts';
import { findCategoryMoves } from '#db/store/taxonomies.ts';
import type { Taxonomy } from './taxonomy.ts';

/** `told`: the moves that are to come with it, after all earlier ones. */
export async function findPastMoves(db: Db, { leaves }: Taxonomy, told: readonly CategoryMove[] = []): Promise<CategoryMove[]> {
  const past = await findCategoryMoves(db);
  const next = told.map((move) => ({ ...move, version: Number.POSITIVE_INFINITY }));
  return categoryAliases(
    [...past, ...next],
    leaves.map(({ id }) => id),
  );
}
