// Changing the taxonomy, opened with the first question: rules of redaction and readers of files are nothing that a server should wait for.
import type { TaxonomyChanges } from '#db/model/taxonomy-change.ts';
import type { ChangeParts } from './taxonomy-changes.ts';
import type { TaxonomyTrainer } from './taxonomy-trainer.ts';

/** `trainer`: default in a thread of its own. */
export function lateChanges(parts: Omit<ChangeParts, 'trainer'> & { readonly trainer?: TaxonomyTrainer | undefined }): TaxonomyChanges {
  let opened: Promise<TaxonomyChanges> | null = null;
  const open = async (): Promise<TaxonomyChanges> => {
    const [{ openTaxonomyChanges }, { openTaxonomyTrainer }] = await Promise.all([
      import('./taxonomy-changes.ts'),
      import('./taxonomy-trainer.ts'),
    ]);
    return openTaxonomyChanges({ ...parts, trainer: parts.trainer ?? openTaxonomyTrainer() });
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
