// Threads that are read again until they fall silent: answers, edits and deletions are told by no feed.
import { z } from 'zod';
import { day, type Instant } from '#db/model/instant.ts';

/** `key`: what the connector asks the network for. */
export const watchedSchema = z.strictObject({ key: z.string(), lastAt: z.number(), readAt: z.number() });
export type Watched = z.infer<typeof watchedSchema>;

/** More would make the cursor heavy, and each costs a request. */
export const mostWatched = 2000;

/**
 * Whether a thread is to be read again: at every run while somebody spoke in the last day, then ever more rarely, and once more when its
 * silence is long enough to close it. One that could not be read (`readAt` 0) is tried again at every run.
 */
export function isDue({ lastAt, readAt }: Watched, now: Instant, quietMs: number): boolean {
  if (readAt === 0) return true;
  const silence = Math.max(0, now - lastAt);
  if (silence < day) return true;
  return now - readAt >= silence / 8 || (silence >= quietMs && readAt < lastAt + quietMs);
}

export type WatchList = {
  /** Threads to be read now that this run has not read yet, those that spoke last first. */
  readonly due: (now: Instant) => readonly string[];
  /** A thread is known from now on; until it is read, it counts as one that could not be. */
  readonly begin: (key: string, now: Instant) => void;
  /** A thread was read: it is watched on, or let go where it has been silent long enough. */
  readonly read: (key: string, lastAt: Instant | null, now: Instant) => void;
  /** A thread that is gone at the source. */
  readonly drop: (key: string) => void;
  /** Whether this run has read it. */
  readonly has: (key: string) => boolean;
  readonly knows: (key: string) => boolean;
  readonly toJson: () => readonly Watched[];
  /** The latest word of the threads that no longer fitted; null where all did. */
  readonly overflowAt: () => Instant | null;
};

export type WatchOptions = {
  readonly most?: number;
  /** False where reading costs and the feed tells of every answer: a thread is then read once more, when it closes. */
  readonly rereads?: boolean;
};

const isClosing = ({ lastAt, readAt }: Watched, now: Instant, quietMs: number): boolean => readAt === 0 || now - lastAt >= quietMs;

export function openWatchList(
  stored: readonly Watched[],
  quietMs: number,
  { most = mostWatched, rereads = true }: WatchOptions = {},
): WatchList {
  const isWanted = rereads ? isDue : isClosing;
  const watched = new Map(stored.map((one) => [one.key, one]));
  const readNow = new Set<string>();
  let overflowAt: Instant | null = null;
  const shrink = () => {
    if (watched.size <= most) return;
    const [oldest] = [...watched.values()].sort((a, b) => a.lastAt - b.lastAt);
    if (oldest === undefined) return;
    watched.delete(oldest.key);
    overflowAt = Math.max(overflowAt ?? 0, oldest.lastAt);
  };
  return {
    due: (now) =>
      [...watched.values()]
        .filter((one) => !readNow.has(one.key) && isWanted(one, now, quietMs))
        .sort((a, b) => b.lastAt - a.lastAt)
        .map(({ key }) => key),
    begin: (key, now) => {
      readNow.add(key);
      watched.set(key, { key, lastAt: watched.get(key)?.lastAt ?? now, readAt: 0 });
      shrink();
    },
    read: (key, lastAt, now) => {
      readNow.add(key);
      const last = lastAt ?? watched.get(key)?.lastAt ?? now;
      if (now - last >= quietMs) watched.delete(key);
      else watched.set(key, { key, lastAt: last, readAt: now });
      shrink();
    },
    drop: (key) => {
      readNow.add(key);
      watched.delete(key);
    },
    has: (key) => readNow.has(key),
    knows: (key) => watched.has(key),
    toJson: () => [...watched.values()],
    overflowAt: () => overflowAt,
  };
}
