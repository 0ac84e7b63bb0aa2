// The two clocks of a complaint: acknowledged by a person, then decided.
import type { Wait } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import type { PromiseStage } from '../model/promise.ts';
import { countsAsReply } from './counts-as-reply.ts';
import { deriveEpisodes, isEndlessThread } from './derive-episodes.ts';
import type { FactsInput } from './facts-input.ts';
import { termsAt } from './terms-at.ts';
import { type TimeLineEvent, toTimeLine } from './time-line.ts';
import { workingMs } from './working-time.ts';

/** One clock; it has the shape of a wait, so `waitStateAt` and `promiseStateAt` read it. */
export type ComplaintClock = Pick<
  Wait,
  'fromAt' | 'untilAt' | 'state' | 'exclusion' | 'dueAt' | 'calendarMs' | 'workingMs' | 'calendarId' | 'promiseId' | 'promiseVersion'
>;

export type ComplaintClocks = { readonly acknowledged: ComplaintClock; readonly decided: ComplaintClock };

type Ending = { readonly state: 'answered' | 'open' | 'closed_unanswered' | 'withdrawn'; readonly at: Instant | null };

/**
 * When the decision was sent. An agent who solves after a reply has decided at the later of the two; a reply right after the solve is
 * the decision too. A timer decides nothing, so after a close by timer it is the last reply, unless that was the acknowledgement.
 */
function decisionAt(events: readonly TimeLineEvent[], from: Instant): Instant | null {
  const replies: Instant[] = [];
  let isSolved = false;
  for (const event of events) {
    if (event.at < from) continue;
    if (event.type === 'asked' && event.asks) isSolved = false;
    if (event.type === 'opened') isSolved = false;
    if (event.type === 'replied') {
      replies.push(event.at);
      if (isSolved) return event.at;
    }
    if (event.type !== 'solved') continue;
    const lastReply = replies.at(-1);
    if (event.by === 'system' && lastReply !== undefined && replies.length > 1) return lastReply;
    if (event.by !== 'system' && lastReply !== undefined) return event.at;
    if (event.by === 'agent') isSolved = true;
  }
  return null;
}

/** How a clock stands that nobody answered: open, or closed with the conversation. */
function unanswered(input: FactsInput, events: readonly TimeLineEvent[]): Ending {
  const { channel, status } = input.conversation;
  const rules = { reopenWindowMs: input.reopenWindowMs, isEndlessThread: isEndlessThread(channel) };
  const last = deriveEpisodes(events, rules).at(-1);
  if (last?.solvedAt != null) return { state: last.solvedBy === 'customer' ? 'withdrawn' : 'closed_unanswered', at: last.solvedAt };
  return { state: status === 'solved' || status === 'closed' ? 'closed_unanswered' : 'open', at: null };
}

function toClock(input: FactsInput, stage: PromiseStage, fromAt: Instant, ending: Ending): ComplaintClock {
  const { channel, exclusion, mergedInto, answersHidden } = input.conversation;
  const reason = exclusion ?? (mergedInto !== null ? 'merged_into' : answersHidden ? 'answers_not_visible' : null);
  const terms = termsAt({ channel, calendars: input.calendars, promises: input.promises }, stage, fromAt);
  const untilAt = ending.at;
  return {
    fromAt,
    untilAt,
    state: reason === null ? ending.state : 'excluded',
    exclusion: reason,
    dueAt: terms.dueAt,
    calendarMs: untilAt === null ? null : untilAt - fromAt,
    workingMs: untilAt === null || terms.calendar === null ? null : workingMs(terms.calendar, fromAt, untilAt),
    calendarId: terms.calendarId,
    promiseId: terms.promiseId,
    promiseVersion: terms.promiseVersion,
  };
}

/**
 * Both clocks run from the customer's first message that needs an answer, or from the first at `since` or later: a request may become a complaint. The first stops at the first substantive reply of a person: an
 * automatic acknowledgement or a bot never stops it. The second stops when the decision was sent. Null for what is no complaint, or has no time.
 */
export function complaintClocks(input: FactsInput, since: Instant | null = null): ComplaintClocks | null {
  if (!input.conversation.isComplaint) return null;
  const verdicts = new Map(input.messages.map((message) => [message.externalId, countsAsReply(message)]));
  const { statusChanges, language } = input.conversation;
  const events = toTimeLine({ messages: input.messages, statusChanges, verdicts, mergedFirstAt: input.mergedFirstAt, language });
  const asked = events.filter((event) => event.type === 'asked' && event.asks);
  const fromAt = (asked.find(({ at }) => since !== null && at >= since) ?? asked[0])?.at;
  if (fromAt === undefined) return null;
  const acknowledgedAt = events.find((event) => event.type === 'replied' && event.at >= fromAt)?.at;
  const decidedAt = decisionAt(events, fromAt);
  const none = unanswered(input, events);
  return {
    acknowledged: toClock(
      input,
      'complaint-acknowledged',
      fromAt,
      acknowledgedAt === undefined ? none : { state: 'answered', at: acknowledgedAt },
    ),
    decided: toClock(input, 'complaint-decided', fromAt, decidedAt === null ? none : { state: 'answered', at: decidedAt }),
  };
}
