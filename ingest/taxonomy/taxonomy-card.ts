// The taxonomy in force with its names, and the names of what was in force before, for screens and lists.
import type { Db } from '#db/dialect/db.ts';
import type { TaxonomyCard, TaxonomyEntry, TaxonomyRecord } from '#db/model/scoring-desk.ts';
import { findTaxonomies, getTaxonomyVersion } from '#db/store/taxonomies.ts';
import { readShippedTaxonomy } from '../scores/category.ts';
import { readStoredTaxonomy, type Taxonomy } from './taxonomy.ts';

function entriesOf({ groups, leaves }: Taxonomy): TaxonomyEntry[] {
  return [...groups, ...leaves].map(({ id, names }) => ({ id, names }));
}

async function readCard(db: Db): Promise<TaxonomyCard> {
  const [applied, shipped] = await Promise.all([findTaxonomies(db), readShippedTaxonomy()]);
  const taxonomies = applied.map(({ document }) => (document === null ? shipped : readStoredTaxonomy(document)));
  const [current = shipped, ...earlier] = taxonomies;
  const former = new Map<string, TaxonomyEntry>();
  // Oldest first, so that the latest name of an id wins.
  for (const taxonomy of [shipped, ...earlier.toReversed()]) for (const entry of entriesOf(taxonomy)) former.set(entry.id, entry);
  for (const { id } of entriesOf(current)) former.delete(id);
  return {
    id: current.id,
    version: applied[0]?.version ?? 0,
    isShipped: current === shipped,
    groups: current.groups.map(({ id, names }) => ({ id, names })),
    leaves: current.leaves.map(({ id, names, definitions }) => ({ id, names, definitions })),
    former: [...former.values()],
  };
}

/** Reads the card once for every taxonomy that comes into force: the shipped file alone is a tenth of a megabyte. */
export function openTaxonomyCard(db: Db): () => Promise<TaxonomyCard> {
  let read: { readonly version: number; readonly card: Promise<TaxonomyCard> } | null = null;
  return async () => {
    const version = await getTaxonomyVersion(db);
    if (read?.version !== version) read = { version, card: readCard(db) };
    return await read.card;
  };
}

export async function findTaxonomyRecords(db: Db): Promise<TaxonomyRecord[]> {
  const [applied, shipped] = await Promise.all([findTaxonomies(db), readShippedTaxonomy()]);
  return applied.map(({ version, document, appliedAt, appliedBy }) => {
    const { id, leaves } = document === null ? shipped : readStoredTaxonomy(document);
    return { version, id, isShipped: document === null, leaves: leaves.length, appliedAt, appliedBy };
  });
}
