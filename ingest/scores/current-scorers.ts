// The scorers by the taxonomy and the taught models in force of a store, opened once and opened anew when others come into force.
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import { findLiveModels, getModelState } from '#db/store/learned-models.ts';
import { findTaxonomy, getTaxonomyVersion } from '#db/store/taxonomies.ts';
import type { Stages } from '../stages/run-stages.ts';
import type { Scorers } from './index.ts';

/** The scorers that judge what comes into this store now, in this thread. */
export async function openScorersOf(db: Db): Promise<Scorers> {
  // Imported late: whoever only opens a store should not wait for keyword lists and models.
  const { openScorers } = await import('./index.ts');
  return await openScorers(await findTaxonomy(db), await findLiveModels(db));
}

/** The stages for what comes into this store now, in a thread of their own. */
export async function openStagesOf(db: Db, keys: Keys): Promise<Stages> {
  const { openStagesInThread } = await import('../stages/stages-in-thread.ts');
  return openStagesInThread({ keys, taxonomy: await findTaxonomy(db), taught: await findLiveModels(db) });
}

/**
 * Gives what `open` opened until the taxonomy or a taught model of the store is another one: a server that runs for months has to notice
 * what was put in force on the command line. `leave` gets what is no longer given.
 */
export function currentOf<Opened>(
  db: Db,
  open: () => Promise<Opened>,
  leave: (old: Opened) => void = () => undefined,
): () => Promise<Opened> {
  let opened: { readonly version: string; readonly what: Promise<Opened> } | null = null;
  return async () => {
    const version = `${await getTaxonomyVersion(db)} ${await getModelState(db)}`;
    if (opened?.version !== version) {
      opened?.what.then(leave, () => undefined);
      opened = { version, what: open() };
    }
    try {
      return await opened.what;
    } catch (error) {
      opened = null;
      throw error;
    }
  };
}

/** The scorers in force, opened anew where others come into force. */
export const currentScorers = (db: Db): (() => Promise<Scorers>) => currentOf(db, () => openScorersOf(db));
