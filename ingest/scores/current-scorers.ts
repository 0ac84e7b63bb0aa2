// The scorers by the taxonomy and the taught models in force of a store, opened once and opened anew when others come into force.
import type { Db } from '#db/dialect/db.ts';
import { findLiveModels, getModelState } from '#db/store/learned-models.ts';
import { findTaxonomy, getTaxonomyVersion } from '#db/store/taxonomies.ts';
import type { Scorers } from './index.ts';

/** The scorers that judge what comes into this store now. */
export async function openScorersOf(db: Db): Promise<Scorers> {
  // Imported late: whoever only opens a store should not wait for keyword lists and models.
  const { openScorers } = await import('./index.ts');
  return await openScorers(await findTaxonomy(db), await findLiveModels(db));
}

/**
 * Gives the same scorers until the taxonomy or a taught model of the store is another one: a server that runs for months has to notice
 * what was put in force on the command line.
 */
export function currentScorers(db: Db): () => Promise<Scorers> {
  let opened: { readonly version: string; readonly scorers: Promise<Scorers> } | null = null;
  return async () => {
    const version = `${await getTaxonomyVersion(db)} ${await getModelState(db)}`;
    if (opened?.version !== version) opened = { version, scorers: openScorersOf(db) };
    try {
      return await opened.scorers;
    } catch (error) {
      opened = null;
      throw error;
    }
  };
}
