// A company's own taxonomy: read, checked, and learned from its own keywords and examples in a few seconds.
import { readFile } from 'node:fs/promises';
import { AppError } from '#db/model/errors.ts';
import type { CategoryScore } from '#db/model/score.ts';
import { parseTaxonomy } from '../taxonomy/taxonomy.ts';
import { taxonomyExamples } from '../training/category-examples.ts';
import { trainCategoryModel } from '../training/category-trainer.ts';
import { categoryScorerOf } from './category.ts';
import type { Scorer } from './scorer.ts';

/**
 * Opens a scorer over the taxonomy in a file, trained on what the file says. Throws `invalid` with file and leaf where the file is wrong,
 * `not_found` where it is missing.
 */
export async function openOwnCategoryScorer(fileName: string): Promise<Scorer<CategoryScore>> {
  const json = await readFile(fileName, 'utf8').catch((error: unknown) => {
    throw new AppError('not_found', `taxonomy ${fileName}: cannot be read`, error);
  });
  const taxonomy = parseTaxonomy(json, fileName);
  const { model } = trainCategoryModel(taxonomy, taxonomyExamples(taxonomy), 'own');
  return categoryScorerOf(taxonomy, model);
}
