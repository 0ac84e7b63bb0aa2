// What goes to GitHub: counts always, words of customers by choice only, and nothing that calls, refers or runs.
import { describe, expect, it } from 'vitest';
import { type TicketFacts, ticketText } from '#api/tickets/ticket-text.ts';
import { readTrackerLink } from '#db/model/tracker-link.ts';

const facts: TicketFacts = {
  id: 'issue-7',
  label: '@LarkHelp no sync #12 | <b>',
  summary: 'Since 7.12 no sync, see https://evil.example/x',
  customers: 34,
  conversations: 41,
  firstAt: '2026-03-02T02:00:00.000Z',
  lastAt: '2026-03-09T02:00:00.000Z',
  languages: [
    { value: 'en', customers: 30 },
    { value: 'zh-Hans', customers: 4 },
  ],
  channels: [{ value: 'app_store_review', customers: 34 }],
  versions: [],
  quotes: [{ text: 'no sync ``` @everybody ```` fixes #3', language: 'en' }],
};

describe('the text of a ticket', () => {
  it('holds counts and places, and calls nobody', () => {
    const { title, body } = ticketText(facts, { withQuotes: false, pageUrl: 'https://huiyin.example.com/issues/issue-7' });
    expect(title).toBe('@LarkHelp no sync #12 | <b>');
    expect(body).toBe(
      [
        'Since 7.12 no sync, see https:\u200b//evil.example/x',
        '',
        '| | |',
        '| --- | --- |',
        '| Customers | 34 |',
        '| Conversations | 41 |',
        '| First and last | 2026-03-02 – 2026-03-09 (UTC) |',
        '| Languages (customers) | en (30), zh-Hans (4) |',
        '| Channels (customers) | app\\_store\\_review (34) |',
        '| Versions named (customers) | - |',
        '',
        'Counted by Huiyin: [issue-7](https://huiyin.example.com/issues/issue-7)',
      ].join('\n'),
    );
    const same = ticketText({ ...facts, summary: facts.label }, { withQuotes: false, pageUrl: null }).body;
    expect(same.split('\n')[0]).toBe('@\u200bLarkHelp no sync #\u200b12 \\| \\<b\\>');
    expect(same).toMatch(/Counted by Huiyin, issue-7\.$/);
  });

  it('holds quotes only where somebody chose so, in blocks that no quote can leave', () => {
    const { body } = ticketText(facts, { withQuotes: true, pageUrl: null });
    expect(body).toContain('`````text\nno sync ``` @everybody ```` fixes #3\n`````');
    expect(ticketText(facts, { withQuotes: false, pageUrl: null }).body).not.toContain('everybody');
  });
});

describe('addresses of trackers', () => {
  it.each([
    ['https://github.com/acme/wallet/issues/12', { tracker: 'github', key: 'acme/wallet#12' }],
    ['https://acme.atlassian.net/browse/WAL-12', { tracker: 'jira', key: 'WAL-12' }],
    ['https://jira.acme.example/browse/WAL-12', { tracker: 'jira', key: 'WAL-12' }],
    ['https://linear.app/acme/issue/WAL-12/no-sync', { tracker: 'linear', key: 'WAL-12' }],
    ['https://tracker.example/t/12', { tracker: 'other', key: null }],
    ['https://github.com/acme/wallet', null],
    ['https://acme.atlassian.net/wiki/x', null],
    ['https://linear.app/acme/team', null],
    ['https://github.com.evil.example/acme/wallet/issues/12', { tracker: 'other', key: null }],
    ['javascript:alert(1)', null],
  ])('%s', (address, link) => {
    expect(readTrackerLink(address)).toEqual(link);
  });
});
