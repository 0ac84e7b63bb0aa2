// What was worked out of a text lately: where a long conversation comes message by message, the rest of it is not worked out again.

export type Memory<T> = {
  /** What `make` gave for the key, or gives now; what `isKept` refuses is worked out anew each time. */
  readonly recall: (key: string, make: () => T, isKept?: (made: T) => boolean) => T;
};

/** Holds the `most` entries that were asked for last. Keys may hold redacted text, never raw one. */
export function openMemory<T>(most: number): Memory<T> {
  const kept = new Map<string, { readonly made: T }>();
  return {
    recall: (key, make, isKept = () => true) => {
      const known = kept.get(key);
      const made = known === undefined ? make() : known.made;
      if (known === undefined && !isKept(made)) return made;
      // A map keeps the order of entering: whoever is asked for goes to its end.
      kept.delete(key);
      kept.set(key, known ?? { made });
      if (kept.size > most) for (const oldest of [...kept.keys()].slice(0, kept.size - most)) kept.delete(oldest);
      return made;
    },
  };
}
