// The episodes of one conversation: from a customer's first message that needs an answer until solved.
import type { Closer } from '../model/conversation.ts';
import { day, hour, type Instant } from '../model/instant.ts';
import type { TimeLineEvent } from './time-line.ts';

/** A solve counts as reopened where the customer asks again this soon, whatever the workspace's reopen window. */
export const reopenedWithinMs = 7 * day;

/** In threads that are never closed a silence of this length ends an episode. */
export const endlessThreadSilenceMs = 72 * hour;

const endlessThreads: readonly string[] = ['whatsapp', 'telegram', 'wechat', 'messenger', 'line'];

/** True for channels whose conversations have no end of their own, so that a year of talk is one record. */
export function isEndlessThread(channel: string): boolean {
  return endlessThreads.includes(channel.toLowerCase());
}

/** An episode before a calendar is laid over it. */
export type BareEpisode = {
  readonly openedAt: Instant;
  readonly solvedAt: Instant | null;
  readonly solvedBy: Closer | null;
  readonly countsAsSolved: boolean;
  readonly reopened: boolean;
};

type Solve = { readonly at: Instant; readonly by: Closer; readonly hadReply: boolean };

type Episode = {
  openedAt: Instant;
  solve: Solve | null;
  hasReply: boolean;
  isWaiting: boolean;
  reopened: boolean;
  /** A reopening without words; it undoes the solve unless a customer message makes a new episode of it. */
  undoneAt: Instant | null;
  undoneBy: Closer | null;
};

function begin(openedAt: Instant): Episode {
  return { openedAt, solve: null, hasReply: false, isWaiting: true, reopened: false, undoneAt: null, undoneBy: null };
}

function undo(episode: Episode): void {
  if (episode.undoneAt === null || episode.solve === null) return;
  if (episode.undoneBy === 'customer' && episode.undoneAt - episode.solve.at <= reopenedWithinMs) episode.reopened = true;
  episode.solve = null;
  episode.undoneAt = null;
}

function toBare(episode: Episode): BareEpisode {
  undo(episode);
  const { solve } = episode;
  return {
    openedAt: episode.openedAt,
    solvedAt: solve?.at ?? null,
    solvedBy: solve?.by ?? null,
    // A timer that closes what nobody answered has solved nothing.
    countsAsSolved: solve !== null && (solve.by !== 'system' || solve.hadReply),
    reopened: episode.reopened,
  };
}

/** True where a customer's question belongs to the episode that is running rather than to a new one. */
function continues(episode: Episode, at: Instant, silenceMs: number, rules: EpisodeRules): boolean {
  if (episode.solve !== null) return at - episode.solve.at <= rules.reopenWindowMs;
  // Somebody who still waits for an answer has not begun something new by asking again after a long silence.
  return !rules.isEndlessThread || episode.isWaiting || silenceMs < endlessThreadSilenceMs;
}

export type EpisodeRules = { readonly reopenWindowMs: number; readonly isEndlessThread: boolean };

/**
 * Cuts the time line into episodes. A question later than the reopen window after a solve opens the next one; within the window it goes on
 * with the same one, whose solve then is the later one. Thanks after a solve open nothing and reopen nothing.
 */
export function deriveEpisodes(events: readonly TimeLineEvent[], rules: EpisodeRules): BareEpisode[] {
  const episodes: Episode[] = [];
  let current: Episode | undefined;
  let lastSaidAt = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    switch (event.type) {
      case 'asked':
        if (event.asks) {
          if (current?.solve && event.at - current.solve.at <= reopenedWithinMs) current.reopened = true;
          if (current === undefined || !continues(current, event.at, event.at - lastSaidAt, rules)) {
            if (current !== undefined) current.undoneAt = null;
            current = begin(event.at);
            episodes.push(current);
          } else {
            current.solve = null;
            current.undoneAt = null;
            current.isWaiting = true;
          }
        }
        break;
      case 'replied':
        if (current !== undefined) current.hasReply = true;
        if (current !== undefined) current.isWaiting = false;
        break;
      case 'solved':
        if (current === undefined) break;
        undo(current);
        current.solve ??= { at: event.at, by: event.by, hadReply: current.hasReply };
        break;
      case 'opened':
        if (!current?.solve) break;
        current.undoneAt = event.at;
        current.undoneBy = event.by;
        if (event.by === 'agent') undo(current);
        break;
      case 'bot':
      case 'other':
        break;
      default:
        event satisfies never;
    }
    if (event.type !== 'solved' && event.type !== 'opened') lastSaidAt = event.at;
  }
  return episodes.map(toBare);
}
