// Zammad: an index that is off or capped, hundreds of changes in one instant, merges, notes written down for customers, recorded answers.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { minute } from '#db/model/instant.ts';
import { zammad } from '#ingest/connectors/zammad.ts';
import { readSource } from '#test/support/read-source.ts';
import { openTestSources } from '#test/support/test-sources.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { openZam, zammadCase } from './vendors/zammad.ts';

const { settings } = zammadCase;
const recorded = path.resolve(import.meta.dirname, '../../../../shared/connectors/fixtures/zammad');
const idsOf = (reading: { readonly conversations: readonly { readonly externalId: string }[] }) =>
  new Set(reading.conversations.map(({ externalId }) => externalId));
const probe = (upstream: Upstream) => {
  const parts = { db: null as never, keys: null as never, clock: () => virtualStart, upstream };
  return openTestSources(parts).runner.probe('zammad', settings, new AbortController().signal);
};

describe('zammad', () => {
  it('reads a ticket whole: mail and notes, calls written down, closing and opening again', async () => {
    const zam = openZam(0);
    const ticket = zam.open();
    const [ask] = ticket.articles;
    if (ask !== undefined) Object.assign(ask, { message_id: '<a@x>' });
    zam.say(ticket, 'System', 'We have received your request.');
    zam.say(ticket, 'Agent', 'Ask finance.', { internal: true, type: 'note' });
    zam.say(ticket, 'Customer', 'Called, is angry.', { type: 'phone', created_by_id: 5 });
    const html = '<p>It is done.</p><p>On Mon, 2 Nov 2026 at 08:00, Jo wrote:</p><blockquote>Where is it?</blockquote>';
    const done = zam.say(ticket, 'Agent', html, { content_type: 'text/html', in_reply_to: '<a@x>' });
    const again = zam.say(ticket, 'Customer', 'It is not.', { created_by_id: 44 });
    ticket.fields = { close_at: done.created_at, last_close_at: done.created_at };
    const { conversations } = await readSource({ connector: zammad, settings }, zam.upstream);
    const at = (place: number) => Date.parse(ticket.articles[place]?.created_at ?? '');
    const id = (place: number) => String(ticket.articles[place]?.id);
    const plain = { visibility: 'public', kind: 'message', inReplyTo: null, deletedAt: null };
    const emma = { actor: 'agent', author: 'agent:5', authorName: 'Emma Taylor' };
    const jo = { actor: 'customer', author: '12', authorName: null };
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: '1',
        channel: 'email',
        subject: 'Withdrawal',
        openedAt: ticket.created,
        status: 'open',
        statusChanges: [
          { at: Date.parse(done.created_at), status: 'solved', by: 'agent' },
          { at: Date.parse(again.created_at), status: 'open', by: 'customer' },
        ],
        customer: '12',
        languageHint: null,
        category: null,
        team: 'Users',
        country: null,
        tags: ['wallet'],
        exclusion: null,
        mergedInto: null,
        isComplaint: false,
        messages: [
          { ...plain, ...jo, externalId: id(0), at: at(0), text: 'Where is withdrawal 1?' },
          { ...plain, ...emma, externalId: id(1), at: at(1), text: 'We look into 1.' },
          {
            ...plain,
            externalId: id(2),
            at: at(2),
            actor: 'system',
            author: 'system:1',
            authorName: null,
            kind: 'auto_reply',
            text: 'We have received your request.',
          },
          { ...plain, ...emma, externalId: id(3), at: at(3), visibility: 'private', text: 'Ask finance.' },
          { ...plain, ...jo, externalId: id(4), at: at(4), text: 'Called, is angry.' },
          { ...plain, ...emma, externalId: id(5), at: at(5), text: 'It is done.', inReplyTo: id(0) },
          { ...plain, ...jo, author: '44', externalId: id(6), at: at(6), text: 'It is not.' },
        ],
        ratings: [],
      },
    ]);
  });

  it('reads from the database where the search index is off, and says that it is', async () => {
    const zam = openZam(230, { hasIndex: false });
    const reading = await readSource({ connector: zammad, settings }, zam.upstream);
    expect(idsOf(reading).size).toBe(230);
    expect((await probe(zam.upstream)).warnings.map(({ en }) => en)).toEqual([expect.stringContaining('The search index is off')]);
    expect(await probe(openZam(3).upstream)).toEqual({ found: 'reader@acme.example', warnings: [] });
  });

  it.each([100, 30])('tells hundreds of changes in one instant apart, with %i to a page', async (mostPerPage) => {
    const zam = openZam(340, { mostPerPage });
    for (const ticket of zam.tickets.slice(20, 300)) ticket.updated = virtualStart - minute;
    const reading = await readSource({ connector: zammad, settings }, zam.upstream);
    expect([idsOf(reading).size, reading.conversations.length]).toEqual([340, 340]);
  });

  it('goes on with what an index that lags lets out late', async () => {
    const zam = openZam(20);
    const first = await readSource({ connector: zammad, settings }, zam.upstream);
    const mark = zam.tickets.at(-1)?.updated ?? 0;
    zam.open();
    const late = zam.tickets.at(-1);
    if (late !== undefined) late.updated = mark - 4 * minute;
    const next = await readSource({ connector: zammad, settings }, zam.upstream, { cursor: first.cursor });
    expect(idsOf(next)).toContain('21');
  });

  it('loses nothing where tickets change while they are read', async () => {
    const zam = openZam(230);
    let asked = 0;
    const busy: Upstream = (request, now) => {
      const reply = zam.upstream(request, now);
      asked += 1;
      const ticket = zam.tickets[(asked * 7) % 230];
      if (asked < 60 && ticket !== undefined) ticket.updated = virtualStart + asked;
      return reply;
    };
    const reading = await readSource({ connector: zammad, settings }, busy);
    expect(idsOf(reading).size).toBe(230);
  });

  it('tells into which ticket another was merged, and leaves it out of what is counted', async () => {
    const zam = openZam(2);
    const [merged] = zam.tickets;
    if (merged !== undefined)
      Object.assign(merged, { state: 'merged', links: [{ link_type: 'parent', link_object: 'Ticket', link_object_value: 2 }] });
    const { conversations } = await readSource({ connector: zammad, settings }, zam.upstream);
    const told = conversations.map(({ externalId, exclusion, mergedInto, status }) => [externalId, exclusion, mergedInto, status]);
    expect(told).toEqual([
      ['1', 'merged_into', '2', 'closed'],
      ['2', null, null, 'open'],
    ]);
  });
});

describe.skipIf(!existsSync(recorded))('recorded answers of Zammad (need ../shared)', () => {
  it('become a whole conversation', async () => {
    const read = (name: string) => JSON.parse(readFileSync(path.join(recorded, name), 'utf8'));
    const [listed] = read('TestAPI.test_tickets.json');
    const ticket = { ...listed.response.body[0], id: 5 };
    const upstream: Upstream = ({ url }) => {
      const path = url.pathname.replace('/api/v1/', '');
      if (path === 'ticket_states') return { body: read('docs.states.json')[0].body };
      if (path.startsWith('ticket_articles/')) return { body: read('docs.articles.json')[0].body };
      if (path === 'tags') return { body: { tags: [] } };
      return { headers: { date: 'Tue, 13 May 2025 09:11:07 GMT' }, body: Number(url.searchParams.get('page') ?? 1) > 1 ? [] : [ticket] };
    };
    const since = Date.parse('2025-01-01T00:00:00Z');
    const { conversations, malformed } = await readSource({ connector: zammad, settings }, upstream, { since });
    expect(malformed).toEqual([]);
    const plain = { visibility: 'public', kind: 'message', inReplyTo: null, deletedAt: null };
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: '5',
        channel: 'phone',
        subject: 'Welcome to Zammad!',
        openedAt: Date.parse('2025-05-13T08:37:16.572Z'),
        status: 'open',
        statusChanges: [],
        customer: '2',
        languageHint: null,
        category: null,
        team: 'Users',
        country: null,
        tags: [],
        exclusion: null,
        mergedInto: null,
        isComplaint: false,
        messages: [
          {
            ...plain,
            externalId: '9',
            at: Date.parse('2021-08-02T11:57:18.068Z'),
            actor: 'customer',
            author: '10',
            authorName: null,
            text: expect.stringMatching(/^Hi,\n\nplease send me:\n1 x Café Kopi susu[\s\S]*David Bell$/),
          },
          {
            ...plain,
            externalId: '10',
            at: Date.parse('2021-08-03T09:57:18.121Z'),
            actor: 'agent',
            author: 'agent:5',
            authorName: 'Emma Taylor',
            text: expect.stringMatching(/^Hi David,\n\nnice, we will ship it[\s\S]*till Wednesday\.$/),
          },
        ],
        ratings: [],
      },
    ]);
  });
});
