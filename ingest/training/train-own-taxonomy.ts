// Learns a company's own taxonomy from its keywords and its example sentences; an edited copy of the shipped one keeps what the shipped model knows.
import type { CategoryMove } from '#db/model/taxonomy-change.ts';
import { type Figures, figuresOf } from '../learn/figures.ts';
import { readShippedCategory } from '../scores/category.ts';
import { packCategoryModel } from '../scores/category-model.ts';
import { inheritFrom } from '../taxonomy/inherit.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { taxonomyExamples } from './category-examples.ts';
import { type TrainedCategory, trainCategoryModel } from './category-trainer.ts';
import { graftCategoryModel } from './graft-category.ts';

export type TrainedTaxonomy = {
  /** Packed, in base 64. */
  readonly model: string;
  readonly examples: number;
  /** Leaves that the shipped model goes on serving; 0 where everything was learned from its own words. */
  readonly inherited: number;
  /** On examples that the model had not seen, each once: of an edited copy its new ones alone. Null where there are too few of them. */
  readonly figures: Figures | null;
};

const fewest = 10;

/** From its own keywords and examples, and from nothing else. */
export function trainOwnTaxonomy(taxonomy: Taxonomy): TrainedTaxonomy {
  const examples = taxonomyExamples(taxonomy);
  return toTrained(trainCategoryModel(taxonomy, examples, 'own'), examples.length, 0);
}

function toTrained({ model, unseen }: TrainedCategory, examples: number, inherited: number): TrainedTaxonomy {
  const figures =
    unseen.length < fewest
      ? null
      : figuresOf(
          unseen.map(({ truth }) => truth),
          unseen.map(({ said }) => said),
        );
  return { model: packCategoryModel(model).toString('base64'), examples, inherited, figures };
}

/**
 * On top of the shipped model where it is an edited copy of the shipped taxonomy, else from its own words. `moves`: what leaves that
 * are gone have become.
 */
export async function learnTaxonomy(taxonomy: Taxonomy, moves: readonly CategoryMove[] = []): Promise<TrainedTaxonomy> {
  const shipped = await readShippedCategory();
  const inheritance = inheritFrom(shipped.taxonomy, taxonomy, moves);
  if (inheritance === null) return trainOwnTaxonomy(taxonomy);
  const inherited = inheritance.planes.filter((plane) => plane >= 0).length;
  return toTrained(graftCategoryModel(taxonomy, shipped, inheritance), taxonomyExamples(taxonomy).length, inherited);
}
