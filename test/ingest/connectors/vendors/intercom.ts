// A stand-in for Intercom's search: windows of change, an opaque place to go on, the newest five hundred parts of a conversation.
import { minute, second } from '#db/model/instant.ts';
import { intercom } from '#ingest/connectors/intercom.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';
import { deskVendor } from './desk.ts';

export type ComPart = {
  readonly id: string;
  readonly part_type: string;
  body: string | null;
  readonly created_at: number;
  redacted: boolean;
  readonly author: object;
};
export type ComConversation = {
  readonly id: string;
  state: string;
  readonly created_at: number;
  updated_at: number;
  readonly parts: ComPart[];
  readonly source: Record<string, unknown>;
  rating: object | null;
  isGone: boolean;
  isSpoiled: boolean;
};

export const jo = { type: 'user', id: 'contact-1', name: 'Jo', email: 'jo@example.org' };
export const anna = { type: 'admin', id: '77', name: 'Anna', email: 'anna@acme.example' };
const epoch = (at: number) => Math.floor(at / second);

export function openCom(count: number) {
  const conversations: ComConversation[] = [];
  let at = virtualStart - 5000 * minute;
  let number = 40_000;
  const tick = () => {
    at += minute;
    return epoch(at);
  };
  const say = (conversation: ComConversation, part_type: string, author: object, body: string | null) => {
    number += 1;
    const part: ComPart = { id: String(number), part_type, body, created_at: tick(), redacted: false, author };
    conversation.parts.push(part);
    conversation.updated_at = part.created_at;
    return part;
  };
  const open = (from = at): ComConversation => {
    at = Math.max(at, from);
    const created_at = tick();
    const id = String(1000 + conversations.length);
    const source = {
      type: 'conversation',
      id: String(number),
      delivered_as: 'customer_initiated',
      subject: '',
      body: `Where is withdrawal ${id}?`,
      author: jo,
      redacted: false,
      attachments: [],
    };
    const conversation: ComConversation = {
      id,
      state: 'open',
      created_at,
      updated_at: created_at,
      parts: [],
      source,
      rating: null,
      isGone: false,
      isSpoiled: false,
    };
    conversations.push(conversation);
    say(conversation, 'comment', anna, `We look into ${id}.`);
    return conversation;
  };
  for (let n = 0; n < count; n += 1) open();
  const present = () => conversations.filter(({ isGone }) => !isGone);
  const head = (one: ComConversation) => ({
    type: 'conversation',
    id: one.id,
    title: null,
    created_at: one.created_at,
    updated_at: one.updated_at,
    waiting_since: null,
    snoozed_until: null,
    open: one.state !== 'closed',
    state: one.isSpoiled ? 'asleep' : one.state,
    read: true,
    priority: 'not_priority',
    admin_assignee_id: 77,
    team_assignee_id: 5,
    tags: { type: 'tag.list', tags: [{ type: 'tag', id: '1', name: 'wallet' }] },
    conversation_rating: one.rating,
    source: one.source,
    contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: 'contact-1' }] },
    statistics: { type: 'conversation_statistics', count_conversation_parts: one.parts.length },
  });
  const whole = (one: ComConversation) => ({
    ...head(one),
    conversation_parts: {
      type: 'conversation_part.list',
      total_count: one.parts.length,
      conversation_parts: one.parts
        .slice(-500)
        .map((part) => ({ type: 'conversation_part', attachments: [], updated_at: part.created_at, ...part })),
    },
  });
  const search = (body: string | null): Reply => {
    const { query, pagination } = JSON.parse(body ?? '{}');
    const [above = 0, below = 0] = query.value.map(({ value }: { value: number }) => value);
    const found = present()
      .filter(({ updated_at }) => updated_at > above && updated_at < below)
      .sort((a, b) => a.updated_at - b.updated_at || a.id.localeCompare(b.id));
    const key = ({ updated_at, id }: ComConversation) => `${updated_at}.${id}`;
    const after: string | undefined = pagination.starting_after;
    const rest = after === undefined ? found : found.filter((one) => key(one) > after);
    const page = rest.slice(0, pagination.per_page);
    const last = page.at(-1);
    const next =
      rest.length > page.length && last !== undefined ? { next: { per_page: pagination.per_page, starting_after: key(last) } } : {};
    const pages = {
      type: 'pages',
      page: 1,
      per_page: pagination.per_page,
      total_pages: Math.ceil(found.length / pagination.per_page),
      ...next,
    };
    return { body: { type: 'conversation.list', pages, total_count: found.length, conversations: page.map(head) } };
  };
  const answer = (path: string, body: string | null): Reply => {
    if (path === '/me')
      return {
        body: { type: 'admin', id: '1', name: 'Reader', email: 'reader@acme.example', app: { type: 'app', id_code: 'x', name: 'Acme' } },
      };
    if (path === '/conversations/search') return search(body);
    if (path.startsWith('/teams/')) return { body: { type: 'team', id: '5', name: 'Wallets', admin_ids: [77] } };
    const found = present().find(({ id }) => path === `/conversations/${id}`);
    if (found !== undefined) return { body: whole(found) };
    return { status: 404, body: { type: 'error.list', request_id: 'r', errors: [{ code: 'not_found', message: 'Resource Not Found' }] } };
  };
  return {
    conversations,
    open,
    say,
    upstream: (
      { url, headers, body }: { url: URL; headers: Readonly<Record<string, string>>; body: string | null },
      now: number,
    ): Reply => {
      if (headers.authorization !== 'Bearer a-secret-token') return { status: 401 };
      return { headers: { date: new Date(now).toUTCString() }, ...answer(url.pathname, body) };
    },
  };
}

function openDesk(count: number): Vendor {
  const com = openCom(count);
  return deskVendor({
    upstream: com.upstream,
    rows: com.conversations,
    open: () => com.open(),
    add: () => com.open(virtualStart - 5 * minute),
    idOf: ({ id }) => id,
    say: (one, text) => {
      one.source.body = text;
    },
    touch: (one) => {
      one.updated_at = epoch(virtualStart) - 90;
    },
  });
}

export const intercomCase: ConnectorCase = {
  connector: intercom,
  settings: { region: 'eu', token: 'a-secret-token' },
  open: () => openDesk(140),
  openEmpty: () => openDesk(0),
};
