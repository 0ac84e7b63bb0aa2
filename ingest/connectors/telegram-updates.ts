// Telegram: from updates for a bot to messages with their conversations, and what is remembered of them.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#db/model/conversation.ts';
import { type Instant, second } from '#db/model/instant.ts';
import type { Malformed } from './connector.ts';
import { actorOf, kindOf, type Staff, type TelegramItem, type TelegramMessage, telegramShape } from './telegram-message.ts';
import { findSaid, migrate, type Names, placeMessage, type Threads } from './telegram-threads.ts';

export const wanted = ['message', 'edited_message', 'business_message', 'edited_business_message', 'deleted_business_messages'] as const;
export const updateShape = z.looseObject({ update_id: z.number().int() });
type Update = z.infer<typeof updateShape>;

const deletionShape = z.object({
  business_connection_id: z.string(),
  chat: telegramShape.shape.chat,
  message_ids: z.array(z.number().int()),
});

type Placeable = Pick<TelegramMessage, 'chat' | 'business_connection_id'>;
export type Ids = Names & { readonly ofMessage: (message: Placeable & { readonly message_id: number }, number?: number) => string };

/** Hashes are keyed with the token: nobody without it can tell a chat by trying numbers. */
export function openIds(token: string): Ids {
  const hash = (text: string): string => createHmac('sha256', token).update(text).digest('base64url').slice(0, 16);
  const chat = ({ chat: { id }, business_connection_id }: Placeable): string => hash(`${business_connection_id ?? ''}:${id}`);
  return {
    chat,
    person: (id) => hash(`@${id}`),
    ofMessage: (message, number = message.message_id) => `${chat(message)}:${number}`,
  };
}

type Told = { readonly name: (typeof wanted)[number]; readonly raw: unknown };

function toldBy(update: Update): Told | null {
  const name = wanted.find((one) => update[one] !== undefined);
  return name === undefined ? null : { name, raw: update[name] };
}

/** The id of a message that could not be read, as its conversation would be called if it began there. */
function idOfBroken(raw: unknown, update: Update, ids: Ids): string {
  const least = telegramShape.pick({ message_id: true, chat: true, business_connection_id: true }).safeParse(raw);
  return least.success ? ids.ofMessage(least.data) : `update ${update.update_id}`;
}

export type Parts = { readonly ids: Ids; readonly staffOf: (message: TelegramMessage) => Promise<Staff>; readonly now: Instant };
type Read = { readonly items: readonly TelegramItem[]; readonly malformed: readonly Malformed[]; readonly threads: Threads };

async function readMessage(
  message: TelegramMessage,
  threads: Threads,
  { ids, staffOf, isEdit }: Parts & { readonly isEdit: boolean },
): Promise<Read> {
  const { migrate_to_chat_id: to, migrate_from_chat_id: from, chat } = message;
  const hashOf = (id: number): string => ids.chat({ chat: { ...chat, id } });
  const moved =
    to != null ? migrate(threads, hashOf(chat.id), hashOf(to)) : from != null ? migrate(threads, hashOf(from), hashOf(chat.id)) : threads;
  // A post of our channel that is forwarded into its group is no answer to anybody.
  if (kindOf(message) === null || message.is_automatic_forward === true) return { items: [], malformed: [], threads: moved };
  const actor: Actor = actorOf(message, await staffOf(message));
  const placed = placeMessage(moved, { message, actor, isEdit, names: ids, idOf: ids.ofMessage });
  if (placed === null) return { items: [], malformed: [], threads: moved };
  const parent = message.reply_to_message?.message_id;
  const replyTo = parent === undefined ? null : ids.ofMessage(message, parent);
  const item = { conversation: placed.conversation, id: ids.ofMessage(message), replyTo, actor, message, deletedAt: null };
  return { items: [item], malformed: [], threads: placed.threads };
}

/** Deleted messages of a business chat that are remembered, with their times and without their texts. */
function readDeletion(
  { business_connection_id, chat, message_ids }: z.infer<typeof deletionShape>,
  threads: Threads,
  { ids, now }: Parts,
): TelegramItem[] {
  const place = ids.chat({ chat, business_connection_id });
  return message_ids.flatMap((message_id) => {
    const said = findSaid(threads, place, message_id);
    if (said === null) return [];
    const from = said.actor === 'customer' ? { id: chat.id, is_bot: false } : null;
    const message = { message_id, date: said.at / second, chat, business_connection_id, from };
    return [{ conversation: said.conversation, id: ids.ofMessage(message), replyTo: null, actor: said.actor, message, deletedAt: now }];
  });
}

async function readUpdate(update: Update, threads: Threads, parts: Parts): Promise<Read> {
  const told = toldBy(update);
  if (told === null) return { items: [], malformed: [], threads };
  const refused = (error: z.ZodError): Read => {
    const [issue] = error.issues;
    const reason = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`;
    return { items: [], malformed: [{ item: idOfBroken(told.raw, update, parts.ids), reason }], threads };
  };
  if (told.name === 'deleted_business_messages') {
    const parsed = deletionShape.safeParse(told.raw);
    return parsed.success ? { items: readDeletion(parsed.data, threads, parts), malformed: [], threads } : refused(parsed.error);
  }
  const parsed = telegramShape.safeParse(told.raw);
  return parsed.success
    ? await readMessage(parsed.data, threads, { ...parts, isEdit: told.name.startsWith('edited') })
    : refused(parsed.error);
}

/** The messages of a page of updates, in their order. */
export async function readUpdates(updates: readonly Update[], start: Threads, parts: Parts): Promise<Read> {
  const items: TelegramItem[] = [];
  const malformed: Malformed[] = [];
  let threads = start;
  for (const update of updates) {
    const read = await readUpdate(update, threads, parts);
    items.push(...read.items);
    malformed.push(...read.malformed);
    threads = read.threads;
  }
  return { items, malformed, threads };
}
