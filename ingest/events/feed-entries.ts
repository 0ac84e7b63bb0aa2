// Entries of an RSS, Atom, RDF or JSON feed, newest first or not, as far as events need them.
import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { htmlText } from '../connectors/html-text.ts';

export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  /** As the feed gives it, most often HTML. */
  readonly content: string;
  readonly publishedAt: Instant | null;
  readonly updatedAt: Instant | null;
};

const text = z.union([z.string(), z.object({ value: z.string(), type: z.string().optional() })]);
const entryShape = z.looseObject({
  id: z.string().optional(),
  guid: z.object({ value: z.string() }).optional(),
  link: z.string().optional(),
  url: z.string().optional(),
  links: z.array(z.looseObject({ href: z.string().optional() })).optional(),
  title: text.optional(),
  content: text.optional(),
  summary: text.optional(),
  description: text.optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  pubDate: z.string().optional(),
  date_published: z.string().optional(),
  date_modified: z.string().optional(),
  dc: z.looseObject({ dates: z.array(z.string()).optional() }).optional(),
});
type RawEntry = z.infer<typeof entryShape>;
const feedShape = z.looseObject({ entries: z.array(z.unknown()).optional(), items: z.array(z.unknown()).optional() });

const wordsOf = (value: z.infer<typeof text> | undefined): string => (typeof value === 'string' ? value : (value?.value ?? ''));

function timeOf(...texts: readonly (string | undefined)[]): Instant | null {
  const found = texts.find((one) => one !== undefined && !Number.isNaN(Date.parse(one)));
  return found === undefined ? null : Date.parse(found);
}

function toEntry(entry: RawEntry): FeedEntry | null {
  const { title, dc } = entry;
  const id = entry.guid?.value ?? entry.id ?? entry.link ?? entry.url ?? entry.links?.[0]?.href;
  if (id === undefined || id.trim() === '') return null;
  const isMarkup = typeof title === 'object' && title.type?.includes('html') === true;
  return {
    id: id.trim().slice(0, 512),
    title: isMarkup ? htmlText(wordsOf(title)) : wordsOf(title),
    content:
      wordsOf(entry.content) || entry.content_html || wordsOf(entry.description) || wordsOf(entry.summary) || entry.content_text || '',
    publishedAt: timeOf(entry.published, entry.pubDate, entry.date_published, dc?.dates?.[0], entry.updated),
    updatedAt: timeOf(entry.updated, entry.date_modified),
  };
}

/** The entries of a feed. Throws `invalid` where it is none; an entry without id or link is left out, as nothing could tell it again. */
export function readFeedEntries(source: string): FeedEntry[] {
  // Entities of a feed's own are how a small file becomes a large one; no feed needs them.
  if (/<!ENTITY/i.test(source)) throw new AppError('invalid', 'the feed declares entities of its own, which is not read');
  const { feed } = parse(source);
  const { entries, items } = feedShape.parse(feed);
  return (entries ?? items ?? []).flatMap((raw) => {
    const parsed = entryShape.safeParse(raw);
    return parsed.success ? (toEntry(parsed.data) ?? []) : [];
  });
}

function parse(source: string) {
  try {
    return parseFeed(source);
  } catch (error) {
    throw new AppError('invalid', 'this is no RSS, Atom or JSON feed; is the address right?', error);
  }
}
