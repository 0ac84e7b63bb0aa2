// Words met before, found by where they stand in a text: customers use the same few thousand over and over, and cutting each out is dear.
import { longer } from './longer.ts';

/** Where a word stands in a text. */
export type Place = { readonly from: number; readonly to: number };

const fewestSlots = 1 << 12;
const mostSlots = 1 << 16;

/**
 * Words by number, counted from 0 in the order in which they came; at most 65,535. Letters lie one behind the other and slots are few at first:
 * whoever looks up a word waits for the memory more than for anything else, so that little of it has to be touched.
 */
export class WordTable {
  /** The number of the word and one in the lower half, 0 where there is none; half of its hash in the upper one. */
  private slots = new Uint32Array(fewestSlots);
  private hashes = new Int32Array(1024);
  /** By word, where its letters begin; they end where those of the next begin. */
  private starts = new Uint32Array(1025);
  private letters = new Uint16Array(8192);
  /** Words that it holds. */
  size = 0;

  /** The number of the word from one place of a text to another, whose hash is known; -1 where it has not come before. */
  find(text: string, { from, to }: Place, hash: number): number {
    const { slots, starts, letters } = this;
    const mask = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 16)) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? 0;
      if (entry === 0) return -1;
      if ((entry ^ hash) >>> 16 !== 0) continue;
      const number = (entry & 0xffff) - 1;
      const start = starts[number] ?? 0;
      if ((starts[number + 1] ?? 0) - start !== to - from) continue;
      let at = from;
      while (at < to && letters[start + at - from] === text.charCodeAt(at)) at += 1;
      if (at === to) return number;
    }
  }

  /** Takes in a word that it does not hold, and gives its number. */
  add(word: string, hash: number): number {
    const number = this.size;
    if (2 * number >= this.slots.length && this.slots.length < mostSlots) this.spread(2 * this.slots.length);
    if (number === this.hashes.length) {
      this.hashes = longer(this.hashes, new Int32Array(2 * number));
      this.starts = longer(this.starts, new Uint32Array(2 * number + 1));
    }
    const start = this.starts[number] ?? 0;
    const end = start + word.length;
    if (end > this.letters.length) this.letters = longer(this.letters, new Uint16Array(2 * end));
    for (let at = 0; at < word.length; at += 1) this.letters[start + at] = word.charCodeAt(at);
    this.starts[number + 1] = end;
    this.hashes[number] = hash;
    this.settle(number, hash);
    this.size += 1;
    return number;
  }

  clear(): void {
    this.slots.fill(0);
    this.size = 0;
  }

  /** Puts a word into the first free slot from its own on. */
  private settle(number: number, hash: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    while ((slots[slot] ?? 0) > 0) slot = (slot + 1) & mask;
    slots[slot] = (hash & 0xffff0000) | (number + 1);
  }

  private spread(count: number): void {
    this.slots = new Uint32Array(count);
    for (let number = 0; number < this.size; number += 1) this.settle(number, this.hashes[number] ?? 0);
  }
}

/** Words that a table may be left to hold. */
export const mostRemembered = 30_000;
