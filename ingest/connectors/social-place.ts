// Where a social network is read on from: the place of its feeds, and the threads that are watched.
import type { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';
import { type FetchPlan, parseCursor } from './connector.ts';
import type { SocialRun } from './social-run.ts';
import { openWatchList, type Watched, type WatchOptions } from './social-watch.ts';

export type SocialPlace<Place> = {
  /** The feeds move it on. */
  readonly place: Place;
  readonly range: { readonly from: Instant; readonly to: Instant | null };
  /** What every run of a network takes from its place. */
  readonly run: Pick<SocialRun<never>, 'watch' | 'watches' | 'again' | 'cursor'>;
};

/** The place of the last run; `fresh` where there was none, and in a back-fill, which looks at its window alone and watches nothing. */
export function openSocialPlace<Place extends { readonly watched: readonly Watched[] }>(
  { schema, fresh }: { readonly schema: z.ZodType<Place>; readonly fresh: Place },
  { cursor, since, window, again }: FetchPlan,
  { quietMs, ...options }: WatchOptions & { readonly quietMs: number },
): SocialPlace<Place> {
  const place = cursor === null || window !== null ? fresh : parseCursor(schema, cursor);
  const watch = openWatchList(place.watched, quietMs, options);
  return {
    place,
    range: { from: window?.from ?? since, to: window?.to ?? null },
    run: { watch, watches: window === null, again, cursor: () => JSON.stringify({ ...place, watched: watch.toJson() }) },
  };
}
