// A stand-in for Request Tracker 5 REST2, its answers shaped after those of a real 5.0.3.
import { requestTracker } from '#ingest/connectors/request-tracker.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const base = 'https://rt.example.com';
const url = (path: string) => `http://other-name/REST/2.0/${path}`;
const user = (id: string) => ({ id, type: 'user', _url: url(`user/${id}`) });
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');

type Transaction = { id: number; ticket: number; type: string; by: string; at: number; text?: string; from?: string; to?: string };
type Ticket = { id: number; subject: string; status: string; at: number; isGone: boolean; isSpoiled: boolean; mergedInto: number | null };

function openDesk(count: number): Vendor {
  const tickets: Ticket[] = [];
  const transactions: Transaction[] = [];
  const say = (ticket: number, type: string, by: string, text?: string) => {
    transactions.push({
      id: transactions.length + 100,
      ticket,
      type,
      by,
      at: virtualStart - 86_400_000 + transactions.length * 60_000,
      text,
    });
  };
  const open = (): Ticket => {
    const id = tickets.length + 1;
    const ticket = { id, subject: `Withdrawal ${id}`, status: 'open', at: virtualStart, isGone: false, isSpoiled: false, mergedInto: null };
    tickets.push(ticket);
    say(id, 'Create', 'jo@example.org', `Where is withdrawal number ${id}?`);
    say(id, 'EmailRecord', 'RT_System');
    say(id, 'Correspond', 'anna', `We are looking into number ${id}.`);
    return ticket;
  };
  for (let n = 0; n < count; n += 1) open();

  const toJson = ({ id, type, by, at, from, to, ticket }: Transaction) => ({
    id: String(id),
    type: 'transaction',
    _url: url(`transaction/${id}`),
    Type: type,
    Creator: user(by),
    Created: iso(at),
    Field: '',
    OldValue: from ?? '',
    NewValue: to ?? '',
    ObjectId: String(ticket),
  });
  const list = (items: readonly unknown[], query: URLSearchParams): Reply => {
    const size = Number(query.get('per_page') ?? 20);
    const page = Number(query.get('page') ?? 1);
    return { body: { page, per_page: size, count: items.length, items: items.slice((page - 1) * size, page * size) } };
  };
  const answer = (path: string, query: URLSearchParams): Reply => {
    const [noun = '', id = '', part = ''] = path.split('/');
    if (noun === 'rt') return { body: { Version: '5.0.3', Plugins: [] } };
    if (noun === 'queues') return list([{ id: '1' }], query);
    if (noun === 'queue') return { body: { id: 1, Name: 'General' } };
    if (noun === 'user') return { body: { id: 29, Name: id, Privileged: id === 'anna' ? '1' : '0' } };
    if (noun === 'transactions') {
      const after = Number(/id>(\d+)/.exec(query.get('query') ?? '')?.[1] ?? 0);
      return list(transactions.filter((one) => one.id > after).map(toJson), query);
    }
    if (noun === 'transaction') return list([{ id: String(Number(id) * 10), type: 'attachment' }], query);
    if (noun === 'attachment') {
      const said = transactions.find((one) => one.id * 10 === Number(id));
      const headers = 'Content-Type: text/plain; charset="utf-8"';
      return {
        body: { id: Number(id), ContentType: 'text/plain', Headers: headers, Content: Buffer.from(said?.text ?? '').toString('base64') },
      };
    }
    const ticket = tickets.find((one) => one.id === Number(id));
    if (noun !== 'ticket' || ticket === undefined || ticket.isGone) return { status: 404, body: { message: 'Not Found' } };
    if (part === 'history') return list(transactions.filter((one) => one.ticket === ticket.id).map(toJson), query);
    if (ticket.isSpoiled) return { body: { id: ticket.id, Subject: ticket.subject, Status: 7 } };
    return {
      body: {
        id: ticket.id,
        Subject: ticket.subject,
        Status: ticket.status,
        Created: iso(ticket.at),
        Queue: { id: '1' },
        Requestor: [user('jo@example.org')],
      },
    };
  };
  const touched = (ticket: Ticket) => say(ticket.id, 'Set', 'anna');
  const at = (index: number): Ticket => tickets[index] ?? open();
  return {
    upstream: ({ url: asked, headers }) => {
      if (headers.authorization !== 'token a-secret-token') return { status: 401 };
      return {
        headers: { date: new Date(virtualStart).toUTCString() },
        ...answer(asked.pathname.replace('/REST/2.0/', ''), asked.searchParams),
      };
    },
    ids: () => tickets.filter((ticket) => !ticket.isSpoiled).map((ticket) => String(ticket.id)),
    edit: () => {
      const first = transactions.find((one) => one.type === 'Create');
      if (first !== undefined) first.text = 'Where is it? It has been three days.';
      touched(at(0));
      return { externalId: '1', text: 'Where is it? It has been three days.' };
    },
    remove: () => {
      at(1).isGone = true;
      return '2';
    },
    spoil: () => {
      at(2).isSpoiled = true;
      return '3';
    },
    mend: () => {
      at(2).isSpoiled = false;
      touched(at(2));
    },
    add: () => String(open().id),
  };
}

export const requestTrackerCase: ConnectorCase = {
  connector: requestTracker,
  settings: { url: base, token: 'a-secret-token' },
  open: () => openDesk(90),
  openEmpty: () => openDesk(0),
};
