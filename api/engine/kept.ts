// Answers that are remembered by their key: so many of them, those that were used last.

export type Kept<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  clear(): void;
};

/** What is remembered under a key, made where nothing is. */
export function keptOr<Value>(values: Kept<Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  values.set(key, made);
  return made;
}

/** `keptOr` of what takes a while: two who ask at once wait for the same, and what failed is made anew for the next one. */
export function keptOrBegun<Value>(values: Kept<Promise<Value>>, key: string, begin: () => Promise<Value>): Promise<Value> {
  return keptOr(values, key, () => {
    const begun = begin();
    begun.catch(() => values.delete(key));
    return begun;
  });
}

/** Remembers `most` values; beyond them the one that was not used for longest goes. */
export function openKept<Value>(most: number): Kept<Value> {
  const values = new Map<string, Value>();
  const set = (key: string, value: Value): void => {
    values.delete(key);
    values.set(key, value);
    for (const oldest of values.keys()) {
      if (values.size <= most) break;
      values.delete(oldest);
    }
  };
  return {
    get(key) {
      const known = values.get(key);
      if (known !== undefined) set(key, known);
      return known;
    },
    set,
    delete: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}
