// Work that is begun while work before it ends: a few at a time, and what came of them is taken in their order.

export type Ahead = {
  /** `work` has begun; `settle` takes its result after those of all work before. Waits until fewer than `most` are under way; rejects where one failed. */
  readonly add: <Result>(work: Promise<Result>, settle: (result: Result) => Promise<void> | void) => Promise<void>;
  /** Waits for all that was begun. */
  readonly end: () => Promise<void>;
};

/** Of pages: one that is read, one that waits for it, and one that is stored. */
export const pagesAtOnce = 3;

/** Where one fails nothing behind it is settled, and the first failure is the one that is told. */
export function openAhead(most: number): Ahead {
  /** The settling of those that may be under way, the oldest first. */
  const settling: Promise<void>[] = [];
  return {
    add: async (work, settle) => {
      const earlier = settling.at(-1);
      const own = async () => {
        await earlier;
        await settle(await work);
      };
      const settled = own();
      // Told by whoever waits for it next; until then it is no failure that nobody took.
      work.catch(() => undefined);
      settled.catch(() => undefined);
      settling.push(settled);
      if (settling.length >= most) await settling.shift();
    },
    end: async () => {
      await settling.at(-1);
    },
  };
}
