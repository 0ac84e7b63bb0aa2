// What a taxonomy itself teaches: its example sentences, and its keywords as texts.
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { CategoryExample } from './category-trainer.ts';

/** Sentences of the taxonomy, and each keyword pattern as a text of its own, so that keywords weigh something from the first day. */
export function taxonomyExamples(taxonomy: Taxonomy): CategoryExample[] {
  return taxonomy.leaves.flatMap(({ id, examples, keywords }) => [
    ...Object.values(examples)
      .flat()
      .map((text) => ({ text, label: id, trust: 1 })),
    ...Object.values(keywords)
      .flat()
      .map((pattern) => ({ text: pattern.replaceAll(/\(([^|()]*)[^()]*\)/g, '$1').replaceAll(/[*.]+/g, ' '), label: id, trust: 0.3 })),
  ]);
}
