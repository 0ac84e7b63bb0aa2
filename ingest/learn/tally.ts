// Counts how often each number comes, for a few hundred numbers out of millions: a table small enough to stay in the cache.
import { longer } from './longer.ts';

const empty = 0xffffffff;
const fewestSlots = 2048;

/** Numbers from 0 to 4,294,967,294. */
export class Tally {
  private slots = new Uint32Array(fewestSlots).fill(empty);
  /** By slot, as which number its number came. */
  private nths = new Uint32Array(fewestSlots);
  // In the order in which they came: the numbers, and how often.
  private keys = new Uint32Array(fewestSlots / 2);
  private counts = new Uint32Array(fewestSlots / 2);
  /** How many different numbers came. */
  size = 0;

  add(key: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = slotOf(key, mask);
    for (let there = slots[slot]; there !== empty; there = slots[slot]) {
      if (there === key) {
        const nth = this.nths[slot] ?? 0;
        this.counts[nth] = (this.counts[nth] ?? 0) + 1;
        return;
      }
      slot = (slot + 1) & mask;
    }
    const { size } = this;
    slots[slot] = key;
    this.nths[slot] = size;
    this.keys[size] = key;
    this.counts[size] = 1;
    this.size = size + 1;
    if (2 * this.size === slots.length) this.grow();
  }

  /** The number that came as the nth, counted from 0. */
  keyAt(nth: number): number {
    return this.keys[nth] ?? 0;
  }

  /** How often it came. */
  countAt(nth: number): number {
    return this.counts[nth] ?? 0;
  }

  clear(): void {
    this.size = 0;
    // A long text leaves a large table behind, and to empty that would cost every short one after it more than a small one anew.
    if (this.slots.length > fewestSlots) this.slots = new Uint32Array(fewestSlots);
    this.slots.fill(empty);
  }

  /** Never more than half full. */
  private grow(): void {
    const length = 2 * this.slots.length;
    this.slots = new Uint32Array(length).fill(empty);
    if (this.nths.length < length) {
      this.nths = new Uint32Array(length);
      this.keys = longer(this.keys, new Uint32Array(length / 2));
      this.counts = longer(this.counts, new Uint32Array(length / 2));
    }
    const { keys } = this;
    const mask = length - 1;
    for (let nth = 0; nth < this.size; nth += 1) {
      let slot = slotOf(keys[nth] ?? 0, mask);
      while (this.slots[slot] !== empty) slot = (slot + 1) & mask;
      this.slots[slot] = keys[nth] ?? 0;
      this.nths[slot] = nth;
    }
  }
}

const slotOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 15) & mask;
