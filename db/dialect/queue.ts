// A queue of one: tasks run one after the other, in the order in which they came.

export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/** A task that throws rejects its own promise only; the next one runs all the same. */
export function openQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return async (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return await result;
  };
}
