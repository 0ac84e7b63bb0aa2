// App Store: what its public feed says of a review, and the conversation that it means.
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import type { FetchedConversation } from '../fetched.ts';
import { decodeXml, withoutDoctype } from './feed-text.ts';
import { isoTime } from './iso-time.ts';

export const reviewShape = z.object({
  id: z.string().regex(/^\d+$/),
  updated: isoTime,
  title: z.string().nullish(),
  /** Once as plain text, once as a table for browsers. */
  content: z.array(z.union([z.string(), z.looseObject({ '#text': z.string().optional(), '@type': z.string().optional() })])).default([]),
  'im:rating': z
    .string()
    .regex(/^[1-5]$/, 'is not 1 to 5 stars')
    .transform(Number),
  'im:version': z.string().nullish(),
  author: z.object({ uri: z.string().nullish() }).nullish(),
});
export type AppStoreItem = { readonly storefront: string; readonly review: z.infer<typeof reviewShape> };

const feedShape = z.object({
  feed: z.union([z.literal('').transform(() => ({ entry: [] })), z.object({ entry: z.array(z.looseObject({})).default([]) })]),
});
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => name === 'entry' || name === 'content',
});

/** The reviews of a page, not yet looked into. The entry that describes the app itself comes and goes; it has no stars. */
export function parseReviews(bytes: Uint8Array, contentType: string | null): readonly Readonly<Record<string, unknown>>[] {
  const xml = withoutDoctype(decodeXml(bytes, contentType));
  try {
    return feedShape.parse(parser.parse(xml)).feed.entry.filter((entry) => 'im:rating' in entry);
  } catch {
    // On bad days a page of HTML or nothing at all comes with status 200.
    throw new AppError('unavailable', 'the App Store answered something that is no feed of reviews');
  }
}

// The language that most people of a storefront write; where there are several, nothing is said.
const languages: Readonly<Record<string, string>> = {
  us: 'en',
  gb: 'en',
  au: 'en',
  nz: 'en',
  ie: 'en',
  jp: 'ja',
  kr: 'ko',
  cn: 'zh-Hans',
  tw: 'zh-Hant',
  hk: 'zh-Hant',
  de: 'de',
  at: 'de',
  fr: 'fr',
  it: 'it',
  es: 'es',
  mx: 'es',
  ar: 'es',
  co: 'es',
  cl: 'es',
  pe: 'es',
  pt: 'pt',
  br: 'pt',
  ru: 'ru',
  nl: 'nl',
  pl: 'pl',
  tr: 'tr',
  vn: 'vi',
  th: 'th',
  id: 'id',
  se: 'sv',
  dk: 'da',
  no: 'nb',
  fi: 'fi',
  cz: 'cs',
  gr: 'el',
  hu: 'hu',
  ro: 'ro',
  ua: 'uk',
  il: 'he',
  sa: 'ar',
  eg: 'ar',
};

function plainContent({ content }: AppStoreItem['review']): string {
  const parts = content.map((part) =>
    typeof part === 'string' ? { text: part, type: 'text' } : { text: part['#text'] ?? '', type: part['@type'] },
  );
  return (parts.find(({ type }) => type === 'text') ?? parts.find(({ type }) => type !== 'html'))?.text.trim() ?? '';
}

/** Title and text as one message, the stars as its rating. An edited review is the same one at a later time. */
export function toReviewConversation({ storefront, review }: AppStoreItem): FetchedConversation {
  const { id, updated, title, author } = review;
  const [, writer = null] = /\/id(\d+)/.exec(author?.uri ?? '') ?? [];
  const version = review['im:version']?.trim() ?? '';
  return {
    coverage: 'part',
    externalId: id,
    channel: 'app-store',
    subject: title?.trim() ?? null,
    openedAt: updated,
    // Answers of the developer are not in this feed: to call a review open would say that it waits for one.
    status: 'closed',
    statusChanges: [],
    customer: writer,
    languageHint: languages[storefront] ?? null,
    category: null,
    team: null,
    country: storefront.toUpperCase(),
    tags: version === '' ? [] : [`version ${version}`],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages: [
      {
        externalId: id,
        at: updated,
        actor: 'customer',
        author: writer,
        authorName: null,
        visibility: 'public',
        kind: 'message',
        text: [title?.trim() ?? '', plainContent(review)].filter((part) => part !== '').join('\n'),
        inReplyTo: null,
        deletedAt: null,
      },
    ],
    ratings: [{ externalId: id, kind: 'csat', value: review['im:rating'], scaleMin: 1, scaleMax: 5, at: updated }],
  };
}
