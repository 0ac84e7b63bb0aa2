// Waits of one customer across channels: who writes in the chat and by e-mail waits once.
import type { Instant } from '../model/instant.ts';
import { countsAsReply } from './counts-as-reply.ts';
import type { FactMessage } from './facts-input.ts';
import { type Asked, toTimeLine } from './time-line.ts';

/** A conversation of the customer; who belongs together is for the caller to know. */
export type LinkedConversation = { readonly id: string; readonly channel: string; readonly messages: readonly FactMessage[] };

export type CrossChannelWait = {
  readonly fromAt: Instant;
  /** First substantive reply in any channel; null while there is none. */
  readonly untilAt: Instant | null;
  readonly fromConversation: string;
  readonly untilConversation: string | null;
  /** Channels in which the customer wrote during this wait, in order of first use. */
  readonly channels: readonly string[];
  /** Further customer messages in any channel. */
  readonly nudges: number;
};

function withMessage(open: CrossChannelWait | null, asked: Asked, { id, channel }: LinkedConversation): CrossChannelWait | null {
  if (open !== null) {
    const channels = open.channels.includes(channel) ? open.channels : [...open.channels, channel];
    return { ...open, channels, nudges: open.nudges + 1 };
  }
  if (!asked.asks) return null;
  return { fromAt: asked.at, untilAt: null, fromConversation: id, untilConversation: null, channels: [channel], nudges: 0 };
}

/**
 * Lays the conversations of one customer over each other: a wait begins at the earliest unanswered message in any of them and ends with
 * the first substantive reply in any of them. What the same customer asked elsewhere before that reply is answered with it; only a new
 * message begins a new wait. Closing one channel does not end it, since the customer still waits in the other.
 */
export function crossChannelWaits(conversations: readonly LinkedConversation[]): CrossChannelWait[] {
  const events = conversations
    .flatMap((conversation) => {
      const verdicts = new Map(conversation.messages.map((message) => [message.externalId, countsAsReply(message)]));
      const line = toTimeLine({ messages: conversation.messages, statusChanges: [], verdicts, mergedFirstAt: null, language: 'und' });
      return line.map((event) => ({ event, conversation }));
    })
    .sort((a, b) => a.event.at - b.event.at);
  const ended: CrossChannelWait[] = [];
  let open: CrossChannelWait | null = null;
  for (const { event, conversation } of events) {
    if (event.type === 'replied' && open !== null) {
      ended.push({ ...open, untilAt: event.at, untilConversation: conversation.id });
      open = null;
    }
    if (event.type === 'asked' && event.isWords) open = withMessage(open, event, conversation);
  }
  return open === null ? ended : [...ended, open];
}
