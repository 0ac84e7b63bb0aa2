// Words met before, found by where they stand in a text: customers use the same few thousand over and over, and cutting each out is dear.

/** Where a word stands in a text. */
export type Place = { readonly from: number; readonly to: number };

const slotCount = 1 << 16;
const slotMask = slotCount - 1;

/** Words by number, counted from 0 in the order in which they came. */
export class WordTable {
  private readonly slots = new Uint16Array(slotCount);
  private readonly words: string[] = [];
  private hashes = new Int32Array(1024);

  /** Words that it holds. */
  get size(): number {
    return this.words.length;
  }

  /** The number of the word from one place of a text to another, whose hash is known; -1 where it has not come before. */
  find(text: string, place: Place, hash: number): number {
    const { from, to } = place;
    for (let slot = (hash ^ (hash >>> 16)) & slotMask; ; slot = (slot + 1) & slotMask) {
      const number = (this.slots[slot] ?? 0) - 1;
      if (number < 0) return -1;
      if (this.hashes[number] !== hash) continue;
      const word = this.words[number] ?? '';
      if (word.length !== to - from) continue;
      let at = 0;
      while (at < word.length && word.charCodeAt(at) === text.charCodeAt(from + at)) at += 1;
      if (at === word.length) return number;
    }
  }

  /** Takes in a word that it does not hold, and gives its number. The caller clears it before it holds half as many as it has slots for. */
  add(word: string, hash: number): number {
    const number = this.words.length;
    if (number === this.hashes.length) {
      const longer = new Int32Array(2 * number);
      longer.set(this.hashes);
      this.hashes = longer;
    }
    let slot = (hash ^ (hash >>> 16)) & slotMask;
    while ((this.slots[slot] ?? 0) > 0) slot = (slot + 1) & slotMask;
    this.slots[slot] = number + 1;
    this.hashes[number] = hash;
    this.words.push(word);
    return number;
  }

  clear(): void {
    this.slots.fill(0);
    this.words.length = 0;
  }
}

/** Words that a table may be left to hold. */
export const mostRemembered = 30_000;
