// Versions of calendars and promises: which one holds on a day, which come later, and what a new one would mean.

export type Versioned = { readonly version: number; readonly validFrom: string | null };

/** In the order in which they begin; of two that begin together only the higher number ever holds, and stands last. */
export function byBegin<T extends Versioned>(versions: readonly T[]): T[] {
  return [...versions].sort((a, b) => {
    const [from, other] = [a.validFrom ?? '', b.validFrom ?? ''];
    return from === other ? a.version - b.version : from < other ? -1 : 1;
  });
}

/** The version that holds on a day; null where none had begun. */
export function versionOn<T extends Versioned>(versions: readonly T[], day: string): T | null {
  return byBegin(versions).findLast((one) => one.validFrom === null || one.validFrom <= day) ?? null;
}

/** The number that the next version has to be based on. */
export function latestNumber(versions: readonly Versioned[]): number {
  return Math.max(0, ...versions.map((one) => one.version));
}

export type VersionState = 'past' | 'now' | 'later' | 'replaced';
export type VersionSpan<T> = {
  readonly version: T;
  readonly state: VersionState;
  /** The first day on which another one holds; null for the last. */
  readonly until: string | null;
};

/** Every version with the time in which it holds, latest begin first. `replaced`: another one began on the same day and holds instead. */
export function spansOf<T extends Versioned>(versions: readonly T[], today: string): VersionSpan<T>[] {
  const ordered = byBegin(versions);
  const holding = versionOn(versions, today);
  return ordered
    .map((version, place): VersionSpan<T> => {
      const next = ordered[place + 1] ?? null;
      const until = next?.validFrom ?? null;
      if (next !== null && next.validFrom === version.validFrom) return { version, state: 'replaced', until };
      const isLater = version.validFrom !== null && version.validFrom > today;
      return { version, state: version === holding ? 'now' : isLater ? 'later' : 'past', until };
    })
    .reverse();
}

/** The one that would take over again after a version that begins on a day; null where the new one would stay the last. */
export function nextAfter<T extends Versioned>(versions: readonly T[], day: string): T | null {
  return byBegin(versions).find((one) => one.validFrom !== null && one.validFrom > day) ?? null;
}

/** The one that a new version beginning on a day would replace for good, as both begin together; null where none does. */
export function replacedOn<T extends Versioned>(versions: readonly T[], day: string): T | null {
  return versions.find((one) => one.validFrom === day) ?? null;
}
