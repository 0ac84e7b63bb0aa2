// Counts how often each number comes, for a few hundred numbers out of millions: a table small enough to stay in the cache.

const empty = 0xffffffff;

/** Numbers from 0 to 4,294,967,294. */
export class Tally {
  private keys = new Uint32Array(2048).fill(empty);
  /** By slot, how often its number came after the first time: most come once, and this is not looked at for them. */
  private repeats = new Uint32Array(2048);
  private used = new Uint32Array(1024);
  private mask = 2047;
  /** How many different numbers came. */
  size = 0;

  add(key: number): void {
    const { keys, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 16) & mask;
    while (keys[slot] !== empty) {
      if (keys[slot] === key) {
        this.repeats[slot] = (this.repeats[slot] ?? 0) + 1;
        return;
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    this.used[this.size] = slot;
    this.size += 1;
    if (this.size === this.used.length) this.grow();
  }

  /** The number that came as the nth, counted from 0. */
  keyAt(nth: number): number {
    return this.keys[this.used[nth] ?? 0] ?? 0;
  }

  /** How often it came. */
  countAt(nth: number): number {
    return (this.repeats[this.used[nth] ?? 0] ?? 0) + 1;
  }

  clear(): void {
    for (let nth = 0; nth < this.size; nth += 1) {
      const slot = this.used[nth] ?? 0;
      this.keys[slot] = empty;
      this.repeats[slot] = 0;
    }
    this.size = 0;
  }

  /** Never more than half full. */
  private grow(): void {
    const before = Array.from({ length: this.size }, (_, nth) => [this.keyAt(nth), this.countAt(nth)] as const);
    const length = 2 * this.keys.length;
    this.keys = new Uint32Array(length).fill(empty);
    this.repeats = new Uint32Array(length);
    this.used = new Uint32Array(length / 2);
    this.mask = length - 1;
    this.size = 0;
    for (const [key, count] of before) {
      this.add(key);
      this.repeats[this.used[this.size - 1] ?? 0] = count - 1;
    }
  }
}
