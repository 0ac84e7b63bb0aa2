// Large rooms that every question fills anew: fresh memory for each would cost more than the scan.
import { RankedValues } from '#api/stats/ranked-values.ts';
import { bucketShift, ValueBuckets } from '#api/stats/value-buckets.ts';
import { Collected } from './durations.ts';

export type Rooms = {
  readonly events: Collected;
  readonly censored: Collected;
  /** Deals out what has been collected, so that the ranks of each group can be read. */
  deal(groupCount: number): void;
  /** The durations of a group, or of all with null; valid until the next call. */
  durationsOf(group: number | null): GroupDurations;
};

/** The durations of one group: of what was answered, and the ages of what still waits. */
export type GroupDurations = { readonly events: RankedValues; readonly censored: RankedValues };

/** More cells than this cost more to clear than finer buckets save. */
const mostCells = 400_000;

export function openRooms(): Rooms {
  const collected = { events: new Collected(), censored: new Collected() };
  const buckets = { events: new ValueBuckets(), censored: new ValueBuckets() };
  const shown = { events: new RankedValues(buckets.events), censored: new RankedValues(buckets.censored) };
  return {
    ...collected,
    deal(groupCount) {
      const average = Math.ceil(collected.events.room.count / groupCount);
      // Many groups: coarser buckets, down to one for each group, which is sorted whole then.
      const shift =
        [bucketShift(average), 20, 21, 22, 31].find(
          (bits) => bits >= bucketShift(average) && (44 << (23 - Math.min(bits, 23))) * groupCount <= mostCells,
        ) ?? 31;
      collected.events.dealTo(buckets.events, groupCount, shift);
      collected.censored.dealTo(buckets.censored, groupCount, shift);
    },
    durationsOf: (group) => ({ events: shown.events.show(group), censored: shown.censored.show(group) }),
  };
}
