// conversations-jsonl: one conversation with all its messages on each line.
import type { FetchedConversation } from '../fetched.ts';
import { conversationId, toConversation } from './conversation-record.ts';
import { isFields, readList, refuse, toFields } from './field-values.ts';
import type { Format, ReadContext } from './format.ts';
import { readInstant } from './iso-instant.ts';
import { openJsonLines } from './json-lines.ts';
import { toMessage } from './message-record.ts';

/** One line's JSON value as a conversation; throws AppError `invalid` with the field and the reason. */
export function parseConversation(value: unknown, context: Pick<ReadContext, 'now' | 'limits'>): FetchedConversation {
  const record = toFields(value, 'the line');
  const times = { now: context.now, readTime: readInstant };
  // The id first: a file of another shape is then told by the field that everybody looks for.
  conversationId(record);
  if (!Array.isArray(record.messages)) refuse('messages', record.messages, 'a list of messages');
  const entries = readList(record.messages, 'messages', context.limits.messagesPerConversation);
  if (entries.length === 0) refuse('messages', record.messages, 'at least one message');
  const messages = entries.map((entry, index) => toMessage(toFields(entry, `messages[${index}]`), `messages[${index}].`, index, times));
  return toConversation(record, messages, times);
}

export const conversationsJsonl: Format = {
  id: 'conversations-jsonl',
  description: 'JSON Lines, one conversation with its messages a line',
  needsMapping: false,
  open: async (file, context) =>
    openJsonLines(file, context, {
      toConversation: (value) => parseConversation(value, context),
      idOf: (value) => {
        try {
          return isFields(value) ? conversationId(value) : null;
        } catch {
          return null;
        }
      },
    }),
};
