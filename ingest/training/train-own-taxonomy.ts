// Learns a company's own taxonomy from its keywords and its example sentences.
import { type Figures, figuresOf } from '../learn/figures.ts';
import { packCategoryModel } from '../scores/category-model.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { taxonomyExamples } from './category-examples.ts';
import { trainCategoryModel } from './category-trainer.ts';

export type TrainedTaxonomy = {
  /** Packed, in base 64. */
  readonly model: string;
  readonly examples: number;
  /** On examples that the model had not seen, each once; null where there are too few of them. */
  readonly figures: Figures | null;
};

const fewest = 10;

export function trainOwnTaxonomy(taxonomy: Taxonomy): TrainedTaxonomy {
  const examples = taxonomyExamples(taxonomy);
  const { model, unseen } = trainCategoryModel(taxonomy, examples, 'own');
  const figures =
    unseen.length < fewest
      ? null
      : figuresOf(
          unseen.map(({ truth }) => truth),
          unseen.map(({ said }) => said),
        );
  return { model: packCategoryModel(model).toString('base64'), examples: examples.length, figures };
}
