// Who held the ball: the time of a conversation split between us, the customer and third parties.
import type { StatusChange } from '../model/conversation.ts';
import type { Instant } from '../model/instant.ts';
import { countsAsReply } from './counts-as-reply.ts';
import type { Facts, FactsInput } from './facts-input.ts';

export type TimeSplit = {
  /** The sum of the three below. */
  readonly totalMs: number;
  readonly usMs: number;
  readonly customerMs: number;
  readonly thirdPartyMs: number;
  /** Part of `usMs` and `thirdPartyMs`: the conversation stood on pending although the customer was waiting for us. */
  readonly illegitimatePauseMs: number;
};

type Stretch = { readonly from: Instant; readonly to: Instant };

function overlaps(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  return a.flatMap((one) => {
    const shared = b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }));
    return shared.filter((stretch) => stretch.from < stretch.to);
  });
}

/** From our last message of any kind to a third party's: we had passed it on (as a note, usually) and waited for them. */
function thirdPartyStretches(input: FactsInput): Stretch[] {
  const timed = input.messages.flatMap((message) => (message.at === null ? [] : [{ at: message.at, message }])).sort((a, b) => a.at - b.at);
  const stretches: Stretch[] = [];
  let passedOnAt: Instant | null = null;
  for (const { at, message } of timed) {
    // A reply to the customer hands the ball to the customer, so it cannot have passed the matter on.
    if (message.actor === 'agent') passedOnAt = countsAsReply(message).counts ? null : at;
    if (message.actor !== 'third_party') continue;
    if (passedOnAt !== null) stretches.push({ from: passedOnAt, to: at });
    passedOnAt = null;
  }
  return stretches;
}

function pendingStretches(changes: readonly StatusChange[], asOf: Instant): Stretch[] {
  const sorted = changes.toSorted((a, b) => a.at - b.at);
  return sorted.flatMap((change, index) =>
    change.status === 'pending' ? [{ from: change.at, to: Math.min(asOf, sorted[index + 1]?.at ?? asOf) }] : [],
  );
}

/**
 * Splits every episode up to `asOf`: the ball is with us from a customer's question to our reply, whatever the status says; with a third
 * party inside that where one of them answers a note of ours; otherwise with the customer. Status is read for the illegitimate pause only.
 * `measure` is the clock: calendar time, or `(from, to) => workingMs(calendar, from, to)`.
 */
export function splitTime(
  input: FactsInput,
  facts: Pick<Facts, 'waits' | 'episodes'>,
  asOf: Instant,
  measure: (from: Instant, to: Instant) => number = (from, to) => to - from,
): TimeSplit {
  const sum = (stretches: readonly Stretch[]) => stretches.reduce((total, { from, to }) => total + measure(from, to), 0);
  const until = (end: Instant | null) => Math.min(asOf, end ?? asOf);
  // The next episode bounds one that silence has ended without a solve.
  const episodes = facts.episodes.map(({ openedAt, solvedAt }, index) => ({
    from: openedAt,
    to: until(solvedAt ?? facts.episodes[index + 1]?.openedAt ?? null),
  }));
  const waiting = facts.waits
    .filter((wait) => wait.exclusion !== 'no_reply_needed')
    .map((wait) => ({ from: wait.fromAt, to: until(wait.untilAt) }));
  const running = episodes.filter((episode) => episode.from < episode.to);
  const oursOrTheirs = overlaps(running, waiting);
  const thirdPartyMs = sum(overlaps(oursOrTheirs, thirdPartyStretches(input)));
  const ourMs = sum(oursOrTheirs);
  const totalMs = sum(running);
  return {
    totalMs,
    usMs: ourMs - thirdPartyMs,
    customerMs: totalMs - ourMs,
    thirdPartyMs,
    illegitimatePauseMs: sum(overlaps(oursOrTheirs, pendingStretches(input.conversation.statusChanges, asOf))),
  };
}
