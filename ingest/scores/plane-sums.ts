// Sums of the weights of features, lane by lane of their records: four lanes at a time over all features, so that the sums stay in registers.
import { lanesInWord, type SentimentTable } from './sentiment-table.ts';

/** Records with weights, and how many times each counts. */
export type Counted<Times> = { readonly records: Int32Array; readonly times: Times; readonly count: number };

/** Adds to `sums`, by lane, the lanes of all records, each so many whole times. */
export function addWhole({ words }: SentimentTable, { records, times, count }: Counted<Uint8Array>, sums: Int32Array): void {
  for (let lane = 0, word = 0; lane < sums.length; lane += lanesInWord, word += 1) {
    let [a, b, c, d] = [sums[lane] ?? 0, sums[lane + 1] ?? 0, sums[lane + 2] ?? 0, sums[lane + 3] ?? 0];
    for (let at = 0; at < count; at += 1) {
      const four = words[(records[at] ?? 0) + word] ?? 0;
      const often = times[at] ?? 0;
      a = (a + Math.imul((four << 24) >> 24, often)) | 0;
      b = (b + Math.imul((four << 16) >> 24, often)) | 0;
      c = (c + Math.imul((four << 8) >> 24, often)) | 0;
      d = (d + Math.imul(four >> 24, often)) | 0;
    }
    [sums[lane], sums[lane + 1], sums[lane + 2], sums[lane + 3]] = [a, b, c, d];
  }
}

/** The same with times that are no whole numbers; each sum is added up in the order of the records. */
export function addParts({ words }: SentimentTable, { records, times, count }: Counted<Float64Array>, sums: Float64Array): void {
  for (let lane = 0, word = 0; lane < sums.length; lane += lanesInWord, word += 1) {
    let [a, b, c, d] = [sums[lane] ?? 0, sums[lane + 1] ?? 0, sums[lane + 2] ?? 0, sums[lane + 3] ?? 0];
    for (let at = 0; at < count; at += 1) {
      const four = words[(records[at] ?? 0) + word] ?? 0;
      const often = times[at] ?? 0;
      a += ((four << 24) >> 24) * often;
      b += ((four << 16) >> 24) * often;
      c += ((four << 8) >> 24) * often;
      d += (four >> 24) * often;
    }
    [sums[lane], sums[lane + 1], sums[lane + 2], sums[lane + 3]] = [a, b, c, d];
  }
}

/** Adds to `sums`, by lane, rows of as many lanes, of which the numbers are given. */
export function addRows(rows: Int32Array, numbers: Int32Array, count: number, sums: Int32Array): void {
  const size = sums.length;
  for (let lane = 0; lane < size; lane += lanesInWord) {
    let [a, b, c, d] = [sums[lane] ?? 0, sums[lane + 1] ?? 0, sums[lane + 2] ?? 0, sums[lane + 3] ?? 0];
    for (let at = 0; at < count; at += 1) {
      const from = (numbers[at] ?? 0) * size + lane;
      a = (a + (rows[from] ?? 0)) | 0;
      b = (b + (rows[from + 1] ?? 0)) | 0;
      c = (c + (rows[from + 2] ?? 0)) | 0;
      d = (d + (rows[from + 3] ?? 0)) | 0;
    }
    [sums[lane], sums[lane + 1], sums[lane + 2], sums[lane + 3]] = [a, b, c, d];
  }
}
