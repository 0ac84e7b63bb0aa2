// A stand-in for Zendesk's incremental export, its answers shaped after recorded ones.
import { zendesk } from '#ingest/connectors/zendesk.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const second = 1000;
const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const customer = { id: 6130907993114, name: 'Jo', role: 'end-user' };
const agent = { id: 6130907993115, name: 'Anna', role: 'agent' };

type Ticket = { id: number; at: number; stamp: number; text: string; isGone: boolean; isSpoiled: boolean };

function openDesk(count: number): Vendor {
  const tickets: Ticket[] = [];
  let stamp = Math.floor(virtualStart / second) - 86_400;
  const open = (): Ticket => {
    const id = tickets.length + 28;
    // Several tickets share each second: the cursor has to tell them apart.
    if (tickets.length % 4 === 0) stamp += 1;
    const ticket = { id, at: stamp * second, stamp, text: `Where is withdrawal ${id}?`, isGone: false, isSpoiled: false };
    tickets.push(ticket);
    return ticket;
  };
  for (let n = 0; n < count; n += 1) open();
  const touch = (ticket: Ticket) => {
    stamp += 1;
    ticket.stamp = stamp;
  };
  const ordered = () => [...tickets].sort((a, b) => a.stamp - b.stamp || a.id - b.id);
  const toJson = (ticket: Ticket) => ({
    id: ticket.id,
    via: { channel: 'email' },
    created_at: ticket.isSpoiled ? 'the day before yesterday' : iso(ticket.at),
    updated_at: iso(ticket.at),
    subject: 'Withdrawal',
    status: ticket.isGone ? 'deleted' : 'open',
    requester_id: customer.id,
    group_id: 5,
    tags: ['wallet'],
    satisfaction_rating: { score: 'offered' },
    generated_timestamp: ticket.stamp,
  });
  const incremental = (query: URLSearchParams): Reply => {
    const [afterStamp = 0, afterId = 0] = (query.get('cursor') ?? `${Number(query.get('start_time')) - 1}.999999`).split('.').map(Number);
    const size = Number(query.get('per_page'));
    const behind = ordered().filter(({ stamp: at, id }) => at > afterStamp || (at === afterStamp && id > afterId));
    const page = behind.slice(0, size);
    const last = page.at(-1);
    const cursor = last === undefined ? (query.get('cursor') ?? null) : `${last.stamp}.${last.id}`;
    return { body: { tickets: page.map(toJson), users: [customer, agent], after_cursor: cursor, end_of_stream: behind.length <= size } };
  };
  const answer = (path: string, query: URLSearchParams): Reply => {
    if (path === '/api/v2/users/me.json') return { body: { user: { id: 1, name: 'Reader', role: 'admin' } } };
    if (path === '/api/v2/incremental/tickets/cursor.json') return incremental(query);
    const [, id = '', part] = /tickets\/(\d+)(?:\/(\w+))?\.json$/.exec(path) ?? [];
    const ticket = tickets.find((one) => one.id === Number(id));
    if (ticket === undefined || ticket.isGone) return { status: 404, body: { error: 'RecordNotFound' } };
    if (part === 'audits') return { body: { audits: [], meta: { has_more: false } } };
    if (part !== 'comments') return { body: { ticket: toJson(ticket) } };
    const first = { id: ticket.id * 10, author_id: customer.id, created_at: iso(ticket.at), plain_body: ticket.text, public: true };
    const reply = {
      id: ticket.id * 10 + 1,
      author_id: agent.id,
      created_at: iso(ticket.at + 60_000),
      plain_body: 'We look into it.',
      public: true,
    };
    return query.get('page[after]') === null
      ? { body: { comments: [first], users: [customer], meta: { has_more: true, after_cursor: 'two' } } }
      : { body: { comments: [reply], users: [agent], meta: { has_more: false } } };
  };
  const at = (index: number): Ticket => tickets[index] ?? open();
  return {
    upstream: ({ url, headers }) => {
      if (headers.authorization !== `Basic ${Buffer.from('reader@acme.com/token:a-secret-token').toString('base64')}`)
        return { status: 401 };
      return { headers: { date: new Date(virtualStart).toUTCString() }, ...answer(url.pathname, url.searchParams) };
    },
    ids: () => tickets.filter((ticket) => !ticket.isSpoiled).map(({ id }) => String(id)),
    edit: () => {
      at(0).text = 'Where is it? It has been three days.';
      touch(at(0));
      return { externalId: '28', text: at(0).text };
    },
    remove: () => {
      at(1).isGone = true;
      return '29';
    },
    spoil: () => {
      at(2).isSpoiled = true;
      return '30';
    },
    mend: () => {
      at(2).isSpoiled = false;
      touch(at(2));
    },
    add: () => String(open().id),
  };
}

export const zendeskCase: ConnectorCase = {
  connector: zendesk,
  settings: { url: 'https://acme.zendesk.com', email: 'reader@acme.com', token: 'a-secret-token' },
  open: () => openDesk(250),
  openEmpty: () => openDesk(0),
};
