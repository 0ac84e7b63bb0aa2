// Which transaction of a store a piece of work runs in, told wherever that work leads.
import { AsyncLocalStorage } from 'node:async_hooks';

/** Transactions that work runs in, the innermost first; of one store or of several. */
type Link = { isOver: boolean; readonly outer: Link | undefined };

/**
 * One storage for all stores, since every promise of the process pays for each storage that was ever used: a process that opens and closes
 * stores all day would become slower and slower.
 */
const links = new AsyncLocalStorage<Link>();

/** What ended long ago is let go: work that begins other work without end would carry it all. */
function stillRunning(link: Link | undefined): Link | undefined {
  let found = link;
  while (found?.isOver === true) found = found.outer;
  return found;
}

export type Running<State> = {
  /** The state of the transaction that the calling work runs in; null outside of one, and where that is over. */
  readonly current: () => State | null;
  /** Does work in a transaction; it is over when the work has ended, however it did. */
  readonly run: <T>(state: State, work: () => Promise<T>) => Promise<T>;
};

/** The transactions of one store. */
export function openRunning<State extends object>(): Running<State> {
  const states = new WeakMap<Link, State>();
  return {
    current: () => {
      for (let link = links.getStore(); link !== undefined; link = link.outer) {
        const state = states.get(link);
        if (state !== undefined) return link.isOver ? null : state;
      }
      return null;
    },
    run: async (state, work) => {
      const link: Link = { isOver: false, outer: stillRunning(links.getStore()) };
      states.set(link, state);
      try {
        return await links.run(link, work);
      } finally {
        link.isOver = true;
      }
    },
  };
}
