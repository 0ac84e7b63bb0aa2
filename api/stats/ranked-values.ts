// One group of values in buckets, or all of them together, read by rank.
import type { ValueBuckets } from './value-buckets.ts';

/** A view of filled buckets; `show` turns it to another group. Ranks are counted from 0. */
export class RankedValues {
  n = 0;
  private readonly buckets: ValueBuckets;
  private group: number | null = null;
  /** How many values of the view lie in earlier buckets. */
  private before = new Int32Array(2);

  constructor(buckets: ValueBuckets) {
    this.buckets = buckets;
  }

  get bucketCount(): number {
    return this.buckets.bucketCount;
  }

  /** Turns to a group, or with null to all values; to be called after each filling of the buckets. */
  show(group: number | null): this {
    const { bucketCount, groupCount, starts } = this.buckets;
    this.group = group;
    if (this.before.length <= bucketCount) this.before = new Int32Array(bucketCount + 1);
    const { before } = this;
    const width = group === null ? groupCount : 1;
    let sum = 0;
    for (let bucket = 0, cell = group ?? 0; bucket < bucketCount; bucket += 1, cell += groupCount) {
      before[bucket] = sum;
      sum += (starts[cell + width] ?? 0) - (starts[cell] ?? 0);
    }
    before[bucketCount] = sum;
    this.n = sum;
    return this;
  }

  /** How many values lie in buckets before this one. */
  startOf(bucket: number): number {
    return this.before[bucket] ?? this.n;
  }

  sizeOf(bucket: number): number {
    return (this.before[bucket + 1] ?? this.n) - (this.before[bucket] ?? this.n);
  }

  /** The value of a rank; it must be below `n`. */
  at(rank: number): number {
    let low = 0;
    let high = this.buckets.bucketCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.before[middle] ?? 0) <= rank) low = middle;
      else high = middle - 1;
    }
    return this.sorted(low)[rank - (this.before[low] ?? 0)] ?? 0;
  }

  /** The values of one bucket, ascending. */
  sorted(bucket: number): Float64Array {
    return this.buckets.sortedBucket(bucket, this.group);
  }

  /**
   * For each of the ascending `bounds`, how many values of a bucket are at or below it and above the one before it. Each value
   * looks for its bound, which costs less than sorting the bucket to let each bound look for its place.
   */
  countsUpTo(bucket: number, bounds: Float64Array): Uint32Array {
    const { starts, values, groupCount } = this.buckets;
    const cell = bucket * groupCount + (this.group ?? 0);
    const end = starts[cell + (this.group === null ? groupCount : 1)] ?? 0;
    const counts = new Uint32Array(bounds.length);
    const last = bounds[bounds.length - 1] ?? Number.NEGATIVE_INFINITY;
    for (let index = starts[cell] ?? 0; index < end; index += 1) {
      const value = values[index] ?? 0;
      if (value > last) continue;
      let low = 0;
      let high = bounds.length - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((bounds[middle] ?? 0) >= value) high = middle;
        else low = middle + 1;
      }
      counts[low] = (counts[low] ?? 0) + 1;
    }
    return counts;
  }

  /** Copies of all values of the view, bucket by bucket. */
  values(): Float64Array {
    const { starts, values, groupCount, bucketCount } = this.buckets;
    if (this.group === null) return values.slice(0, this.n);
    const copy = new Float64Array(this.n);
    for (let bucket = 0; bucket < bucketCount; bucket += 1) {
      const cell = bucket * groupCount + this.group;
      copy.set(values.subarray(starts[cell] ?? 0, starts[cell + 1] ?? 0), this.before[bucket] ?? 0);
    }
    return copy;
  }

  /** The sum of all values of the view, exact while it is a whole number below 2^53, as sums of milliseconds are. */
  sum(): number {
    const { sums, groupCount } = this.buckets;
    if (this.group !== null) return sums[this.group] ?? 0;
    let sum = 0;
    for (let group = 0; group < groupCount; group += 1) sum += sums[group] ?? 0;
    return sum;
  }
}
