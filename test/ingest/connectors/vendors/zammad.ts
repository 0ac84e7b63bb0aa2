// A stand-in for Zammad: a search index that may lag or be off, articles, tags, states, links; its answers shaped after recorded ones.
import { minute } from '#db/model/instant.ts';
import { zammad } from '#ingest/connectors/zammad.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';
import { deskVendor } from './desk.ts';

export type ZamArticle = {
  readonly id: number;
  sender: string;
  type: string;
  internal: boolean;
  body: string;
  content_type: string;
  created_at: string;
  [field: string]: unknown;
};
export type ZamTicket = {
  readonly id: number;
  state: string;
  updated: number;
  readonly created: number;
  articles: ZamArticle[];
  tags: string[];
  links: object[];
  fields: Record<string, unknown>;
  isGone: boolean;
  isSpoiled: boolean;
};
type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

const states = ['new', 'open', 'pending reminder', 'closed', 'merged', 'removed', 'pending close'];
const stateTypeIds = [1, 2, 3, 5, 6, 7, 4];
const iso = (at: number) => new Date(at).toISOString();

export function openZam(count: number, options: { hasIndex?: boolean; mostPerPage?: number } = {}) {
  const { hasIndex = true, mostPerPage = 100 } = options;
  const tickets: ZamTicket[] = [];
  let at = virtualStart - 4000 * minute;
  let articleId = 70;
  const say = (ticket: ZamTicket, sender: string, body: string, more: Record<string, unknown> = {}) => {
    at += minute;
    articleId += 1;
    const by = sender === 'Customer' ? 12 : sender === 'Agent' ? 5 : 1;
    const base = {
      id: articleId,
      ticket_id: ticket.id,
      sender,
      type: 'email',
      internal: false,
      body,
      content_type: 'text/plain',
      from: sender === 'Agent' ? 'Emma Taylor via <help@acme.example>' : 'x',
      message_id: null,
      in_reply_to: null,
      created_by_id: by,
      origin_by_id: null,
      attachments: [],
    };
    const article: ZamArticle = { ...base, created_at: iso(at), updated_at: iso(at), ...more };
    ticket.articles.push(article);
    ticket.updated = at;
    return article;
  };
  const open = (from = at): ZamTicket => {
    at = Math.max(at, from) + minute;
    const ticket: ZamTicket = {
      id: tickets.length + 1,
      state: 'open',
      created: at,
      updated: at,
      articles: [],
      tags: ['wallet'],
      links: [],
      fields: {},
      isGone: false,
      isSpoiled: false,
    };
    tickets.push(ticket);
    say(ticket, 'Customer', `Where is withdrawal ${ticket.id}?`);
    say(ticket, 'Agent', `We look into ${ticket.id}.`);
    return ticket;
  };
  for (let n = 0; n < count; n += 1) open();
  const present = () => tickets.filter(({ isGone }) => !isGone);
  const toJson = (ticket: ZamTicket) => ({
    id: ticket.id,
    group: 'Users',
    state: ticket.state,
    title: 'Withdrawal',
    customer_id: 12,
    customer: 'jo@example.org',
    close_at: null,
    last_close_at: null,
    create_article_type: 'email',
    create_article_sender: 'Customer',
    created_at: ticket.isSpoiled ? 'last week' : iso(ticket.created),
    updated_at: iso(ticket.updated),
    article_ids: ticket.articles.map(({ id }) => id),
    ...ticket.fields,
  });
  const slice = (found: readonly ZamTicket[], page: number, perPage: number): Reply => {
    const size = Math.min(perPage, mostPerPage);
    return { body: found.slice((page - 1) * size, page * size).map(toJson) };
  };
  const changedSince = (since: number) =>
    present()
      .filter(({ updated }) => updated >= since)
      .sort((a, b) => a.updated - b.updated || a.id - b.id);
  const search = ({ method, url, body }: Asked): Reply => {
    if (method === 'POST') {
      const asked = JSON.parse(body ?? '{}');
      return slice(changedSince(Date.parse(asked.condition['ticket.updated_at'].value) + 1), asked.page, asked.per_page);
    }
    const query = url.searchParams.get('query') ?? '';
    if (!hasIndex) return { body: [] };
    const [, id] = /^id:(\d+)$/.exec(query) ?? [];
    if (id !== undefined)
      return {
        body: present()
          .filter((ticket) => ticket.id === Number(id))
          .map(toJson),
      };
    const since = Date.parse(/updated_at:\["([^"]+)" TO \*\]/.exec(query)?.[1] ?? '');
    return slice(changedSince(since), Number(url.searchParams.get('page')), Number(url.searchParams.get('per_page')));
  };
  const answer = (asked: Asked): Reply => {
    const path = asked.url.pathname.replace('/api/v1/', '');
    const query = asked.url.searchParams;
    if (path === 'users/me') return { body: { id: 3, login: 'reader@acme.example', email: 'reader@acme.example' } };
    if (path === 'ticket_states')
      return { body: states.map((name, index) => ({ id: index + 1, name, state_type_id: stateTypeIds[index], active: true })) };
    if (path === 'tickets/search') return search(asked);
    if (path === 'tickets') return slice(present(), Number(query.get('page')), Number(query.get('per_page')));
    const id = path === 'tags' ? query.get('o_id') : path === 'links' ? query.get('link_object_value') : path.split('/').at(-1);
    const ticket = present().find((one) => String(one.id) === id);
    if (ticket === undefined) return { status: 404, body: { error: "Couldn't find Ticket" } };
    if (path === 'tags') return { body: { tags: ticket.tags } };
    if (path === 'links') return { body: { links: ticket.links } };
    return { body: path.startsWith('ticket_articles/') ? ticket.articles : toJson(ticket) };
  };
  return {
    tickets,
    open,
    say,
    upstream: (asked: Asked, now: number): Reply => {
      if (asked.headers.authorization !== 'Token token=a-secret-token') return { status: 401, body: { error: 'Invalid token' } };
      return { headers: { date: new Date(now).toUTCString() }, ...answer(asked) };
    },
  };
}

function openDesk(count: number): Vendor {
  const zam = openZam(count);
  return deskVendor({
    upstream: zam.upstream,
    rows: zam.tickets,
    open: () => zam.open(),
    add: () => zam.open(virtualStart - 10 * minute),
    idOf: ({ id }) => String(id),
    say: (ticket, text) => {
      const [first] = ticket.articles;
      if (first !== undefined) first.body = text;
    },
    touch: (ticket) => {
      ticket.updated = virtualStart - minute;
    },
  });
}

export const zammadCase: ConnectorCase = {
  connector: zammad,
  settings: { url: 'https://help.acme.example', token: 'a-secret-token' },
  open: () => openDesk(230),
  openEmpty: () => openDesk(0),
};
