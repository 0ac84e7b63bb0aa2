// Incidents from the feed of a status page, as Statuspage and those that follow its form give it.
import { z } from 'zod';
import { type FeedEntry, readFeedEntries } from '../events/feed-entries.ts';
import { toIncident } from '../events/incident.ts';
import { defineConnector } from './connector.ts';
import { askText, cursorAfter, noConversations, noRights } from './event-fields.ts';
import { urlField } from './fields.ts';

const settings = z.strictObject({
  url: urlField('https://status.example.com', {
    en: 'The status page, or the address of its Atom or RSS feed.',
    zh: '状态页的网址，或其 Atom / RSS 订阅源的网址。',
  }),
});

const what = 'the feed of the status page';

/** A page's own address leads to its history; an address that names a file is taken as it is. */
function feedUrl(url: string): string {
  const { pathname } = new URL(url);
  return /\.(atom|rss|xml|json)$|\/(feed|rss|atom)\/?$/i.test(pathname) ? url : `${url.replace(/\/+$/, '')}/history.atom`;
}

const isDated = ({ publishedAt, updatedAt }: FeedEntry) => publishedAt !== null || updatedAt !== null;

export const statusPage = defineConnector({
  ...noConversations,
  card: {
    id: 'status-page',
    label: 'Status page (Atom, RSS)',
    reads: {
      en: 'Incidents and maintenance with their length, to lie over charts as events.',
      zh: '故障与维护及其时长，作为事件叠加在图表上。',
    },
    gives: 'events',
    rights: noRights,
    provenBy: ['documentation'],
  },
  settings,
  async *fetch(context, { since, window }) {
    // Asked for in full each time: an incident that goes on grows also where the feed did not change.
    const found = await askText(context, { what, url: feedUrl(context.settings.url), cursor: null });
    if (found === null) return;
    const entries = readFeedEntries(found.text);
    const now = context.clock();
    const from = window?.from ?? since;
    const events = entries
      .flatMap((entry) => toIncident(entry, now) ?? [])
      .filter(({ fromAt, toAt }) => toAt >= from && (window === null || fromAt < window.to));
    const malformed = entries.filter((entry) => !isDated(entry)).map(({ id }) => ({ item: id, reason: 'has no date' }));
    yield { items: [], malformed, events, cursor: cursorAfter(context.settings, found.answer), serverAt: found.answer.at };
  },
  probe: async (context) => {
    const found = await askText(context, { what, url: feedUrl(context.settings.url), cursor: null });
    const entries = found === null ? [] : readFeedEntries(found.text);
    const open = entries.flatMap((entry) => toIncident(entry, context.clock()) ?? []).filter(({ toAt }) => toAt === context.clock());
    return { found: `${entries.length} incidents, ${open.length} of them going on`, warnings: [] };
  },
});
