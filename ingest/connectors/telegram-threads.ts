// Which conversation a Telegram message belongs to: a chat, a topic or a person in a group, until a day of silence.
import { z } from 'zod';
import { type Actor, actors } from '#db/model/conversation.ts';
import { day, type Instant, second } from '#db/model/instant.ts';
import { senderOf, type TelegramMessage } from './telegram-message.ts';

const silence = day;
/** An edit comes within two days; after that nothing can happen to a conversation any more. */
const remembered = 3 * day;
const mostAnswers = 300;
const mostSaid = 200;

/** `said`: messages of business chats, by number with time and actor: who deletes one is told of by its number alone. */
const saidShape = z.tuple([z.number(), z.number(), z.enum(actors)]);
const threadShape = z.strictObject({ id: z.string(), first: z.number(), at: z.number(), said: z.array(saidShape) });
type Said = z.infer<typeof saidShape>;
/** Chats and people stand in it under keyed hashes: their numbers are those of customers. */
export const threadsShape = z.strictObject({
  /** By chat, topic or person: conversations of the last days, the latest last. */
  open: z.record(z.string(), z.array(threadShape)),
  /** By chat: who spoke to us last, for answers that reply to nothing. */
  last: z.record(z.string(), z.string()),
  /** Lately sent messages of ours in groups, and whom they answered. */
  answers: z.array(z.tuple([z.string(), z.string()])),
});
export type Threads = z.infer<typeof threadsShape>;

export const noThreads: Threads = { open: {}, last: {}, answers: [] };

/** Keyed hashes of chats and people. */
export type Names = {
  readonly chat: (message: Pick<TelegramMessage, 'chat' | 'business_connection_id'>) => string;
  readonly person: (id: number | null) => string;
};

/** The place in which a message stands; null where an answer in a group is for nobody that is known. */
function placeOf({ message, actor, names }: Placing, { last, answers }: Threads): string | null {
  const chat = names.chat(message);
  if (message.chat.type === 'private') return chat;
  if (message.is_topic_message === true && message.message_thread_id != null) return `${chat}/${message.message_thread_id}`;
  if (actor === 'customer') return `${chat}/@${names.person(senderOf(message))}`;
  const parent = message.reply_to_message;
  if (parent == null) return last[chat] ?? null;
  const answered = answers.find(([id]) => id === `${chat}:${parent.message_id}`)?.[1];
  const author = senderOf(parent);
  return (
    answered ??
    (author === null || parent.from?.is_bot === true || author === message.chat.id
      ? (last[chat] ?? null)
      : `${chat}/@${names.person(author)}`)
  );
}

export type Placed = { readonly conversation: string; readonly threads: Threads };

type Placing = {
  readonly message: TelegramMessage;
  readonly actor: Actor;
  readonly isEdit: boolean;
  readonly names: Names;
  /** The id of a conversation that begins with this message. */
  readonly idOf: (message: TelegramMessage) => string;
};

/** The conversation of a message and what is remembered after it; null where it belongs to none. */
export function placeMessage(threads: Threads, placing: Placing): Placed | null {
  const { message, actor, isEdit, idOf } = placing;
  const place = placeOf(placing, threads);
  if (place === null) return null;
  const at = message.date * second;
  const known = threads.open[place] ?? [];
  const latest = known.at(-1);
  const edited = isEdit ? known.findLast(({ first }) => first <= message.message_id) : undefined;
  if (edited !== undefined) return { conversation: edited.id, threads };
  // Ours alone begins nothing: it would be a conversation that nobody asked for.
  const isOn = latest !== undefined && at - latest.at <= silence;
  if (!isOn && actor !== 'customer' && message.chat.type !== 'private') return null;
  const said: Said[] = message.business_connection_id == null ? [] : [[message.message_id, at, actor]];
  const current = isOn
    ? { ...latest, at: Math.max(latest.at, at), said: [...latest.said, ...said].slice(-mostSaid) }
    : { id: idOf(message), first: message.message_id, at, said };
  const open = { ...threads.open, [place]: [...known.slice(0, isOn ? -1 : undefined), current] };
  return { conversation: current.id, threads: remember({ ...threads, open }, placing, place) };
}

function remember(threads: Threads, { message, actor, names }: Placing, place: string): Threads {
  if (message.chat.type === 'private') return threads;
  const chat = names.chat(message);
  if (actor === 'customer') return { ...threads, last: { ...threads.last, [chat]: place } };
  const mine: [string, string] = [`${chat}:${message.message_id}`, place];
  return { ...threads, answers: [...threads.answers, mine].slice(-mostAnswers) };
}

export type Deleted = { readonly conversation: string; readonly at: Instant; readonly actor: Actor };

/** What is remembered of a message of a business chat; null where it is too long ago. */
export function findSaid({ open }: Threads, place: string, number: number): Deleted | null {
  for (const { id, said } of open[place] ?? []) {
    const found = said.find(([one]) => one === number);
    if (found !== undefined) return { conversation: id, at: found[1], actor: found[2] };
  }
  return null;
}

/** A group that became a supergroup has another number, and counts its messages anew; its conversations go on. Both by their hashes. */
export function migrate(threads: Threads, from: string, to: string): Threads {
  const moved = (key: string): string => (key === from || key.startsWith(`${from}/`) ? `${to}${key.slice(from.length)}` : key);
  const entries = Object.entries(threads.open).map(
    ([key, list]) => [moved(key), moved(key) === key ? list : list.map((one) => ({ ...one, first: 0 }))] as const,
  );
  return {
    open: Object.fromEntries(entries),
    last: Object.fromEntries(Object.entries(threads.last).map(([chat, place]) => [moved(chat), moved(place)])),
    answers: threads.answers.filter(([id]) => !id.startsWith(`${from}:`)),
  };
}

/** Without what nothing can happen to any more. */
export function forget(threads: Threads, now: Instant): Threads {
  const lately = (list: Threads['open'][string]) => list.filter(({ at }) => at > now - remembered);
  const entries = Object.entries(threads.open).map(([key, list]) => [key, lately(list)] as const);
  const open = Object.fromEntries(entries.filter(([, list]) => list.length > 0));
  return { ...threads, open, last: Object.fromEntries(Object.entries(threads.last).filter(([, place]) => open[place] !== undefined)) };
}
