// Names as small numbers: every value of a dimension is stored once and rows hold its code.

/** How "not set" is called in filters, groups and lists. */
export const none = 'none';

/** Code 0 is always `none`. */
export class Dictionary {
  readonly names: string[] = [none];
  private readonly codes = new Map<string, number>([[none, 0]]);

  /** The code of a name, new names getting the next one; null is `none`. */
  codeOf(name: string | null): number {
    const key = name ?? none;
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    const code = this.names.length;
    this.names.push(key);
    this.codes.set(key, code);
    return code;
  }

  /** The code of a name that may never have occurred; null then. */
  find(name: string): number | null {
    return this.codes.get(name) ?? null;
  }

  nameOf(code: number): string {
    return this.names[code] ?? none;
  }

  /** Takes up names that were saved, by code, in a dictionary that has none yet but `none`. */
  restore(names: readonly string[]): void {
    for (const name of names) this.codeOf(name);
  }

  get size(): number {
    return this.names.length;
  }
}
