// The stretches ahead for which a forecast is judged apart, and the sums that are forecast beside the buckets.
import type { SeriesBucket } from './count-series.ts';

/** `from` and `to` in buckets ahead, both included, from 1. */
export type Horizon = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Every how many buckets it is tested: neighbours far ahead have nearly the same error. */
  readonly every: number;
};

export const horizons: Readonly<Record<SeriesBucket, readonly Horizon[]>> = {
  hour: [
    { id: '1h', from: 1, to: 1, every: 1 },
    { id: '2-6h', from: 2, to: 6, every: 1 },
    { id: '7-24h', from: 7, to: 24, every: 1 },
    { id: '2-3d', from: 25, to: 72, every: 5 },
    { id: '4-7d', from: 73, to: 168, every: 5 },
    { id: '8-14d', from: 169, to: 336, every: 5 },
  ],
  day: [
    { id: '1d', from: 1, to: 1, every: 1 },
    { id: '2-3d', from: 2, to: 3, every: 1 },
    { id: '4-7d', from: 4, to: 7, every: 1 },
    { id: '8-14d', from: 8, to: 14, every: 1 },
  ],
};

/**
 * Sums over all buckets up to here, judged like horizons. A day by hours, weeks by days: the sum of a week by hours would be a
 * second, other figure of the same thing.
 */
export const totals: Readonly<Record<SeriesBucket, readonly Horizon[]>> = {
  hour: [{ id: 'next-24h', from: 1, to: 24, every: 1 }],
  day: [
    { id: 'next-7d', from: 1, to: 7, every: 1 },
    { id: 'next-14d', from: 1, to: 14, every: 1 },
  ],
};

/** How far ahead is forecast, in buckets: two weeks. */
export const ahead: Readonly<Record<SeriesBucket, number>> = { hour: 336, day: 14 };
