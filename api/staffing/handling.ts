// Handling times measured from replies: how long one conversation (live) or one answer (deferred) keeps a person.
import { type Instant, minute } from '#db/model/instant.ts';
import type { Reply } from '#db/model/staffing.ts';
import { meanInterval } from '../stats/mean-interval.ts';
import { median } from '../stats/median.ts';
import { medianInterval } from '../stats/median-interval.ts';
import { gapsOf, type Shift } from './shifts.ts';

type Pair = readonly [number, number];

/** The mean drives the models, because load is arrivals times the mean; the median says what is usual. All null where `n` is 0. */
export type HandlingTime = {
  readonly n: number;
  readonly meanMs: number | null;
  readonly meanInterval: Pair | null;
  readonly medianMs: number | null;
  readonly medianInterval: Pair | null;
};

/** What is taken to have been spent on the first line of a live conversation, at most: nobody records when it was picked up. */
export const firstLineMs = 5 * minute;
/** A silence of a live conversation that is longer ends it, for the person who held it. */
export const liveSilenceMs = 15 * minute;

function summary(values: readonly number[]): HandlingTime {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return { n, meanMs: null, meanInterval: null, medianMs: null, medianInterval: null };
  const sum = sorted.reduce((all, one) => all + one, 0);
  const squares = sorted.reduce((all, one) => all + one * one, 0);
  return {
    n,
    meanMs: sum / n,
    meanInterval: meanInterval({ n, sum, squares }),
    medianMs: median(sorted),
    medianInterval: medianInterval(sorted),
  };
}

/**
 * Deferred: an answer took from the person's previous reply of the shift, or from the customer's message where that came later, until it was sent.
 * Pauses are left out. The times of one person never overlap, so they add up to the time that the person worked, and not to more.
 */
export function answerTimes(shifts: readonly Shift[], channel: string): HandlingTime {
  const answers = shifts.flatMap(gapsOf).filter(({ reply, isPause }) => reply.channel === channel && !isPause);
  return summary(answers.map(({ workMs }) => workMs));
}

/** A stretch in which one person held one live conversation. */
export type Hold = { readonly agent: string; from: Instant; to: Instant };

/**
 * Live: from picking a conversation up to the person's last line in it. Picked up: at the customer's message, at the person's previous reply or
 * `firstLineMs` before the first line, whichever is latest. A silence over `liveSilenceMs` ends a stretch.
 */
export function holdsOf(shifts: readonly Shift[], channel: string): Hold[] {
  return shifts.flatMap((shift) => {
    const open = new Map<number, Hold>();
    const holds: Hold[] = [];
    let before = Number.NEGATIVE_INFINITY;
    for (const reply of shift.replies) {
      if (reply.channel === channel) {
        const held = open.get(reply.conversation);
        if (held !== undefined && reply.at - held.to <= liveSilenceMs) held.to = reply.at;
        else {
          const hold = { agent: shift.agent, from: pickedUpAt(reply, before), to: reply.at };
          open.set(reply.conversation, hold);
          holds.push(hold);
        }
      }
      before = reply.at;
    }
    return holds;
  });
}

function pickedUpAt(reply: Reply, before: Instant): Instant {
  return Math.min(reply.at, Math.max(reply.waitingSince ?? Number.NEGATIVE_INFINITY, before, reply.at - firstLineMs));
}

/** Handling time of live conversations, and how many a person holds at once: the time held over the time in which anything was held. */
export function liveTimes(
  shifts: readonly Shift[],
  channel: string,
): { readonly handling: HandlingTime; readonly concurrency: number | null } {
  const holds = holdsOf(shifts, channel).sort((a, b) => (a.agent === b.agent ? a.from - b.from : a.agent < b.agent ? -1 : 1));
  let [held, busy, reached] = [0, 0, Number.NEGATIVE_INFINITY];
  let agent: string | null = null;
  for (const hold of holds) {
    if (hold.agent !== agent) reached = Number.NEGATIVE_INFINITY;
    agent = hold.agent;
    held += hold.to - hold.from;
    busy += Math.max(0, hold.to - Math.max(reached, hold.from));
    reached = Math.max(reached, hold.to);
  }
  return { handling: summary(holds.map((hold) => hold.to - hold.from)), concurrency: busy > 0 ? held / busy : null };
}
