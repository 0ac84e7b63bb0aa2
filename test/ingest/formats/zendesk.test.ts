// Zendesk tickets with their comments: who wrote what, what the ticket went through, and what cannot be taken.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '#ingest/formats/limits.ts';
import { parseTicket, zendesk } from '#ingest/formats/zendesk.ts';
import { importNow, readRecords, rejectsOf, temporaryFolder, writeFile } from '#test/support/import-files.ts';

const shared = path.resolve(import.meta.dirname, '../../../../shared');
const folder = temporaryFolder();
const parse = (value: unknown) => parseTicket(value, { now: importNow, limits: defaultLimits });

const comment = {
  id: 1,
  author_id: 10,
  body: 'It burns',
  plain_body: 'It burns',
  public: true,
  created_at: '2026-03-01T10:00:00Z',
  via: { channel: 'email' },
};
const ticket = {
  id: 35436,
  created_at: '2026-03-01T10:00:00Z',
  status: 'open',
  subject: 'My printer',
  description: 'It burns',
  requester_id: 10,
  submitter_id: 10,
  group_id: 98738,
  tags: ['vip'],
  via: { channel: 'email' },
  satisfaction_rating: { score: 'unoffered' },
  comments: [comment],
};

describe('a Zendesk ticket', () => {
  it('becomes a conversation in which the description is not doubled', () => {
    expect(parse(ticket)).toEqual({
      externalId: '35436',
      channel: 'email',
      subject: 'My printer',
      openedAt: Date.parse('2026-03-01T10:00:00Z'),
      status: 'open',
      statusChanges: [],
      customer: '10',
      languageHint: null,
      category: null,
      team: 'group 98738',
      country: null,
      tags: ['vip'],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        {
          externalId: '1',
          at: Date.parse('2026-03-01T10:00:00Z'),
          actor: 'customer',
          author: '10',
          authorName: null,
          visibility: 'public',
          kind: 'message',
          text: 'It burns',
          inReplyTo: null,
          deletedAt: null,
        },
      ],
      ratings: [],
    });
  });

  it('knows who wrote: requester, copied people, agents, triggers and the system', () => {
    const by = (author_id: number, change: object = {}) => ({ ...comment, id: author_id + 100, author_id, ...change });
    const parsed = parse({
      ...ticket,
      email_cc_ids: [12],
      users: [
        { id: 13, role: 'end-user' },
        { id: 14, role: 'agent', name: 'Anna' },
      ],
      comments: [by(10), by(12), by(13), by(14), by(15, { public: false }), by(-1), by(16, { via: { channel: 'rule' } })],
    });
    expect(parsed.messages.map(({ actor, authorName, visibility, kind }) => [actor, authorName, visibility, kind])).toEqual([
      ['customer', null, 'public', 'message'],
      ['customer', null, 'public', 'message'],
      ['customer', null, 'public', 'message'],
      ['agent', 'Anna', 'public', 'message'],
      ['agent', null, 'private', 'message'],
      ['system', null, 'public', 'auto_reply'],
      ['system', null, 'public', 'auto_reply'],
    ]);
  });

  it('takes status changes from audits, and else the solve from the metric set', () => {
    const change = (value: string, created_at: string, author_id: number, via = 'web') => ({
      created_at,
      author_id,
      via: { channel: via },
      events: [{ type: 'Comment' }, { type: 'Change', field_name: 'status', value }],
    });
    const audits = [
      change('solved', '2026-03-02T00:00:00Z', 14),
      change('open', '2026-03-03T00:00:00Z', 10),
      change('closed', '2026-03-09T00:00:00Z', 14, 'rule'),
    ];
    expect(parse({ ...ticket, status: 'closed', audits }).statusChanges).toEqual([
      { at: Date.parse('2026-03-02T00:00:00Z'), status: 'solved', by: 'agent' },
      { at: Date.parse('2026-03-03T00:00:00Z'), status: 'open', by: 'customer' },
      { at: Date.parse('2026-03-09T00:00:00Z'), status: 'closed', by: 'system' },
    ]);
    const metric_set = { solved_at: '2026-03-02T00:00:00Z' };
    expect(parse({ ...ticket, status: 'solved', metric_set }).statusChanges).toEqual([
      { at: Date.parse('2026-03-02T00:00:00Z'), status: 'solved', by: 'agent' },
    ]);
    expect(parse({ ...ticket, status: 'open', metric_set }).statusChanges).toEqual([]);
  });

  it('reads what was written with a rating', () => {
    const rated = { score: 'bad', comment: 'Still waiting.', updated_at: '2026-03-04T00:00:00Z' };
    expect(parse({ ...ticket, satisfaction_rating: rated }).ratings.map(({ value, comment }) => [value, comment])).toEqual([
      [0, 'Still waiting.'],
    ]);
  });

  it('reads ratings, merges, deletions and complaints', () => {
    expect(parse({ ...ticket, satisfaction_rating: { score: 'good', updated_at: '2026-03-04T00:00:00Z' } }).ratings).toEqual([
      { externalId: 'csat', kind: 'csat', value: 1, scaleMin: 0, scaleMax: 1, at: Date.parse('2026-03-04T00:00:00Z') },
    ]);
    expect(parse({ ...ticket, tags: ['closed_by_merge', 'complaint'] })).toMatchObject({ exclusion: 'merged_into', isComplaint: true });
    expect(parse({ ...ticket, status: 'deleted', comments: undefined })).toMatchObject({
      exclusion: 'deleted',
      status: 'closed',
      messages: [],
    });
  });

  it('is refused without its comments, because it would look as if nobody had answered', () => {
    expect(() => parse({ ...ticket, comments: undefined })).toThrow(
      'comments is missing, expected the comments of the ticket (export tickets with comments)',
    );
    expect(() => parse({ ...ticket, comments: [] })).toThrow(
      'comments is a list of 0, expected at least one comment (the description is the first)',
    );
    expect(() => parse({ ...ticket, status: 'escalated' })).toThrow('status is a text of 9 characters, expected one of new, open');
  });

  it('is read from JSON Lines, bare or inside {"ticket": ...}, with the line of what is wrong', async () => {
    const lines = [
      ticket,
      { ticket: { ...ticket, id: 2 } },
      { ...ticket, id: 3, comments: [{ ...comment, created_at: null }] },
      { id: null },
    ];
    const records = await readRecords(zendesk, writeFile(folder, 'tickets.jsonl', lines.map((line) => JSON.stringify(line)).join('\n')));
    expect(records.map((record) => (record.kind === 'conversation' ? record.conversation.externalId : record.externalId))).toEqual([
      '35436',
      '2',
      '3',
      null,
    ]);
    expect(rejectsOf(records)).toEqual([
      { line: 3, reason: 'comments[0].created_at is null, expected a time' },
      { line: 4, reason: 'id is null, expected the id of a ticket' },
    ]);
  });
});

describe.skipIf(!existsSync(shared))('recorded Zendesk tickets (needs ../shared)', () => {
  it('are taken once they have comments', () => {
    const recording: unknown = JSON.parse(
      readFileSync(path.join(shared, 'connectors/fixtures/zendesk/TicketsIncrementalTest.test_get_values.json'), 'utf8'),
    );
    const tickets = (recording as { response: { body: { tickets?: object[] } } }[]).flatMap((call) => call.response.body.tickets ?? []);
    expect(tickets.length).toBeGreaterThan(50);
    for (const [index, recorded] of tickets.entries()) {
      const parsed = parse({ ...recorded, comments: [{ ...comment, id: index }] });
      expect(parsed).toMatchObject({
        channel: expect.any(String),
        subject: expect.any(String),
        messages: [{ text: 'It burns' }],
      });
    }
  });
});
