// The entries of a feed, whichever of RSS, RDF, Atom or JSON Feed it is written in.
import { createHash } from 'node:crypto';
import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { parseFeedDate } from './feed-date.ts';
import { plainParts, withoutDoctype } from './feed-text.ts';
import { htmlText } from './html-text.ts';

export type FeedEntry = {
  /** As the feed gives it; null where there is neither an id nor a link. */
  readonly id: string | null;
  readonly title: string | null;
  /** With absolute links. */
  readonly html: string | null;
  readonly link: string | null;
  /** E-mail, address or name, in this order. */
  readonly author: string | null;
  /** Whether the author is known by more than a name. */
  readonly isAuthorCertain: boolean;
  readonly at: Instant | null;
  readonly language: string | null;
  /** The id of what it answers. */
  readonly inReplyTo: string | null;
};
export type ParsedFeed = { readonly title: string | null; readonly entries: readonly FeedEntry[]; readonly next: string | null };

const xml = z.object({ base: z.string().optional(), lang: z.string().optional() }).optional();
// A text is a string in RSS and an object in Atom.
const text = z
  .union([z.string().transform((value) => ({ value, xml: undefined })), z.object({ value: z.string().optional(), xml })])
  .optional();
const person = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  uri: z.string().optional(),
  url: z.string().optional(),
});
const link = z.object({ href: z.string(), rel: z.string().optional() });
const many = z.array(z.string()).optional();

const entryShape = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  guid: z.object({ value: z.string(), isPermaLink: z.boolean().optional() }).optional(),
  rdf: z.object({ about: z.string().optional() }).optional(),
  title: text,
  link: z.string().optional(),
  links: z.array(link).optional(),
  url: z.string().optional(),
  description: text,
  summary: text,
  content: z.object({ value: z.string().optional(), encoded: z.string().optional(), xml }).optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  authors: z.array(person).optional(),
  pubDate: z.string().optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  date_published: z.string().optional(),
  dc: z.object({ creators: many, dates: many }).optional(),
  dcterms: z.object({ created: many, issued: many, modified: many }).optional(),
  atom: z.object({ id: z.string().optional(), published: z.string().optional(), updated: z.string().optional() }).optional(),
  thr: z.object({ inReplyTos: z.array(z.object({ ref: z.string().optional() })).optional() }).optional(),
  itunes: z.object({ summary: z.string().optional() }).optional(),
  language: z.string().optional(),
  xml,
});
type RawEntry = z.infer<typeof entryShape>;
const feedShape = z.object({
  title: text,
  language: z.string().optional(),
  links: z.array(link).optional(),
  atom: z.object({ links: z.array(link).optional() }).optional(),
  next_url: z.string().optional(),
  xml,
  entries: z.array(entryShape).optional(),
  items: z.array(entryShape).optional(),
});

const filled = (value: string | null | undefined): string | null => (value == null || value.trim() === '' ? null : value.trim());

/** Text of a title or a body; what holds no markup keeps its lines. */
export function entryText(html: string): string {
  return /<\/?[a-z][^>]*>/i.test(html) ? htmlText(html) : html.split('\n').map(htmlText).join('\n').trim();
}

function absolute(html: string, base: string): string {
  return html.replaceAll(/(\b(?:href|src)\s*=\s*["'])([^"']*)/gi, (whole, head: string, address: string) =>
    URL.canParse(address, base) ? `${head}${new URL(address, base).href}` : whole,
  );
}

function resolved(address: string | null, base: string): string | null {
  return address !== null && URL.canParse(address, base) ? new URL(address, base).href : address;
}

function linkOf({ link: plain, links = [], url }: RawEntry): string | null {
  const alternate = links.find(({ rel }) => rel === undefined || rel === 'alternate');
  return filled(plain ?? url ?? alternate?.href);
}

/** Only what is an address may stand relative to the feed; any other id stays as it is written. */
function idOf(raw: RawEntry, base: string): string | null {
  const own = filled(raw.id === undefined ? raw.atom?.id : String(raw.id));
  if (own !== null) return own.startsWith('/') ? resolved(own, base) : own;
  const guid = filled(raw.guid?.value);
  if (guid !== null) return guid.startsWith('/') && raw.guid?.isPermaLink === true ? resolved(guid, base) : guid;
  return filled(raw.rdf?.about) ?? resolved(linkOf(raw), base);
}

function timesOf({ pubDate, published, updated, date_published, dc, dcterms, atom }: RawEntry): readonly (string | undefined)[] {
  const begun = [pubDate, published, date_published, atom?.published, ...(dcterms?.issued ?? []), ...(dcterms?.created ?? [])];
  return [...begun, ...(dc?.dates ?? []), updated, atom?.updated, ...(dcterms?.modified ?? [])];
}

type Surroundings = { readonly base: string; readonly language: string | null; readonly now: Instant };

function toEntry(raw: RawEntry, { base, language, now }: Surroundings): FeedEntry {
  const body = raw.content?.encoded ?? raw.content?.value ?? raw.content_html ?? raw.content_text;
  const short = raw.description?.value ?? raw.summary?.value ?? raw.itunes?.summary;
  const inner = filled(body) === null ? (raw.description ?? raw.summary)?.xml : raw.content?.xml;
  const here = resolved(inner?.base ?? null, base) ?? base;
  const html = filled(body) ?? filled(short);
  const [author] = raw.authors ?? [];
  const certain = filled(author?.email) ?? filled(author?.uri ?? author?.url);
  return {
    id: idOf(raw, base),
    title: filled(raw.title?.value),
    html: html === null ? null : absolute(html, here),
    link: resolved(linkOf(raw), base),
    author: certain ?? filled(author?.name) ?? filled(raw.dc?.creators?.[0]),
    isAuthorCertain: certain !== null,
    at:
      timesOf(raw)
        .map((time) => parseFeedDate(time, now))
        .find((at) => at !== null) ?? null,
    language: filled(inner?.lang ?? raw.title?.xml?.lang ?? raw.xml?.lang ?? raw.language ?? language),
    inReplyTo: filled(raw.thr?.inReplyTos?.[0]?.ref),
  };
}

const root = /^<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]/i;

/** Throws `invalid` for what is no feed. A feed without entries is one all the same. */
export function parseFeedText(xmlText: string, { base, now }: { readonly base: string; readonly now: Instant }): ParsedFeed {
  const isJson = xmlText.trimStart().startsWith('{');
  const document = isJson ? xmlText : plainParts(withoutDoctype(xmlText));
  if (!isJson && !root.test(document)) throw new AppError('invalid', 'this is no feed; is the address right?');
  const feed = feedShape.parse(feedOf(document, isJson));
  const here = resolved(feed.xml?.base ?? null, base) ?? base;
  const surroundings = { language: feed.language ?? feed.xml?.lang ?? null, now };
  const entries = (feed.entries ?? feed.items ?? []).map((raw) =>
    toEntry(raw, { ...surroundings, base: resolved(raw.xml?.base ?? null, here) ?? here }),
  );
  const next = [...(feed.links ?? []), ...(feed.atom?.links ?? [])].find(({ rel }) => rel === 'next')?.href ?? feed.next_url ?? null;
  return { title: filled(feed.title?.value), entries, next: resolved(next, here) };
}

function feedOf(document: string, isJson: boolean): unknown {
  try {
    return parseFeed(document).feed;
  } catch (error) {
    // The library calls a feed unknown in which it finds nothing that it knows; an empty one is none of our troubles.
    if (!isJson && !/<(?:[\w-]+:)?(?:title|link|id|guid|description|summary|content|encoded)[\s>]/i.test(withoutRoot(document))) return {};
    throw new AppError('invalid', `the feed cannot be read (${error instanceof Error ? error.name : 'unknown error'})`);
  }
}

const withoutRoot = (document: string): string => document.replace(root, '');

/** An id for what has none: it stays the same as long as title and time do. */
export function entryHash({ title, at, html }: FeedEntry): string {
  const told = title ?? html ?? '';
  return createHash('sha256')
    .update(JSON.stringify([told, at]))
    .digest('base64url')
    .slice(0, 22);
}
