// A company's own taxonomy: learned from its own keywords and examples in a few seconds, once, when it is applied.
import { AppError } from '#db/model/errors.ts';
import type { CategoryScore } from '#db/model/score.ts';
import type { AppliedTaxonomy } from '#db/store/taxonomies.ts';
import { readStoredTaxonomy } from '../taxonomy/taxonomy.ts';
import { categoryScorerOf } from './category.ts';
import { unpackCategoryModel } from './category-model.ts';
import type { Scorer } from './scorer.ts';

/** The scorer over a taxonomy that was applied to a store; it says a category in any language, as nobody knows which ones its examples cover. */
export function openOwnCategoryScorer({
  document,
  model,
  version,
}: Pick<AppliedTaxonomy, 'document' | 'model' | 'version'>): Scorer<CategoryScore> {
  if (model === null) throw new AppError('internal', `taxonomy version ${version} has no model`);
  const taxonomy = readStoredTaxonomy(document);
  return {
    ...categoryScorerOf(taxonomy, unpackCategoryModel(Buffer.from(model, 'base64')), null),
    version: `${taxonomy.id}-${version}-own`,
  };
}
