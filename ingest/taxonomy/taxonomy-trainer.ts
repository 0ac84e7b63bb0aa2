// The trainer of taxonomies beside the server: one job at a time in a thread of its own, given up where it takes too long.
import { AppError } from '#db/model/errors.ts';
import { runInThread } from '../thread/run-in-thread.ts';
import { type Trained, type TrainingJob, trainTaxonomy } from './train-taxonomy.ts';

/** `conflict` while another job runs, `unavailable` where it took longer than a minute and a half. */
export type TaxonomyTrainer = (job: TrainingJob) => Promise<Trained>;

const deadlineMs = 90_000;

const trainInThread: TaxonomyTrainer = (order) =>
  runInThread<Trained>({ name: 'learning', module: new URL('./worker.ts', import.meta.url), order, deadlineMs });

/** `inProcess` works in the calling thread (tests). */
export function openTaxonomyTrainer({ inProcess = false }: { readonly inProcess?: boolean } = {}): TaxonomyTrainer {
  const train = inProcess ? trainTaxonomy : trainInThread;
  let isBusy = false;
  return async (job) => {
    if (isBusy) throw new AppError('conflict', 'a taxonomy is being learned already; wait for the end');
    isBusy = true;
    try {
      return await train(job);
    } finally {
      isBusy = false;
    }
  };
}
