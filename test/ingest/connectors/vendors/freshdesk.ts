// A stand-in for Freshdesk: lists that leave out spam and bin, thirty days unless asked for more, no page 301; answers shaped after recorded ones.
import { day, minute, second } from '#db/model/instant.ts';
import { freshdesk } from '#ingest/connectors/freshdesk.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';
import { deskVendor } from './desk.ts';

export type DeskTicket = {
  readonly id: number;
  text: string;
  readonly created: number;
  updated: number;
  isDeleted: boolean;
  isSpam: boolean;
  isSpoiled: boolean;
  entries: object[];
  fields: Record<string, unknown>;
};
type DeskRating = {
  id: number;
  ticket_id: number;
  ratings: { default_question: number };
  feedback: string;
  created_at: string;
  updated_at: string;
};
type Options = { readonly mostPerPage?: number; readonly isClosed?: boolean };

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const whole = (at: number) => Math.floor(at / second) * second;

export function openFresh(count: number, { mostPerPage = 100, isClosed = false }: Options = {}) {
  const tickets: DeskTicket[] = [];
  const ratings: DeskRating[] = [];
  const erased = new Set<string>();
  let at = virtualStart - 60 * day;
  let entryId = 1000;
  const say = (ticket: DeskTicket, body_text: string, more: Record<string, unknown> = {}) => {
    at += minute;
    entryId += 1;
    const base = {
      id: entryId,
      body: body_text,
      body_text,
      incoming: false,
      private: false,
      user_id: 7,
      source: 0,
      ticket_id: ticket.id,
      attachments: [],
    };
    ticket.entries.push({ ...base, created_at: iso(at), updated_at: iso(at), ...more });
    ticket.updated = whole(at);
    return { id: String(entryId), at: whole(at) };
  };
  const open = (from = at): DeskTicket => {
    at = Math.max(at, from) + minute;
    const id = tickets.length + 1;
    const ticket: DeskTicket = {
      id,
      text: `Where is withdrawal ${id}?`,
      created: whole(at),
      updated: whole(at),
      isDeleted: false,
      isSpam: false,
      isSpoiled: false,
      entries: [],
      fields: {},
    };
    tickets.push(ticket);
    say(ticket, `We look into ${id}.`);
    return ticket;
  };
  for (let n = 0; n < count; n += 1) open();
  const toJson = (ticket: DeskTicket, include: string) => ({
    id: ticket.id,
    subject: 'Withdrawal',
    status: 2,
    priority: 1,
    source: 1,
    type: 'Question',
    spam: ticket.isSpam,
    ...(ticket.isDeleted ? { deleted: true } : {}),
    requester_id: 6012691534,
    responder_id: 7,
    group_id: 3,
    tags: ['wallet'],
    created_at: ticket.isSpoiled ? 'last week' : iso(ticket.created),
    updated_at: iso(ticket.updated),
    ...(include.includes('description') ? { description_text: ticket.text } : {}),
    ...(include.includes('stats') ? { stats: { resolved_at: null, closed_at: null, reopened_at: null } } : {}),
    ...ticket.fields,
  });
  const paged = (rows: readonly unknown[], query: URLSearchParams): Reply => {
    const page = Number(query.get('page') ?? 1);
    if (page > 300)
      return {
        status: 400,
        body: {
          description: 'Validation failed',
          errors: [{ field: 'page', message: 'You cannot access tickets beyond the 300th page.' }],
        },
      };
    const size = Math.min(mostPerPage, Number(query.get('per_page') ?? 30));
    return { body: rows.slice((page - 1) * size, page * size) };
  };
  const list = (query: URLSearchParams, now: number): Reply => {
    const filter = query.get('filter');
    const since = query.get('updated_since');
    const found = tickets
      .filter(({ id }) => !erased.has(String(id)))
      .filter(({ isDeleted, isSpam }) =>
        filter === 'deleted' ? isDeleted : filter === 'spam' ? isSpam && !isDeleted : !isDeleted && !isSpam,
      )
      .filter(({ updated, created }) => (since === null ? created >= now - 30 * day : updated >= Date.parse(since)))
      .sort((a, b) => (query.get('order_by') === 'updated_at' ? a.updated - b.updated || a.id - b.id : b.created - a.created));
    return paged(
      found.map((ticket) => toJson(ticket, query.get('include') ?? '')),
      query,
    );
  };
  const answer = (path: string, query: URLSearchParams, now: number): Reply => {
    if (path === 'agents/me') return { body: { id: 9, ticket_scope: 1, contact: { name: 'Reader' } } };
    if (path === 'groups' || path === 'agents') {
      if (isClosed) return { status: 403, body: { code: 'access_denied' } };
      return paged([path === 'groups' ? { id: 3, name: 'Wallets' } : { id: 7, contact: { name: 'Rachel' } }], query);
    }
    if (path === 'tickets') return list(query, now);
    if (path === 'surveys/satisfaction_ratings') {
      const since = Date.parse(query.get('created_since') ?? '');
      return paged(
        ratings.filter(({ created_at }) => Date.parse(created_at) >= since),
        query,
      );
    }
    const [, id, part] = /^tickets\/(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
    const ticket = tickets.find((one) => one.id === Number(id));
    if (ticket === undefined || erased.has(id ?? '')) return { status: 404 };
    if (part === 'conversations') return paged(ticket.entries, query);
    if (part === 'satisfaction_ratings')
      return isClosed
        ? { status: 403, body: { code: 'require_feature' } }
        : paged(
            ratings.filter(({ ticket_id }) => ticket_id === ticket.id),
            query,
          );
    return { body: toJson(ticket, 'stats,description') };
  };
  return {
    tickets,
    open,
    say,
    /** Deleted for good: not even in the bin. */
    erase: (id: string) => {
      erased.add(id);
    },
    /** A customer rates; the ticket does not count as changed. */
    rate: (ticket: DeskTicket, step: number, ratedAt: number) => {
      const id = ratings.length + 1;
      ratings.push({
        id,
        ticket_id: ticket.id,
        ratings: { default_question: step },
        feedback: 'Took three days.',
        created_at: iso(ratedAt),
        updated_at: iso(ratedAt),
      });
    },
    upstream: ({ url, headers }: { url: URL; headers: Readonly<Record<string, string>> }, now: number): Reply => {
      if (headers.authorization !== `Basic ${Buffer.from('a-secret-key:X').toString('base64')}`) return { status: 401 };
      return { headers: { date: new Date(now).toUTCString() }, ...answer(url.pathname.replace('/api/v2/', ''), url.searchParams, now) };
    },
  };
}

function openDesk(count: number): Vendor {
  const fresh = openFresh(count);
  return deskVendor({
    upstream: fresh.upstream,
    rows: fresh.tickets,
    open: () => fresh.open(),
    add: () => fresh.open(virtualStart - 10 * minute),
    idOf: ({ id }) => String(id),
    say: (ticket, text) => {
      ticket.text = text;
    },
    erase: (ticket) => fresh.erase(String(ticket.id)),
    touch: (ticket) => {
      ticket.updated = virtualStart - minute;
    },
  });
}

export const freshdeskCase: ConnectorCase = {
  connector: freshdesk,
  settings: { url: 'https://acme.freshdesk.com', key: 'a-secret-key' },
  open: () => openDesk(230),
  openEmpty: () => openDesk(0),
};
