// A value that waits until somebody stops typing.

/** Follows `source`, a getter that reads reactive state, once it has been still for `ms`. The first value comes at once. */
export function debounced<T>(source: () => T, ms: number): { readonly current: T } {
  let current = $state.raw(source());
  $effect(() => {
    const next = source();
    const timer = setTimeout(() => {
      current = next;
    }, ms);
    return () => clearTimeout(timer);
  });
  return {
    get current() {
      return current;
    },
  };
}
