// Telegram: takes what came for a bot since the last confirmation; what is stored is confirmed with the next question, and not before.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant, second } from '#db/model/instant.ts';
import { type HttpAnswer, textOf } from '../http/client.ts';
import { type ConnectorContext, defineConnector, type Gap, parseCursor, settingNotes } from './connector.ts';
import { secretField, staffField } from './fields.ts';
import { isStaff } from './staff-list.ts';
import { type Staff, type TelegramItem, type TelegramMessage, toTelegramConversation } from './telegram-message.ts';
import { forget, noThreads, threadsShape } from './telegram-threads.ts';
import { openIds, readUpdates, updateShape, wanted } from './telegram-updates.ts';

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

function toGaps({ askedAt }: Place, now: Instant): readonly Gap[] {
  if (askedAt === null || now - askedAt <= kept) return [];
  return [{ from: askedAt, to: now - kept, reason: 'Telegram keeps messages for a bot for one day; nobody fetched them for longer' }];
}

export const telegram = defineConnector<Settings, TelegramItem>({
  card: {
    id: 'telegram',
    label: 'Telegram',
    reads: {
      en: 'Messages to a bot, in groups it is in, and of a business account it is connected to; edits, and deletions in the last. There is no history, and what a bot sends itself it is not told.',
      zh: '发给机器人的消息、其所在群组的消息以及所连接商业账号的消息；包含编辑，以及商业账号中的删除。没有历史记录，也不告知机器人自己发送的内容。',
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
    const ids = openIds(context.settings.token);
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
      const { items, malformed, threads } = await readUpdates(updates, place.threads, { ids, staffOf, now });
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
