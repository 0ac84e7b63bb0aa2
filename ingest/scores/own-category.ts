// A company's own taxonomy: learned from its own keywords and examples in a few seconds, once, when it is applied.

import { AppError } from '#db/model/errors.ts';
import { baseLanguage } from '#db/model/language.ts';
import type { CategoryScore } from '#db/model/score.ts';
import type { AppliedTaxonomy } from '#db/store/taxonomies.ts';
import { readStoredTaxonomy, type Taxonomy } from '../taxonomy/taxonomy.ts';
import { type CategoryReader, categoryScorerOf, openCategoryReader, openShippedCategoryReader, supported } from './category.ts';
import { unpackCategoryModel } from './category-model.ts';
import type { Scorer } from './scorer.ts';

type Applied = Pick<AppliedTaxonomy, 'document' | 'model' | 'version'>;

/** An edited copy of the shipped taxonomy speaks up where that does, and in the languages of its own words. */
function languagesOf({ leaves }: Taxonomy): ReadonlySet<string> {
  const own = leaves.flatMap(({ keywords, examples }) => [...Object.keys(keywords), ...Object.keys(examples)]);
  return new Set([...supported, ...own.map(baseLanguage)]);
}

/** Reads by a taxonomy that was applied to a store. What was learned from nothing says a category in any language, as nobody knows which ones its examples cover. */
function openOwnCategoryReader({ document, model, version }: Applied): CategoryReader {
  if (model === null) throw new AppError('internal', `taxonomy version ${version} has no model`);
  const taxonomy = readStoredTaxonomy(document);
  const learned = unpackCategoryModel(Buffer.from(model, 'base64'));
  const reader = openCategoryReader(taxonomy, learned, learned.base === null ? null : languagesOf(taxonomy));
  return { ...reader, version: `${taxonomy.id}-${version}-own` };
}

/** The scorer over a taxonomy that was applied to a store. */
export const openOwnCategoryScorer = (applied: Applied): Scorer<CategoryScore> => categoryScorerOf(openOwnCategoryReader(applied));

/** The reader by the taxonomy in force: the shipped one where none was applied, or where it was taken up again. */
export async function openCategoryReaderOf(taxonomy: Applied | null): Promise<CategoryReader> {
  return taxonomy === null || taxonomy.document === null ? await openShippedCategoryReader() : openOwnCategoryReader(taxonomy);
}
