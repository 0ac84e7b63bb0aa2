// Telegram: takes what came for a bot since the last confirmation; what is stored is confirmed with the next question, and not before.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#db/model/conversation.ts';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant, second } from '#db/model/instant.ts';
import { type HttpAnswer, textOf } from '../http/client.ts';
import { type ConnectorContext, defineConnector, type Gap, type Malformed, parseCursor, settingNotes } from './connector.ts';
import { secretField, staffField } from './fields.ts';
import { isStaff } from './staff-list.ts';
import {
  actorOf,
  kindOf,
  type Staff,
  type TelegramItem,
  type TelegramMessage,
  telegramShape,
  toTelegramConversation,
} from './telegram-message.ts';
import { forget, migrate, noThreads, placeMessage, type Threads, threadsShape } from './telegram-threads.ts';

const settingsSchema = z.strictObject({
  token: secretField(
    { en: 'Token of the bot', zh: '机器人令牌' },
    { en: 'BotFather gives it; nothing else may read this bot.', zh: '由 BotFather 提供；不得有其他程序读取该机器人。' },
  ),
  staff: staffField({ en: 'the number of a user', zh: '用户编号' }),
  url: z
    .url({ protocol: /^https?$/ })
    .default('https://api.telegram.org')
    .register(settingNotes, {
      label: { en: 'Address of the interface', zh: '接口网址' },
      help: { en: 'Another one only for a Bot API server of your own.', zh: '仅在自建 Bot API 服务器时才需更改。' },
    }),
});
type Settings = z.infer<typeof settingsSchema>;

const cursorSchema = z.strictObject({
  version: z.literal(1),
  /** The first update that is not stored yet. */
  offset: z.number().int().nullable(),
  askedAt: z.number().nullable(),
  /** When the last update came. */
  heardAt: z.number().nullable(),
  threads: threadsShape,
});
type Place = z.infer<typeof cursorSchema>;

const pageSize = 100;
// Telegram keeps what nobody fetched for a day.
const kept = day;
// After a week without news its numbers begin anew, perhaps below ours.
const numbersLast = 6 * day;
const wanted = ['message', 'edited_message', 'business_message', 'edited_business_message'] as const;

const updateShape = z.looseObject({ update_id: z.number().int() });
const answerShape = z.object({ ok: z.boolean(), result: z.unknown(), description: z.string().nullish() });
const adminsShape = z.array(z.object({ user: z.object({ id: z.number().int() }) }));
const patienceShape = z.object({ parameters: z.object({ retry_after: z.number() }) });

function patienceOf({ status, bytes }: HttpAnswer): number | null {
  if (status !== 429) return null;
  try {
    return patienceShape.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).parameters.retry_after * second;
  } catch {
    return null;
  }
}

type Reader = {
  readonly ask: (what: string, method: string, query?: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly now: () => Instant;
};

function openReader({ http, settings, clock }: ConnectorContext<Settings>): Reader {
  let serverAt: Instant | null = null;
  return {
    now: () => serverAt ?? clock(),
    ask: async (what, method, query = {}) => {
      const url = `${settings.url.replace(/\/+$/, '')}/bot${settings.token}/${method}?${new URLSearchParams(query)}`;
      const answer = await http.request({
        what,
        url,
        headers: { accept: 'application/json' },
        accept: [404, 409],
        asksForPatience: patienceOf,
      });
      serverAt = answer.at ?? serverAt;
      if (answer.status === 409)
        throw new AppError(
          'conflict',
          'another program reads this bot, or sends its updates elsewhere (webhook); give Huiyin a bot of its own',
        );
      if (answer.status === 404) throw new AppError('unauthorized', 'Telegram knows no bot with this token');
      return answerShape.parse(JSON.parse(textOf(answer))).result;
    },
  };
}

/** Administrators of groups, each group asked once a run; a group that does not tell has none. */
function openAdmins({ ask }: Reader) {
  const known = new Map<number, ReadonlySet<number>>();
  return async ({ chat }: TelegramMessage): Promise<ReadonlySet<number>> => {
    if (chat.type !== 'group' && chat.type !== 'supergroup') return new Set();
    const found = known.get(chat.id);
    if (found !== undefined) return found;
    const admins = await ask('the administrators of a group', 'getChatAdministrators', { chat_id: String(chat.id) }).catch(
      (error: unknown) => {
        // Thrown out of the group, or it is no group any more.
        if (error instanceof AppError && (error.code === 'invalid' || error.code === 'forbidden')) return [];
        throw error;
      },
    );
    const ids = new Set(adminsShape.parse(admins).map(({ user }) => user.id));
    known.set(chat.id, ids);
    return ids;
  };
}

type Ids = { readonly ofMessage: (message: TelegramMessage, number?: number) => string };

function openIds({ token }: Settings): Ids {
  const hash = (text: string): string => createHmac('sha256', token).update(text).digest('base64url').slice(0, 16);
  return {
    ofMessage: ({ chat, business_connection_id, message_id }, number = message_id) =>
      `${hash(`${business_connection_id ?? ''}:${chat.id}`)}:${number}`,
  };
}

type Update = z.infer<typeof updateShape>;
type Told = { readonly raw: unknown; readonly isEdit: boolean };

function toldBy(update: Update): Told | null {
  for (const name of wanted) if (update[name] !== undefined) return { raw: update[name], isEdit: name.startsWith('edited') };
  return null;
}

/** The id of a message that could not be read, as its conversation would be called if it began there. */
function idOfBroken(raw: unknown, update: Update, ids: Ids): string {
  const least = telegramShape.pick({ message_id: true, chat: true, business_connection_id: true }).safeParse(raw);
  return least.success ? ids.ofMessage({ ...least.data, date: 0 }) : `update ${update.update_id}`;
}

type Read = { readonly items: TelegramItem[]; readonly malformed: Malformed[]; readonly threads: Threads };

async function readUpdates(
  updates: readonly Update[],
  start: Threads,
  parts: { readonly ids: Ids; readonly staffOf: (message: TelegramMessage) => Promise<Staff> },
): Promise<Read> {
  const items: TelegramItem[] = [];
  const malformed: Malformed[] = [];
  let threads = start;
  for (const update of updates) {
    const told = toldBy(update);
    if (told === null) continue;
    const parsed = telegramShape.safeParse(told.raw);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      malformed.push({
        item: idOfBroken(told.raw, update, parts.ids),
        reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`,
      });
      continue;
    }
    const message = parsed.data;
    const { migrate_to_chat_id: to, migrate_from_chat_id: from, chat } = message;
    if (to != null) threads = migrate(threads, chat.id, to);
    if (from != null) threads = migrate(threads, from, chat.id);
    // A post of our channel that is forwarded into its group is no answer to anybody.
    if (kindOf(message) === null || message.is_automatic_forward === true) continue;
    const actor: Actor = actorOf(message, await parts.staffOf(message));
    const placed = placeMessage(threads, { message, actor, isEdit: told.isEdit, idOf: parts.ids.ofMessage });
    if (placed === null) continue;
    threads = placed.threads;
    const parent = message.reply_to_message?.message_id;
    const replyTo = parent === undefined ? null : parts.ids.ofMessage(message, parent);
    items.push({ conversation: placed.conversation, id: parts.ids.ofMessage(message), replyTo, actor, message });
  }
  return { items, malformed, threads };
}

function toGaps({ askedAt }: Place, now: Instant): readonly Gap[] {
  if (askedAt === null || now - askedAt <= kept) return [];
  return [{ from: askedAt, to: now - kept, reason: 'Telegram keeps messages for a bot for one day; nobody fetched them for longer' }];
}

export const telegram = defineConnector<Settings, TelegramItem>({
  card: {
    id: 'telegram',
    label: 'Telegram',
    reads: {
      en: 'Messages to a bot, in groups it is in, and of a business account it is connected to; edits. There is no history, deletions are not told, and what a bot sends itself it is not told either.',
      zh: '发给机器人的消息、其所在群组的消息以及所连接商业账号的消息；包含编辑。没有历史记录，不告知删除，也不告知机器人自己发送的内容。',
    },
    rights: {
      en: 'A bot of its own, read by nothing else. In groups: privacy mode off (BotFather, /setprivacy) or administrator without any right. Nothing is sent.',
      zh: '一个专用机器人，不得有其他程序读取。在群组中：关闭隐私模式（BotFather，/setprivacy），或设为无任何权限的管理员。不会发送任何内容。',
    },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  perMinute: () => 60,
  resumable: true,
  itemId: ({ id }) => id,
  toConversations: (item) => [toTelegramConversation(item)],
  async *fetch(context, { cursor, window }) {
    // There is no history to fill a window from.
    if (window !== null) return;
    const reader = openReader(context);
    const adminsOf = openAdmins(reader);
    const ids = openIds(context.settings);
    const staffOf = async (message: TelegramMessage): Promise<Staff> => {
      const admins = await adminsOf(message);
      return { isOurs: (id, at) => admins.has(id) || isStaff(context.settings.staff, String(id), at) };
    };
    let place: Place =
      cursor === null ? { version: 1, offset: null, askedAt: null, heardAt: null, threads: noThreads } : parseCursor(cursorSchema, cursor);
    for (;;) {
      const isStale = place.heardAt !== null && context.clock() - place.heardAt > numbersLast;
      const offset: Readonly<Record<string, string>> = place.offset === null || isStale ? {} : { offset: String(place.offset) };
      const query = { ...offset, limit: String(pageSize), timeout: '0', allowed_updates: JSON.stringify(wanted) };
      const updates = z.array(updateShape).parse(await reader.ask('the updates', 'getUpdates', query));
      const now = reader.now();
      const gaps = toGaps(place, now);
      const { items, malformed, threads } = await readUpdates(updates, place.threads, { ids, staffOf });
      const last = updates.at(-1)?.update_id;
      place = {
        version: 1,
        offset: last === undefined ? place.offset : last + 1,
        askedAt: now,
        heardAt: last === undefined ? place.heardAt : now,
        threads: forget(threads, now),
      };
      yield { items, malformed, gaps, cursor: JSON.stringify(place), serverAt: now };
      if (updates.length < pageSize) return;
    }
  },
  async probe(context) {
    const { ask } = openReader(context);
    const bot = z
      .object({ username: z.string().nullish(), can_read_all_group_messages: z.boolean().nullish() })
      .parse(await ask('the bot', 'getMe'));
    const hook = z.object({ url: z.string() }).parse(await ask('the webhook', 'getWebhookInfo'));
    if (hook.url !== '') throw new AppError('conflict', 'the bot sends its updates elsewhere (webhook); give Huiyin a bot of its own');
    const deaf = {
      en: 'Privacy mode is on: in groups the bot is told commands and replies to itself only, unless it is an administrator.',
      zh: '隐私模式已开启：除非是管理员，机器人在群组中只能收到命令和对它的回复。',
    };
    return { found: `@${bot.username ?? 'bot'}`, warnings: bot.can_read_all_group_messages === true ? [] : [deaf] };
  },
});
