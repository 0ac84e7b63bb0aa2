// What is read out of a fact record before it becomes rows: its first wait, the calendar of an episode, when a reopening is settled.
import type { EpisodeRecord, WaitRecord } from '#db/model/fact-record.ts';
import { day } from '#db/model/instant.ts';

const weekMs = 7 * day;

/** An open episode is aged on the calendar of the wait that began with it. */
export function calendarOf(waits: readonly WaitRecord[], openedAt: number): string | null {
  let found: string | null = null;
  for (const wait of waits) {
    if (wait.calendarId !== null && (found === null || wait.fromAt <= openedAt)) found = wait.calendarId;
  }
  return found;
}

/** The first response; where nothing counts as a response, the earliest excluded wait stands for its conversation. */
export function firstWait(waits: readonly WaitRecord[]): WaitRecord | undefined {
  const counted = waits.find((wait) => wait.ordinal >= 1);
  if (counted === undefined) return waits[0];
  return waits.find((wait) => wait.ordinal === 1);
}

/** From the instant after this one it is settled whether a solution was followed by a reopening within 7 days. */
export function reopeningKnownAt(episode: EpisodeRecord, next: EpisodeRecord | null): number {
  const { solvedAt } = episode;
  if (solvedAt === null) return Number.NaN;
  if (!episode.reopened) return solvedAt + weekMs;
  return next !== null && next.openedAt >= solvedAt && next.openedAt <= solvedAt + weekMs ? next.openedAt - 1 : solvedAt - 1;
}
