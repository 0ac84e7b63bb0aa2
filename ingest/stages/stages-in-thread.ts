// The stages in a thread of their own: reading a page takes seconds, and neither the store nor anybody who asks the server waits for it.
import type { Keys } from '#db/keys.ts';
import type { AppliedTaxonomy } from '#db/store/taxonomies.ts';
import type { TaughtModels } from '../scores/index.ts';
import { keepThread } from '../thread/keep-thread.ts';
import type { Prepared, StageOrder, Stages } from './run-stages.ts';

/** All that the thread is opened with: it has no store. */
export type StagesStart = { readonly keys: Keys; readonly taxonomy: AppliedTaxonomy | null; readonly taught: TaughtModels };
export type StageQuestion = { readonly open: readonly string[] } | { readonly run: StageOrder };

/** Models are read in the thread, with the first page. Where the thread fails the page does, and the next one begins it anew. */
export function openStagesInThread(order: StagesStart): Stages {
  const thread = keepThread<StageQuestion, Prepared>({
    name: 'reading',
    module: new URL('./stages-worker.ts', import.meta.url),
    order,
  });
  return {
    open: async (languages) => {
      await thread.ask({ open: languages });
    },
    run: (asked) => thread.ask({ run: asked }),
    retire: thread.retire,
    close: thread.close,
  };
}
