// Values dealt out to buckets in ascending order, so that single ranks can be read exactly without sorting everything.

/** Durations beyond this many powers of two (280 years in milliseconds) share the last bucket. */
const octaves = 43;

/** The exponent of 1 in the 32-bit float form: everything below 1 is 0 or shares its bucket. */
const exponentOfOne = 127;

/** How many low bits of the 23-bit mantissa are dropped for `n` values: one bucket for a handful, 128 an octave for many. */
export function bucketShift(n: number): number {
  if (n < 48) return 31;
  if (n < 512) return 20;
  if (n < 4096) return 19;
  return n < 16_384 ? 18 : 16;
}

/**
 * Values of 0 and above, each with the number of a group, in buckets whose order is the order of the values; inside a bucket
 * they lie group by group. So the ranks of every group and of all values together are read from one copy. A bucket is sorted
 * only when a rank inside it is asked for: reading a dozen ranks of n values costs a few n steps, sorting n log n.
 *
 * The bucket of a value is the leading bits of its 32-bit float form, which rises with the value; rounding to 32 bits keeps
 * order too, and the values themselves are kept in full, so every answer is exact. One object is filled again and again.
 */
export class ValueBuckets {
  groupCount = 1;
  /** How many buckets there are, empty ones included. */
  bucketCount = 1;
  /** `starts[bucket * groupCount + group]` is where that group's part of the bucket begins. */
  starts = new Int32Array(2);
  values = new Float64Array(0);
  /** The sum of each group's values. */
  sums = new Float64Array(1);
  private codes = new Uint16Array(0);
  private floats = new Float32Array(0);
  private bits = new Uint32Array(0);
  private isSorted = new Uint8Array(1);
  /** Buckets of all groups together, sorted, where they have been asked for. */
  private readonly whole = new Map<number, Float64Array>();

  /** Takes copies of the values; `groups` null: all in one. `shift` from `bucketShift`, the same for lists walked together. */
  fill(source: Float64Array, groups: Int32Array | null, groupCount: number, shift: number): void {
    const n = source.length;
    this.makeRoom(n, groupCount, shift);
    const { bits, codes, starts, values, sums } = this;
    // Below 1 there is only 0: its bucket comes just before the bucket of 1.
    const first = shift >= 23 ? 0 : (exponentOfOne << (23 - shift)) - 1;
    const last = this.bucketCount - 1;
    this.floats.set(source);
    for (let index = 0; index < n; index += 1) {
      const leading = ((bits[index] ?? 0) >>> shift) - first;
      const code = leading < 0 ? 0 : Math.min(leading, last);
      codes[index] = code;
      const cell = code * groupCount + (groups === null ? 0 : (groups[index] ?? 0)) + 1;
      starts[cell] = (starts[cell] ?? 0) + 1;
    }
    const cells = this.bucketCount * groupCount;
    for (let cell = 1; cell <= cells; cell += 1) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
    // Each start moves up to its cell's end while the values are put in place, which makes it the next cell's start.
    for (let index = 0; index < n; index += 1) {
      const group = groups === null ? 0 : (groups[index] ?? 0);
      const cell = (codes[index] ?? 0) * groupCount + group;
      const place = starts[cell] ?? 0;
      const value = source[index] ?? 0;
      starts[cell] = place + 1;
      values[place] = value;
      sums[group] = (sums[group] ?? 0) + value;
    }
    starts.copyWithin(1, 0, cells);
    starts[0] = 0;
  }

  /** The values of one bucket, ascending: of a group, or of all together (`group` null). */
  sortedBucket(bucket: number, group: number | null): Float64Array {
    const cell = bucket * this.groupCount + (group ?? 0);
    if (group !== null || this.groupCount === 1) {
      const part = this.values.subarray(this.starts[cell] ?? 0, this.starts[cell + 1] ?? 0);
      if (this.isSorted[cell] === 0) sortAscending(part);
      this.isSorted[cell] = 1;
      return part;
    }
    const known = this.whole.get(bucket);
    if (known !== undefined) return known;
    const all = this.values.slice(this.starts[cell] ?? 0, this.starts[cell + this.groupCount] ?? 0);
    sortAscending(all);
    this.whole.set(bucket, all);
    return all;
  }

  private makeRoom(n: number, groupCount: number, shift: number): void {
    this.groupCount = groupCount;
    this.bucketCount = shift >= 23 ? 1 : (octaves << (23 - shift)) + 1;
    const cells = this.bucketCount * groupCount;
    if (this.starts.length < cells + 1) {
      this.starts = new Int32Array(cells * 2 + 1);
      this.isSorted = new Uint8Array(cells * 2 + 1);
    } else {
      this.starts.fill(0, 0, cells + 1);
      this.isSorted.fill(0, 0, cells + 1);
    }
    this.whole.clear();
    if (this.sums.length < groupCount) this.sums = new Float64Array(groupCount * 2);
    else this.sums.fill(0, 0, groupCount);
    if (this.values.length >= n) return;
    const room = Math.max(1024, n * 2);
    this.values = new Float64Array(room);
    this.codes = new Uint16Array(room);
    this.floats = new Float32Array(room);
    this.bits = new Uint32Array(this.floats.buffer);
  }
}

/** By insertion while there are few: calling the built-in sort costs more than sorting them. */
function sortAscending(values: Float64Array): void {
  if (values.length > 32) {
    values.sort();
    return;
  }
  for (let index = 1; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    let place = index;
    while (place > 0 && (values[place - 1] ?? 0) > value) {
      values[place] = values[place - 1] ?? 0;
      place -= 1;
    }
    values[place] = value;
  }
}
