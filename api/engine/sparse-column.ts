// Columns that cost nothing while they say nothing, and no more than their numbers need.
import { grown, resized } from './grown.ts';

/** Small whole numbers, in two bytes each until one of them is too large for that. */
export type Codes = Uint16Array | Uint32Array;

const mostInTwoBytes = 0xffff;

/** The column with this number in this place; its earlier places hold numbers already. */
export function withCode(column: Codes, index: number, value: number): Codes {
  const wide = value > mostInTwoBytes && column instanceof Uint16Array ? Uint32Array.from(column) : column;
  const into: Codes = wide instanceof Uint16Array ? grown(wide, index + 1) : grown(wide, index + 1);
  into[index] = value;
  return into;
}

/** `withCode` for a column that stays empty while every number is the usual one; reading beyond its end says `undefined`. */
export function withSparseCode(column: Codes, index: number, value: number, usual: number): Codes {
  if (column.length > 0) return withCode(column, index, value);
  return value === usual ? column : withCode(resized(new Uint16Array(0), index).fill(usual), index, value);
}

/** The column with this instant or measure in this place; empty while all of them are NaN, which is how "not there" is written. */
export function withSparseValue(column: Float64Array, index: number, value: number): Float64Array {
  if (column.length === 0 && Number.isNaN(value)) return column;
  const into = column.length === 0 ? grown(column, index + 1).fill(Number.NaN) : grown(column, index + 1);
  into[index] = value;
  return into;
}
