// The earliest and the latest instant of every block of rows, so that a scan passes over blocks that cannot matter.
import { grown } from './grown.ts';

/** Rows per block: small enough that a block of every column stays in the processor's cache, large enough to amortise a call. */
export const blockRows = 4096;

export class Blocks {
  private earliest = new Float64Array(16);
  private latest = new Float64Array(16);
  private dated = new Uint32Array(16);
  private count = 0;

  /** Notes an instant of a row; NaN (no instant) is passed over. */
  note(row: number, at: number): void {
    const block = Math.floor(row / blockRows);
    while (this.count <= block) {
      this.earliest = grown(this.earliest, this.count + 1);
      this.latest = grown(this.latest, this.count + 1);
      this.dated = grown(this.dated, this.count + 1);
      this.earliest[this.count] = Number.POSITIVE_INFINITY;
      this.latest[this.count] = Number.NEGATIVE_INFINITY;
      this.count += 1;
    }
    if (Number.isNaN(at)) return;
    this.dated[block] = (this.dated[block] ?? 0) + 1;
    if (at < (this.earliest[block] ?? 0)) this.earliest[block] = at;
    if (at > (this.latest[block] ?? 0)) this.latest[block] = at;
  }

  /** True where some row of the block may lie in `[from, to)`. */
  mayHold(block: number, from: number, to: number): boolean {
    return (this.latest[block] ?? 0) >= from && (this.earliest[block] ?? 0) < to;
  }

  /** True where every instant of the block that is there lies in `[from, to)`. */
  liesWithin(block: number, from: number, to: number): boolean {
    return (this.earliest[block] ?? 0) >= from && (this.latest[block] ?? 0) < to;
  }

  /** True where each of the block's `rows` rows has an instant. */
  isComplete(block: number, rows: number): boolean {
    return this.dated[block] === rows;
  }

  /** The first and the last instant of all; null where there is none. */
  span(): { readonly from: number; readonly last: number } | null {
    let from = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (let block = 0; block < this.count; block += 1) {
      from = Math.min(from, this.earliest[block] ?? from);
      last = Math.max(last, this.latest[block] ?? last);
    }
    return last < from ? null : { from, last };
  }
}
