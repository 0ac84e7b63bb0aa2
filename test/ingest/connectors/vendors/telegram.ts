// A stand-in for Telegram's Bot API: a queue of updates that forgets what was confirmed, and one reader at a time.
import { createHmac } from 'node:crypto';
import { telegram } from '#ingest/connectors/telegram.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const second = 1000;
const minute = 60 * second;
export const token = '123456:a-secret-token';
export const telegramSettings = { token };

export const group = { id: -1001, type: 'supergroup', title: 'Wallet users' };
export const bot = { id: 1, is_bot: true, first_name: 'Helper' };
export const anna = { id: 7, is_bot: false, first_name: 'Anna', username: 'anna' };
export const user = (id: number) => ({ id, is_bot: false, first_name: `Jo${id}`, language_code: 'de' });
export const privateChat = (id: number) => ({ id, type: 'private', first_name: `Jo${id}` });

export type Message = Readonly<Record<string, unknown>> & { readonly message_id: number; readonly date: number };
type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

/** The queue behind the stand-in, for tests of its hard cases. */
export function openQueue() {
  let queue: Update[] = [];
  let updates = 319_280_000;
  let messages = 0;
  const push = (kind: string, content: unknown): void => {
    updates += 1;
    queue.push({ update_id: updates, [kind]: content });
  };
  const say = (at: number, more: Readonly<Record<string, unknown>>, kind = 'message'): Message => {
    messages += 1;
    const message = { message_id: messages, date: Math.floor(at / second), text: `Where is withdrawal ${messages}?`, ...more };
    push(kind, message);
    return message;
  };
  const answer = (method: string, query: URLSearchParams): Reply => {
    if (method === 'getMe') return { body: { ok: true, result: { ...bot, username: 'helper_bot', can_read_all_group_messages: false } } };
    if (method === 'getWebhookInfo')
      return { body: { ok: true, result: { url: '', has_custom_certificate: false, pending_update_count: 0 } } };
    if (method === 'getChatAdministrators') {
      const isGroup = query.get('chat_id') === String(group.id);
      if (!isGroup) return { status: 400, body: { ok: false, error_code: 400, description: 'Bad Request: chat not found' } };
      return { body: { ok: true, result: [{ status: 'administrator', user: anna, can_be_edited: false, is_anonymous: false }] } };
    }
    if (method !== 'getUpdates') return { status: 404, body: { ok: false, error_code: 404, description: 'Not Found' } };
    const offset = Number(query.get('offset') ?? 0);
    // What stands before the offset is confirmed, and forgotten.
    queue = queue.filter(({ update_id }) => update_id >= offset);
    return { body: { ok: true, result: queue.slice(0, Number(query.get('limit') ?? 100)) } };
  };
  return { push, say, answer, waiting: () => queue.length };
}
export type Queue = ReturnType<typeof openQueue>;

export const upstreamOf =
  ({ answer }: Pick<Queue, 'answer'>): Upstream =>
  ({ url }, now) => {
    const [, asked, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    if (asked !== token) return { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } };
    return { headers: { date: new Date(now).toUTCString() }, ...answer(method, url.searchParams) };
  };

/** Ids as they are stored: chats are told by a hash that is keyed with the token. */
export const idOf = (chat: number, message: number): string =>
  `${createHmac('sha256', token).update(`:${chat}`).digest('base64url').slice(0, 16)}:${message}`;

function openVendor(count: number): Vendor {
  const queue = openQueue();
  const firsts: Message[] = [];
  let at = virtualStart - 600 * minute;
  const open = (): string => {
    at += minute;
    const who = 1000 + firsts.length;
    firsts.push(queue.say(at, { chat: privateChat(who), from: user(who) }));
    return storedId(firsts.length - 1);
  };
  const storedId = (n: number): string => idOf(1000 + n, firsts[n]?.message_id ?? 0);
  const edit = (n: number, text: string): void => {
    queue.push('edited_message', { ...firsts[n], date: Math.floor((at - n) / second), edit_date: Math.floor(at / second), text });
  };
  const isSpoiled = (n: number): boolean => typeof firsts[n]?.date === 'string';
  for (let n = 0; n < count; n += 1) open();
  return {
    upstream: upstreamOf(queue),
    ids: () => firsts.flatMap((_, n) => (isSpoiled(n) ? [] : storedId(n))),
    edit: () => {
      edit(0, 'It has been three days.');
      return { externalId: storedId(0), text: 'It has been three days.' };
    },
    remove: null,
    spoil: () => {
      Object.assign(firsts[2] ?? {}, { date: 'noon' });
      return storedId(2);
    },
    mend: () => {
      Object.assign(firsts[2] ?? {}, { date: Math.floor(at / second) });
      // What was confirmed does not come again, but its author may edit it.
      edit(2, 'Where is it?');
    },
    add: open,
  };
}

export const telegramCase: ConnectorCase = {
  connector: telegram,
  settings: telegramSettings,
  open: () => openVendor(305),
  openEmpty: () => openVendor(0),
};
