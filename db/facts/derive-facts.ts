// From the messages of one conversation to its waits, episodes and reply verdicts.
import type { Episode, ReplyVerdict, Wait, WaitExclusion, WaitState } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import { replyTone } from '../quality/reply-tone.ts';
import { countsAsReply } from './counts-as-reply.ts';
import { deriveEpisodes, isEndlessThread } from './derive-episodes.ts';
import { type BareWait, deriveWaits, isAgentInitiated } from './derive-waits.ts';
import type { Facts, FactsInput } from './facts-input.ts';
import { languageMatch } from './language-match.ts';
import { termsAt } from './terms-at.ts';
import { firstAskedAt, type TimeLineEvent, toTimeLine } from './time-line.ts';
import { isOpen, workingMs } from './working-time.ts';

export type { FactMessage, Facts, FactsInput } from './facts-input.ts';

/** The reason for a whole conversation, which outranks what a single wait would say of itself. */
function exclusionOf(input: FactsInput, wait: BareWait): WaitExclusion | null {
  const { exclusion, mergedInto, answersHidden } = input.conversation;
  if (exclusion !== null) return exclusion;
  if (mergedInto !== null) return 'merged_into';
  if (!wait.asks) return 'no_reply_needed';
  return answersHidden ? 'answers_not_visible' : null;
}

function stateOf(wait: BareWait): WaitState {
  if (wait.end.type !== 'closed') return wait.end.type;
  return wait.end.by === 'customer' ? 'withdrawn' : 'closed_unanswered';
}

function untilOf(wait: BareWait): Instant | null {
  switch (wait.end.type) {
    case 'answered':
      return wait.end.reply.at;
    case 'closed':
      return wait.end.at;
    case 'open':
      return null;
    default:
      return wait.end satisfies never;
  }
}

function toWait(input: FactsInput, bare: BareWait, ordinal: number): Wait {
  const fromAt = bare.first.at;
  const untilAt = untilOf(bare);
  const reply = bare.end.type === 'answered' ? bare.end.reply : null;
  const exclusion = exclusionOf(input, bare);
  const { calendar, ...terms } = termsAt({ ...input, channel: input.conversation.channel }, 'reply', fromAt);
  const language = bare.asked.slice(bare.asked.indexOf(bare.first)).find((asked) => asked.language !== 'und')?.language;
  return {
    ordinal: exclusion === null ? ordinal : 0,
    fromAt,
    untilAt,
    state: exclusion === null ? stateOf(bare) : 'excluded',
    exclusion,
    nudges: bare.nudges,
    calendarMs: untilAt === null ? null : untilAt - fromAt,
    workingMs: untilAt === null || calendar === null ? null : workingMs(calendar, fromAt, untilAt),
    ...terms,
    // A wait that began in a merged record is shown at the first message that this record has of it.
    fromMessage: bare.asked.slice(bare.asked.indexOf(bare.first)).find((asked) => asked.externalId !== '')?.externalId ?? '',
    untilMessage: reply?.message.externalId ?? null,
    answeredBy: reply?.message.authorKey ?? null,
    firstAnyAt: bare.firstAnyAt,
    languageMatch: reply === null ? null : languageMatch(language ?? input.conversation.language, reply.message.language),
    tone: reply === null ? null : (replyTone(reply.message.body, reply.message.language)?.tone ?? null),
    arrivedOutOfHours: calendar !== null && !isOpen(calendar, fromAt),
    repliedOutOfHours: calendar !== null && reply !== null && !isOpen(calendar, reply.at),
    clamped: reply?.clamped ?? false,
  };
}

function toWaits(input: FactsInput, events: readonly TimeLineEvent[]): Wait[] {
  const { status } = input.conversation;
  const waits: Wait[] = [];
  // Where we wrote first there is no first response: the customer's first wait is already a next one.
  let ordinal = isAgentInitiated(events) ? 2 : 1;
  for (const bare of deriveWaits(events, status === 'solved' || status === 'closed')) {
    const wait = toWait(input, bare, ordinal);
    waits.push(wait);
    if (wait.exclusion === null) ordinal += 1;
  }
  return waits;
}

function toEpisodes(input: FactsInput, events: readonly TimeLineEvent[]): Episode[] {
  const rules = { reopenWindowMs: input.reopenWindowMs, isEndlessThread: isEndlessThread(input.conversation.channel) };
  return deriveEpisodes(events, rules).map((episode, index) => {
    const { openedAt, solvedAt } = episode;
    const calendar = solvedAt === null ? null : termsAt({ ...input, channel: input.conversation.channel }, 'reply', openedAt).calendar;
    return {
      ordinal: index + 1,
      ...episode,
      calendarMs: solvedAt === null ? null : solvedAt - openedAt,
      workingMs: solvedAt === null || calendar === null ? null : workingMs(calendar, openedAt, solvedAt),
    };
  });
}

/**
 * Derives everything that is counted about one conversation: pure, and the order of `messages` does not matter where times differ.
 * Keep the `calendars` objects between calls: their opening hours are worked out once per object.
 */
export function deriveFacts(input: FactsInput): Facts {
  const verdicts = new Map<string, ReplyVerdict>(input.messages.map((message) => [message.externalId, countsAsReply(message)]));
  const { statusChanges, language } = input.conversation;
  const events = toTimeLine({ messages: input.messages, statusChanges, verdicts, mergedFirstAt: input.mergedFirstAt, language });
  const first = firstAskedAt(input.messages);
  const arrivedAt = first === null || input.mergedFirstAt === null ? (first ?? input.mergedFirstAt) : Math.min(first, input.mergedFirstAt);
  return { arrivedAt, waits: toWaits(input, events), episodes: toEpisodes(input, events), verdicts };
}
