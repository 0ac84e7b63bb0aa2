// The latest value of a promise that is asked again and again: the old value stays, dimmed, until the new one is there.

export type Latest<T> = {
  readonly value: T | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
};

/** Follows `source`, a getter that reads reactive state. A promise that was overtaken by a newer one is ignored. Null: nothing to ask. */
export function latest<T>(source: () => Promise<T> | null): Latest<T> {
  let value = $state.raw<T | undefined>();
  let error = $state.raw<unknown>();
  let isLoading = $state(true);

  $effect(() => {
    const promise = source();
    let isCurrent = true;
    if (promise === null) {
      value = undefined;
      error = undefined;
      isLoading = false;
      return;
    }
    isLoading = true;
    promise.then(
      (found) => {
        if (!isCurrent) return;
        value = found;
        error = undefined;
        isLoading = false;
      },
      (problem: unknown) => {
        if (!isCurrent) return;
        error = problem;
        isLoading = false;
      },
    );
    return () => {
      isCurrent = false;
    };
  });

  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get isLoading() {
      return isLoading;
    },
  };
}
