// Changing the taxonomy, opened with the first question: rules of redaction and readers of files are nothing that a server should wait for.
import type { TaxonomyChanges } from '#db/model/taxonomy-change.ts';
import type { Learning } from './open-learning.ts';
import type { ChangeParts } from './taxonomy-changes.ts';

/** `learning`: default in a thread of its own. */
export function lateChanges(parts: Omit<ChangeParts, 'learning'> & { readonly learning?: Learning | undefined }): TaxonomyChanges {
  let opened: Promise<TaxonomyChanges> | null = null;
  const open = async (): Promise<TaxonomyChanges> => {
    const [{ openTaxonomyChanges }, { openLearning }] = await Promise.all([import('./taxonomy-changes.ts'), import('./open-learning.ts')]);
    return openTaxonomyChanges({ ...parts, learning: parts.learning ?? openLearning() });
  };
  const changes = () => {
    opened ??= open();
    return opened;
  };
  return {
    read: async () => await (await changes()).read(),
    saveDraft: async (given) => await (await changes()).saveDraft(given),
    takeUp: async (given) => await (await changes()).takeUp(given),
    discard: async () => await (await changes()).discard(),
    tryDraft: async () => await (await changes()).tryDraft(),
    apply: async (order) => await (await changes()).apply(order),
  };
}
