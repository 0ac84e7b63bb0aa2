// Releases from a feed: each entry of an RSS, Atom or JSON feed of release notes is a release on the day it was published.
import { z } from 'zod';
import type { EventInput } from '#db/model/event.ts';
import { eventLine } from '../events/event-line.ts';
import { type FeedEntry, readFeedEntries } from '../events/feed-entries.ts';
import { defineConnector, settingNotes } from './connector.ts';
import { askText, cursorAfter, noConversations, noRights } from './event-fields.ts';
import { urlField } from './fields.ts';

const settings = z.strictObject({
  url: urlField('https://blog.example.com/releases.xml'),
  containing: z
    .string()
    .trim()
    .max(100)
    .optional()
    .register(settingNotes, {
      label: { en: 'Only entries whose title holds', zh: '仅包含标题含有以下文字的条目' },
      help: { en: 'For feeds that hold more than releases. Empty: all.', zh: '用于内容不止版本发布的订阅源。留空则全部读取。' },
      placeholder: 'Release',
    }),
});

function toRelease({ id, title, publishedAt }: FeedEntry): EventInput[] {
  if (publishedAt === null) return [];
  return [{ externalId: id, kind: 'release', label: eventLine(title), fromAt: publishedAt, toAt: publishedAt, magnitude: null }];
}

function releasesOf(text: string, { containing = '' }: z.infer<typeof settings>): readonly FeedEntry[] {
  return readFeedEntries(text).filter(({ title }) => title.toLowerCase().includes(containing.toLowerCase()));
}

const what = 'the feed of releases';

export const releaseFeed = defineConnector({
  ...noConversations,
  card: {
    id: 'release-feed',
    label: 'Releases (RSS, Atom, JSON feed)',
    reads: { en: 'Releases of your product, to lie over charts as events.', zh: '产品版本发布，作为事件叠加在图表上。' },
    gives: 'events',
    rights: noRights,
    provenBy: ['documentation'],
  },
  settings,
  async *fetch(context, { cursor, since, window }) {
    const found = await askText(context, { what, url: context.settings.url, cursor });
    if (found === null) return;
    const entries = releasesOf(found.text, context.settings);
    const undated = entries.filter(({ publishedAt }) => publishedAt === null).map(({ id }) => ({ item: id, reason: 'has no date' }));
    const from = window?.from ?? since;
    const events = entries.flatMap(toRelease).filter(({ fromAt }) => fromAt >= from && (window === null || fromAt < window.to));
    yield { items: [], malformed: undated, events, cursor: cursorAfter(context.settings, found.answer), serverAt: found.answer.at };
  },
  probe: async (context) => {
    const { eventLabel } = await import('../events/event-label.ts');
    const found = await askText(context, { what, url: context.settings.url, cursor: null });
    const entries = found === null ? [] : releasesOf(found.text, context.settings);
    const [first] = entries;
    return {
      found: `${entries.length} entries${first === undefined ? '' : `, such as "${eventLabel(first.title)}"`}`,
      warnings: first === undefined ? [{ en: 'No entry fits.', zh: '没有符合条件的条目。' }] : [],
    };
  },
});
