// Redmine: hundreds of issues in one second, closed ones, private notes, who is ours by list, by role or by neither, recorded answers.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { minute } from '#db/model/instant.ts';
import { redmine } from '#ingest/connectors/redmine.ts';
import { readSource } from '#test/support/read-source.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { openMine, redmineCase } from './vendors/redmine.ts';

const { settings } = redmineCase;
const recorded = path.resolve(import.meta.dirname, '../../../../shared/connectors/fixtures/redmine');
const plain = { visibility: 'public', kind: 'message', inReplyTo: null, deletedAt: null };

describe('redmine', () => {
  it('reads an issue whole: notes, private notes, changes of fields, closing and opening again', async () => {
    const mine = openMine(0);
    const issue = mine.open();
    const hidden = mine.note(issue, mine.anna, 'Ask finance.', { private_notes: true });
    mine.note(issue, mine.anna, '', { status: 2 });
    const closed = mine.note(issue, mine.anna, 'It is done.', { status: 5 });
    const again = mine.note(issue, mine.jo, 'It is not.', { status: 1 });
    const end = mine.note(issue, mine.anna, '', { status: 5 });
    const { conversations } = await readSource({ connector: redmine, settings }, mine.upstream);
    const anna = { actor: 'agent', author: '4', authorName: 'Anna Agent' };
    const jo = { actor: 'customer', author: '30', authorName: null };
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: '1',
        channel: 'web',
        subject: 'Withdrawal',
        openedAt: issue.created,
        status: 'solved',
        statusChanges: [
          { at: closed.at, status: 'solved', by: 'agent' },
          { at: again.at, status: 'open', by: 'customer' },
          { at: end.at, status: 'solved', by: 'agent' },
        ],
        customer: '30',
        languageHint: null,
        category: 'Withdrawals',
        team: 'Support',
        country: null,
        tags: ['Question'],
        exclusion: null,
        mergedInto: null,
        isComplaint: false,
        messages: [
          { ...plain, ...jo, externalId: 'issue:1', at: issue.created, text: 'Where is withdrawal 1?' },
          { ...plain, ...anna, externalId: '501', at: issue.created + minute, text: 'We look into 1.' },
          { ...plain, ...anna, externalId: hidden.id, at: hidden.at, visibility: 'private', text: 'Ask finance.' },
          { ...plain, ...anna, externalId: closed.id, at: closed.at, text: 'It is done.' },
          { ...plain, ...jo, externalId: again.id, at: again.at, text: 'It is not.' },
        ],
        ratings: [],
      },
    ]);
  });

  it('tells hundreds of changes in one second apart, over the edges of pages and runs', async () => {
    const mine = openMine(350);
    for (const issue of mine.issues.slice(30, 310)) issue.updated = virtualStart - minute;
    const first = await readSource({ connector: redmine, settings }, mine.upstream, { stopAfter: 2 });
    const rest = await readSource({ connector: redmine, settings }, mine.upstream, { cursor: first.cursor });
    const ids = [...first.conversations, ...rest.conversations].map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(350);
  });

  it('reads closed issues as well', async () => {
    const mine = openMine(3);
    for (const issue of mine.issues) mine.note(issue, mine.anna, 'done', { status: 5 });
    const { conversations } = await readSource({ connector: redmine, settings }, mine.upstream);
    expect(conversations.map(({ status }) => status)).toEqual(['solved', 'solved', 'solved']);
  });

  it.each([
    ['by the list of staff, with days', { staff: '30 2020-01-01 2020-12-31\n4' }, true, ['customer', 'agent', 'customer']],
    ['by the list alone, where there is one', { staff: '30' }, true, ['agent', 'customer', 'agent']],
    ['by the roles of members', {}, true, ['customer', 'agent', 'customer']],
    ['by who asked, where members may not be read', {}, false, ['customer', 'agent', 'customer']],
    ['by other roles of customers', { customerRoles: 'Guest, Reporter, Developer' }, true, ['customer', 'customer', 'customer']],
  ])('knows who is ours %s', async (_title, more, canSeeMembers, actors) => {
    const mine = openMine(0, { canSeeMembers });
    mine.note(mine.open(), mine.jo, 'Any news?');
    const { conversations } = await readSource({ connector: redmine, settings: { ...settings, ...more } }, mine.upstream);
    expect(conversations[0]?.messages.map(({ actor }) => actor)).toEqual(actors);
  });

  it('is refused where a wrong key would read what is public as nobody', async () => {
    const mine = openMine(3);
    const open: Upstream = ({ url, headers }, now) =>
      url.pathname === '/users/current.json' && headers['x-redmine-api-key'] !== 'a-secret-key'
        ? { status: 401 }
        : mine.upstream({ url, headers: { 'x-redmine-api-key': 'a-secret-key' } }, now);
    const reading = readSource({ connector: redmine, settings: { ...settings, key: 'an-old-key' } }, open);
    await expect(reading).rejects.toThrow('the credentials are wrong or have expired');
  });

  it('reads the days that were asked for, and one project where it is named', async () => {
    const mine = openMine(40);
    const window = { from: mine.issues[10]?.updated ?? 0, to: mine.issues[20]?.updated ?? 0 };
    const { conversations, asked } = await readSource({ connector: redmine, settings: { ...settings, project: 'help' } }, mine.upstream, {
      window,
    });
    expect(conversations.map(({ externalId }) => externalId)).toEqual(Array.from({ length: 10 }, (_, n) => String(n + 11)));
    expect(asked.filter((url) => url.startsWith('/issues.json')).every((url) => url.includes('project_id=help'))).toBe(true);
  });
});

describe.skipIf(!existsSync(recorded))('recorded answers of Redmine (need ../shared)', () => {
  it('become a whole conversation', async () => {
    const read = (name: string) => JSON.parse(readFileSync(path.join(recorded, name), 'utf8'));
    const whole = read('redmine_issue_7311.json');
    const upstream: Upstream = ({ url }) => {
      if (url.pathname === '/users/current.json') return { body: read('redmine_user_3.json') };
      if (url.pathname === '/issue_statuses.json')
        return {
          body: {
            issue_statuses: [
              { id: 1, name: 'Nueva' },
              { id: 5, name: 'Cerrada', is_closed: true },
            ],
          },
        };
      if (url.pathname === '/issues.json')
        return {
          headers: { date: 'Mon, 31 Oct 2016 10:00:00 GMT' },
          body: url.searchParams.get('offset') === '0' ? read('redmine_issues_next.json') : { issues: [] },
        };
      return url.pathname === '/issues/7311.json' ? { body: whole } : { status: 403 };
    };
    const since = Date.parse('2016-01-01T00:00:00Z');
    const { conversations, malformed } = await readSource({ connector: redmine, settings }, upstream, { since });
    const quan = { actor: 'customer', author: '24', authorName: null };
    const jesus = { actor: 'agent', author: '25', authorName: 'Jesús Alonso' };
    const said = (externalId: string, at: string, who: object, text: string) => ({
      ...plain,
      ...who,
      externalId,
      at: Date.parse(at),
      text,
    });
    const set = (at: string, status: string, by: string) => ({ at: Date.parse(at), status, by });
    expect(malformed).toEqual([]);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: '7311',
        channel: 'web',
        subject: 'Data sources are not being updated',
        openedAt: Date.parse('2016-01-26T12:39:26Z'),
        status: 'open',
        statusChanges: [
          set('2016-02-02T13:45:50Z', 'solved', 'agent'),
          set('2016-03-21T12:02:13Z', 'open', 'customer'),
          set('2016-03-21T12:13:59Z', 'solved', 'agent'),
          set('2016-04-04T09:33:20Z', 'open', 'customer'),
          set('2016-04-14T08:02:45Z', 'solved', 'agent'),
          set('2016-05-03T10:42:46Z', 'open', 'customer'),
          set('2016-05-19T17:04:19Z', 'solved', 'agent'),
          set('2016-06-07T10:54:57Z', 'open', 'customer'),
        ],
        customer: '24',
        languageHint: null,
        category: null,
        team: 'MAD',
        country: null,
        tags: ['Errores'],
        exclusion: null,
        mergedInto: null,
        isComplaint: false,
        messages: [
          said('issue:7311', '2016-01-26T12:39:26Z', quan, 'Description'),
          said('43319', '2016-01-27T11:40:54Z', { ...jesus, author: '99' }, 'Desc'),
          said('45616', '2016-04-04T09:33:20Z', quan, 'Notes'),
          said('45630', '2016-04-04T10:58:48Z', jesus, 'More notes'),
          said('45774', '2016-04-08T07:47:51Z', jesus, 'Even more notes'),
          said('46391', '2016-05-03T10:42:46Z', quan, 'More and more notes'),
          said('46397', '2016-05-03T13:19:36Z', jesus, 'Yep'),
          said('46976', '2016-06-08T08:07:36Z', jesus, 'Yes, its ok'),
          said('47053', '2016-07-04T09:08:28Z', quan, 'My notes'),
          said('47054', '2016-07-04T09:14:53Z', jesus, 'Yes its ok'),
          said('47061', '2016-07-26T09:11:49Z', quan, 'A lot of changes here'),
          said('47063', '2016-07-27T08:12:37Z', jesus, 'Yes its ok'),
        ],
        ratings: [],
      },
    ]);
  });
});
