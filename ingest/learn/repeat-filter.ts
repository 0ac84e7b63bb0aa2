// Tells which of many numbers may have come more than once: two bits for each of 65,536 places, which stay at hand where a table would not.

const placeBits = 16;

/** Numbers that share a place are taken for one another: what it lets through has to be counted exactly. */
export class RepeatFilter {
  private readonly seen = new Int32Array(1 << (placeBits - 5));
  private readonly again = new Int32Array(1 << (placeBits - 5));

  clear(): void {
    this.seen.fill(0);
    this.again.fill(0);
  }

  note(key: number): void {
    const place = Math.imul(key, 0x9e3779b1) >>> (32 - placeBits);
    const [at, bit] = [place >>> 5, 1 << (place & 31)];
    const before = this.seen[at] ?? 0;
    // Reckoned, not asked: which number comes again cannot be foretold.
    this.again[at] = (this.again[at] ?? 0) | (before & bit);
    this.seen[at] = before | bit;
  }

  /** Whether a number that was noted may have been noted before or after. */
  mayRepeat(key: number): boolean {
    const place = Math.imul(key, 0x9e3779b1) >>> (32 - placeBits);
    return (((this.again[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }
}
