// Comments that were stored before they were searched, made findable behind a server that has started.
import type { Logger } from 'pino';
import type { Db } from '#db/open.ts';
import { indexOldComments } from '#db/store/search-entries.ts';
import type { Repeating } from './repeating.ts';

/** Once for each store, a hundred conversations to a transaction. A stop leaves the rest for the next start. */
export function indexComments({ db, log }: { readonly db: Db; readonly log: Logger }): Repeating {
  const leaving = new AbortController();
  const working = indexOldComments(db, leaving.signal)
    .then((n) => {
      if (n > 0) log.info({ conversations: n }, 'comments on ratings are searched from now on');
    })
    .catch((error: unknown) => {
      if (!leaving.signal.aborted) log.error({ err: error }, 'comments on ratings could not be made findable');
    });
  return {
    stop: async () => {
      leaving.abort();
      await working;
    },
  };
}
