// A company's own taxonomy: learned from its own keywords and examples in a few seconds, once, when it is applied.
import { AppError } from '#db/model/errors.ts';
import type { CategoryScore } from '#db/model/score.ts';
import type { AppliedTaxonomy } from '#db/store/taxonomies.ts';
import { readStoredTaxonomy } from '../taxonomy/taxonomy.ts';
import { type CategoryReader, categoryScorerOf, openCategoryReader, openShippedCategoryReader } from './category.ts';
import { unpackCategoryModel } from './category-model.ts';
import type { Scorer } from './scorer.ts';

type Applied = Pick<AppliedTaxonomy, 'document' | 'model' | 'version'>;

/** Reads by a taxonomy that was applied to a store; it says a category in any language, as nobody knows which ones its examples cover. */
function openOwnCategoryReader({ document, model, version }: Applied): CategoryReader {
  if (model === null) throw new AppError('internal', `taxonomy version ${version} has no model`);
  const taxonomy = readStoredTaxonomy(document);
  const reader = openCategoryReader(taxonomy, unpackCategoryModel(Buffer.from(model, 'base64')), null);
  return { ...reader, version: `${taxonomy.id}-${version}-own` };
}

/** The scorer over a taxonomy that was applied to a store. */
export const openOwnCategoryScorer = (applied: Applied): Scorer<CategoryScore> => categoryScorerOf(openOwnCategoryReader(applied));

/** The reader by the taxonomy in force: the shipped one where none was applied, or where it was taken up again. */
export async function openCategoryReaderOf(taxonomy: Applied | null): Promise<CategoryReader> {
  return taxonomy === null || taxonomy.document === null ? await openShippedCategoryReader() : openOwnCategoryReader(taxonomy);
}
