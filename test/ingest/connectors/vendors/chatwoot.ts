// A stand-in for Chatwoot: pages of 25 by beginning, changes by age, messages behind an id, surveys with their answers.
import { minute, second } from '#db/model/instant.ts';
import { chatwoot } from '#ingest/connectors/chatwoot.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';
import { deskVendor } from './desk.ts';

export type WootMessage = {
  readonly id: number;
  content: string;
  readonly message_type: 0 | 1 | 2 | 3;
  readonly content_type: string;
  content_attributes: Record<string, unknown>;
  readonly created_at: number;
  readonly private: boolean;
  readonly sender?: object;
};
export type WootConversation = {
  readonly id: number;
  status: string;
  readonly created_at: number;
  updated_at: number;
  labels: string[];
  readonly messages: WootMessage[];
  readonly events: object[];
  isGone: boolean;
  isSpoiled: boolean;
};

const contact = { id: 501, name: 'Jo', type: 'contact', email: 'jo@example.org' };
const user = { id: 3, name: 'Anna', type: 'user' };
const epoch = (at: number) => Math.floor(at / second);

export function openWoot(count: number) {
  const conversations: WootConversation[] = [];
  const ratings: {
    id: number;
    rating: number;
    feedback_message: string;
    conversation_id: number;
    message_id: number;
    created_at: number;
  }[] = [];
  let at = virtualStart - 3000 * minute;
  let messageId = 9000;
  const tick = () => {
    at += minute;
    return epoch(at);
  };
  const say = (conversation: WootConversation, type: WootMessage['message_type'], content: string, more: Partial<WootMessage> = {}) => {
    messageId += 1;
    const sender = type === 0 ? { sender: contact } : type === 1 ? { sender: user } : {};
    const message: WootMessage = {
      id: messageId,
      content,
      message_type: type,
      content_type: 'text',
      content_attributes: {},
      created_at: tick(),
      private: false,
      ...sender,
      ...more,
    };
    conversation.messages.push(message);
    conversation.updated_at = message.created_at;
    return message;
  };
  const open = (from = at): WootConversation => {
    at = Math.max(at, from);
    const created = tick();
    const id = conversations.length + 1;
    const fresh = { id, status: 'open', created_at: created, updated_at: created, labels: ['wallet'], messages: [], events: [] };
    const conversation: WootConversation = { ...fresh, isGone: false, isSpoiled: false };
    conversations.push(conversation);
    say(conversation, 0, `Where is withdrawal ${id}?`);
    say(conversation, 1, `We look into ${id}.`);
    return conversation;
  };
  for (let n = 0; n < count; n += 1) open();
  const present = () => conversations.filter(({ isGone }) => !isGone);
  const toHead = ({ id, status, created_at, updated_at, labels, isSpoiled }: WootConversation) => ({
    id,
    account_id: 1,
    status: isSpoiled ? 7 : status,
    created_at,
    updated_at: updated_at + 0.25,
    last_activity_at: updated_at,
    inbox_id: 4,
    labels,
    additional_attributes: {},
    meta: {
      sender: { id: contact.id, name: 'Jo', email: 'jo@example.org', blocked: false },
      channel: 'Channel::WebWidget',
      hmac_verified: false,
    },
  });
  const toMessage = (message: WootMessage, conversation: WootConversation) => ({
    ...message,
    inbox_id: 4,
    conversation_id: conversation.id,
    status: 'sent',
    source_id: null,
  });
  const lists = (query: URLSearchParams, now: number): readonly WootConversation[] => {
    const status = query.get('status') ?? 'open';
    const some = present().filter((one) => status === 'all' || one.status === status);
    const within = query.get('updated_within');
    if (within !== null) return some.filter(({ updated_at }) => updated_at > epoch(now) - Number(within)).reverse();
    const ordered = query.get('sort_by') === 'created_at_asc' ? some : [...some].sort((a, b) => b.updated_at - a.updated_at);
    const page = Number(query.get('page') ?? 1);
    return ordered.slice((page - 1) * 25, page * 25);
  };
  const one = (conversation: WootConversation, part: string | undefined, query: URLSearchParams): Reply => {
    if (part === 'reporting_events') return { body: conversation.events };
    if (part !== 'messages') return { body: toHead(conversation) };
    const behind = conversation.messages.filter(({ id }) => id > Number(query.get('after'))).slice(0, 100);
    return { body: { meta: { labels: conversation.labels }, payload: behind.map((message) => toMessage(message, conversation)) } };
  };
  const answer = (path: string, query: URLSearchParams, now: number): Reply => {
    if (path === 'conversations/meta')
      return { body: { meta: { mine_count: 0, unassigned_count: 0, assigned_count: 0, all_count: present().length } } };
    if (path === 'conversations')
      return { body: { data: { meta: { all_count: present().length }, payload: lists(query, now).map(toHead) } } };
    if (path === 'csat_survey_responses') {
      const since = Number(query.get('since') ?? 0);
      const page = Number(query.get('page') ?? 1);
      return { body: ratings.filter(({ created_at }) => created_at >= since).slice((page - 1) * 25, page * 25) };
    }
    const [, id, part] = /^conversations\/(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
    const found = present().find((conversation) => conversation.id === Number(id));
    return found === undefined ? { status: 404, body: { error: 'Resource could not be found' } } : one(found, part, query);
  };
  return {
    conversations,
    open,
    say,
    /** The customer answers a survey; the conversation does not count as changed. */
    rate: (conversation: WootConversation, survey: WootMessage, rating: number, from = at) => {
      at = Math.max(at, from);
      survey.content_attributes = { submitted_values: { csat_survey_response: { rating, feedback_message: 'Quick and kind.' } } };
      const id = ratings.length + 1;
      ratings.push({ id, rating, feedback_message: '', conversation_id: conversation.id, message_id: survey.id, created_at: tick() });
    },
    now: () => epoch(at),
    upstream: ({ url, headers }: { url: URL; headers: Readonly<Record<string, string>> }, now: number): Reply => {
      if (headers.api_access_token !== 'a-secret-token') return { status: 401 };
      const date = { date: new Date(now).toUTCString() };
      if (url.pathname === '/api/v1/profile')
        return { headers: date, body: { id: 1, name: 'Reader', accounts: [{ id: 1, name: 'Acme', role: 'administrator' }] } };
      return { headers: date, ...answer(url.pathname.replace('/api/v1/accounts/1/', ''), url.searchParams, now) };
    },
  };
}

function openDesk(count: number): Vendor {
  const woot = openWoot(count);
  return deskVendor({
    upstream: woot.upstream,
    rows: woot.conversations,
    open: () => woot.open(),
    add: () => woot.open(virtualStart),
    idOf: ({ id }) => `1:${id}`,
    say: (one, text) => {
      const [first] = one.messages;
      if (first !== undefined) first.content = text;
    },
    touch: (one) => {
      one.updated_at = epoch(virtualStart);
    },
  });
}

export const chatwootCase: ConnectorCase = {
  connector: chatwoot,
  settings: { url: 'https://chat.acme.example', account: '1', token: 'a-secret-token' },
  open: () => openDesk(90),
  openEmpty: () => openDesk(0),
};
