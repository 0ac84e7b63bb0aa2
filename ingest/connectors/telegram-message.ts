// Telegram: what a bot is told of a message, and the part of a conversation that it means.
import { z } from 'zod';
import { type Actor, hiddenAnswersTag } from '#db/model/conversation.ts';
import { type Instant, second } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';

const userShape = z.object({
  id: z.number().int(),
  is_bot: z.boolean().default(false),
  username: z.string().nullish(),
  language_code: z.string().nullish(),
});
const chatShape = z.object({ id: z.number().int(), type: z.string() });
const entityShape = z.object({ type: z.string(), offset: z.number().int(), length: z.number().int(), url: z.string().nullish() });

const parentShape = z.object({
  message_id: z.number().int(),
  from: userShape.nullish(),
  sender_chat: chatShape.nullish(),
  forum_topic_created: z.unknown().optional(),
});

export const telegramShape = z.looseObject({
  message_id: z.number().int(),
  date: z.number().int(),
  chat: chatShape,
  from: userShape.nullish(),
  /** A channel, or the group itself where an administrator stays anonymous. */
  sender_chat: chatShape.nullish(),
  sender_business_bot: userShape.nullish(),
  business_connection_id: z.string().nullish(),
  message_thread_id: z.number().int().nullish(),
  is_topic_message: z.boolean().nullish(),
  is_automatic_forward: z.boolean().nullish(),
  author_signature: z.string().nullish(),
  reply_to_message: parentShape.nullish(),
  text: z.string().nullish(),
  entities: z.array(entityShape).nullish(),
  caption: z.string().nullish(),
  caption_entities: z.array(entityShape).nullish(),
  migrate_to_chat_id: z.number().int().nullish(),
  migrate_from_chat_id: z.number().int().nullish(),
});
export type TelegramMessage = z.infer<typeof telegramShape>;
type Sender = Pick<TelegramMessage, 'from' | 'sender_chat' | 'message_id'>;

export type TelegramItem = {
  /** Ids as they are stored: the number of a private chat is that of its customer, so chats are told by a keyed hash. */
  readonly conversation: string;
  readonly id: string;
  readonly replyTo: string | null;
  readonly actor: Actor;
  readonly message: TelegramMessage;
  /** When it was deleted; its text is not told any more. */
  readonly deletedAt: Instant | null;
};

const media = [
  'animation',
  'audio',
  'document',
  'photo',
  'story',
  'video',
  'video_note',
  'voice',
  'contact',
  'location',
  'venue',
  'poll',
  'paid_media',
  'live_photo',
  'checklist',
  'rich_message',
];
const signs = ['sticker', 'dice'];

/** `message` for words, `attachment` or `reaction` for what has none; null for what only tells that something happened in the chat. */
export function kindOf(message: TelegramMessage): FetchedMessage['kind'] | null {
  const has = (names: readonly string[]) => names.some((name) => message[name] !== undefined);
  if ((message.text ?? message.caption ?? '') !== '') return 'message';
  return has(media) ? 'attachment' : has(signs) ? 'reaction' : null;
}

/** Who stands behind a message; an anonymous administrator is the group itself. */
export function senderOf({ from, sender_chat }: Sender): number | null {
  return sender_chat?.id ?? from?.id ?? null;
}

export type Staff = { readonly isOurs: (id: number, at: Instant | null) => boolean };

/** In a private chat everybody but its customer is ours; in a group those who are listed, its administrators, and the group itself. */
export function actorOf(message: TelegramMessage, staff: Staff): Actor {
  const { chat, from, sender_chat, sender_business_bot, date } = message;
  if (sender_business_bot != null) return 'bot';
  if (sender_chat != null) return sender_chat.id === chat.id ? 'agent' : 'customer';
  if (from?.is_bot === true) return 'bot';
  if (chat.type === 'private') return from != null && from.id !== chat.id ? 'agent' : 'customer';
  return from != null && staff.isOurs(from.id, date * second) ? 'agent' : 'customer';
}

/** Text with the addresses that hide behind words: redaction and the search for scams must see where they lead. */
export function spokenText({ text, entities, caption, caption_entities }: TelegramMessage): string {
  const spoken = text ?? caption ?? '';
  const links = ((text == null ? caption_entities : entities) ?? []).filter(({ type, url }) => type === 'text_link' && url != null);
  return [...links]
    .sort((a, b) => b.offset - a.offset)
    .reduce((whole, { offset, length, url }) => `${whole.slice(0, offset + length)} (${url})${whole.slice(offset + length)}`, spoken);
}

export function toTelegramConversation({ conversation, id, replyTo, actor, message, deletedAt }: TelegramItem): FetchedConversation {
  const at = message.date * second;
  const sender = senderOf(message);
  const author = sender === null ? null : String(sender);
  const isAgent = actor === 'agent';
  return {
    coverage: 'part',
    externalId: conversation,
    channel: 'telegram',
    subject: null,
    openedAt: at,
    status: 'open',
    statusChanges: [],
    customer: actor === 'customer' ? author : null,
    languageHint: actor === 'customer' ? (message.from?.language_code ?? null) : null,
    category: null,
    team: null,
    country: null,
    // A bot is not told what it sends itself, and in a chat with it nobody else answers.
    tags: message.chat.type === 'private' && message.business_connection_id == null ? [hiddenAnswersTag] : [],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages: [
      {
        externalId: id,
        at,
        actor,
        author,
        authorName: isAgent ? (message.from?.username ?? message.author_signature ?? null) : null,
        visibility: 'public',
        kind: kindOf(message) ?? 'message',
        text: spokenText(message),
        inReplyTo: replyTo,
        deletedAt,
      },
    ],
    ratings: [],
  };
}
