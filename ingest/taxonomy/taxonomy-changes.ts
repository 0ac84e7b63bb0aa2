// Changing the taxonomy of a store: its state with the draft, saving and discarding a draft, trying it, putting it in force.
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { TaxonomyChanges, TaxonomyDraft, TaxonomyOrder, TaxonomyState } from '#db/model/taxonomy-change.ts';
import { findCategoryMoves, findTaxonomies, saveTaxonomy } from '#db/store/taxonomies.ts';
import { findTaxonomyDraft, removeTaxonomyDraft, type StoredDraft, saveTaxonomyDraft } from '#db/store/taxonomy-draft.ts';
import { readShippedTaxonomy } from '../scores/category.ts';
import { checkMoves, guessMoves } from './category-moves.ts';
import { diffTaxonomies } from './diff-taxonomies.ts';
import { findPastMoves } from './past-moves.ts';
import { cleanTaxonomy } from './prepare-taxonomy.ts';
import { readTaxonomy } from './read-taxonomy.ts';
import { readStoredTaxonomy, type Taxonomy } from './taxonomy.ts';
import { findTaxonomyRecords } from './taxonomy-card.ts';
import type { TaxonomyTrainer } from './taxonomy-trainer.ts';
import { tryDraft } from './try-draft.ts';

export type ChangeParts = { readonly db: Db; readonly clock: () => Instant; readonly trainer: TaxonomyTrainer };

/** A stored document, the shipped one where it is null. */
async function whole(document: unknown): Promise<Taxonomy> {
  return document === null ? await readShippedTaxonomy() : readStoredTaxonomy(document);
}

async function toDraft(db: Db, stored: StoredDraft, inForce: Taxonomy): Promise<TaxonomyDraft> {
  const [document, moves] = await Promise.all([whole(stored.document), findCategoryMoves(db)]);
  const { ofVersion, savedAt, savedBy } = stored;
  return {
    ...{ document, isShipped: stored.document === null, ofVersion, savedAt, savedBy },
    diff: diffTaxonomies(inForce, document),
    leaving: guessMoves(inForce, document, moves),
  };
}

async function readState(db: Db): Promise<TaxonomyState> {
  const [applied, records, moves, stored] = await Promise.all([
    findTaxonomies(db),
    findTaxonomyRecords(db),
    findCategoryMoves(db),
    findTaxonomyDraft(db),
  ]);
  const document = await whole(applied[0]?.document ?? null);
  const versions = records.map((record) => ({
    ...record,
    moves: moves.filter(({ version }) => version === record.version).map(({ was, becomes }) => ({ was, becomes })),
  }));
  return {
    version: applied[0]?.version ?? 0,
    isShipped: (applied[0]?.document ?? null) === null,
    document,
    versions,
    draft: stored === null ? null : await toDraft(db, stored, document),
  };
}

async function getDraft(db: Db): Promise<StoredDraft> {
  const stored = await findTaxonomyDraft(db);
  if (stored === null) throw new AppError('not_found', 'there is no draft');
  return stored;
}

async function applyDraft({ db, clock, trainer }: ChangeParts, { basedOn, savedAt, moves, by }: TaxonomyOrder) {
  const stored = await getDraft(db);
  if (stored.savedAt !== savedAt) throw new AppError('conflict', 'the draft was changed meanwhile; look at the differences again');
  const [applied, document] = await Promise.all([findTaxonomies(db), whole(stored.document)]);
  const checked = checkMoves(await whole(applied[0]?.document ?? null), document, moves);
  // Learned before the store is locked: it takes seconds, and the turn below refuses where another version came first.
  const taxonomy = stored.document === null ? null : document;
  const { model } = await trainer({ taxonomy, moves: await findPastMoves(db, document, checked), conversations: [] });
  const version = await saveTaxonomy(
    db,
    { document: stored.document, model, appliedAt: clock(), appliedBy: by },
    { leaves: document.leaves.map(({ id }) => id), moves: checked, basedOn },
  );
  await removeTaxonomyDraft(db);
  return { version, id: document.id };
}

export function openTaxonomyChanges(parts: ChangeParts): TaxonomyChanges {
  const { db, clock, trainer } = parts;
  return {
    read: () => readState(db),
    saveDraft: async ({ text, by }) => {
      const { taxonomy, faults } = readTaxonomy(text.replace(/^\uFEFF/, ''));
      if (taxonomy === null) return faults;
      const document = cleanTaxonomy(taxonomy).taxonomy;
      await saveTaxonomyDraft(db, { document, ofVersion: null, savedAt: clock(), savedBy: by });
      return [];
    },
    takeUp: async ({ version, by }) => {
      if ((await findTaxonomyDraft(db)) !== null) throw new AppError('conflict', 'there is a draft already; apply or discard it first');
      const found = (await findTaxonomies(db)).find((one) => one.version === version);
      if (found === undefined && version !== 0) throw new AppError('not_found', `no taxonomy version ${version}`);
      await saveTaxonomyDraft(db, { document: found?.document ?? null, ofVersion: version, savedAt: clock(), savedBy: by });
    },
    discard: () => removeTaxonomyDraft(db),
    tryDraft: async () => {
      const { document } = await getDraft(db);
      return await tryDraft(db, trainer, document === null ? null : readStoredTaxonomy(document));
    },
    apply: (order) => applyDraft(parts, order),
  };
}
