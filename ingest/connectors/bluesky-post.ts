// Bluesky: what its views say of a post, and the post that it means.
import { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';
import type { SocialPost } from './social-post.ts';

const refShape = z.object({ uri: z.string() });
const featureShape = z.looseObject({ $type: z.string(), did: z.string().optional(), uri: z.string().optional() });
const facetShape = z.object({ index: z.object({ byteStart: z.number(), byteEnd: z.number() }), features: z.array(featureShape) });
const embedShape = z.looseObject({
  $type: z.string().optional(),
  external: z.looseObject({ uri: z.string() }).optional(),
  record: z.looseObject({ uri: z.string().optional(), record: refShape.optional() }).optional(),
});

export const recordShape = z.object({
  text: z.string(),
  createdAt: z.string(),
  langs: z.array(z.string()).nullish(),
  reply: z.object({ root: refShape, parent: refShape }).nullish(),
  facets: z.array(facetShape).nullish(),
  embed: embedShape.nullish(),
});

export const postViewShape = z.object({
  uri: z.string(),
  author: z.object({
    did: z.string(),
    handle: z.string(),
    displayName: z.string().nullish(),
    labels: z.array(z.object({ val: z.string() })).nullish(),
  }),
  record: recordShape,
  indexedAt: z.string(),
  replyCount: z.number().nullish(),
});
export type PostView = z.infer<typeof postViewShape>;

const oldest: Instant = Date.UTC(2000, 0, 1);

/**
 * The time of a post: the one that its author claims, unless that lies after the server saw it or before there was such a thing as a post.
 * Null where neither can be read.
 */
export function postTime(createdAt: string, indexedAt: string): Instant | null {
  const claimed = Date.parse(createdAt);
  const seen = Date.parse(indexedAt);
  if (Number.isNaN(seen)) return Number.isNaN(claimed) || claimed < oldest ? null : claimed;
  return Number.isNaN(claimed) || claimed < oldest ? seen : Math.min(claimed, seen);
}

/** The words, with the address of a link behind what stands for it: links are shortened, and may say one thing and lead to another. */
export function postText({ text, facets, embed }: z.infer<typeof recordShape>): string {
  let bytes = Buffer.from(text);
  const links = (facets ?? []).flatMap(({ index, features }) => {
    const uri = features.find(({ $type }) => $type.endsWith('#link'))?.uri;
    return uri === undefined || index.byteEnd > bytes.length || index.byteStart > index.byteEnd ? [] : { ...index, uri };
  });
  for (const { byteStart, byteEnd, uri } of links.toSorted((a, b) => b.byteEnd - a.byteEnd)) {
    const shown = bytes.subarray(byteStart, byteEnd).toString('utf8');
    if (shown === uri || `https://${shown}` === uri) continue;
    bytes = Buffer.concat([bytes.subarray(0, byteEnd), Buffer.from(` (${uri})`), bytes.subarray(byteEnd)]);
  }
  const said = bytes.toString('utf8');
  const card = embed?.external?.uri;
  return card === undefined || said.includes(card) ? said : `${said}\n${card}`.trim();
}

/** The post that a record quotes. */
function quotedUri({ embed }: z.infer<typeof recordShape>): string | null {
  return embed?.record?.uri ?? embed?.record?.record?.uri ?? null;
}

/** A handle, and its first label: the rest is only the server that lends it. */
export function handlesOf(handle: string): readonly string[] {
  return [handle, handle.split('.')[0] ?? handle];
}

export type BlueskySelf = { readonly did: string; readonly handle: string };

export function toBlueskyPost({ uri, author, record, indexedAt }: PostView, self: BlueskySelf, terms: readonly string[]): SocialPost {
  const text = postText(record);
  const words = text.toLowerCase();
  const quotes = quotedUri(record);
  const mentions = (record.facets ?? []).some(({ features }) => features.some(({ did }) => did === self.did));
  return {
    id: uri,
    parent: record.reply?.parent.uri ?? null,
    quotes,
    author: {
      id: author.did,
      handles: handlesOf(author.handle),
      name: author.displayName || author.handle,
      isBot: (author.labels ?? []).some(({ val }) => val === 'bot'),
    },
    at: postTime(record.createdAt, indexedAt),
    text,
    language: record.langs?.[0] ?? null,
    addressesUs: mentions || quotes?.startsWith(`at://${self.did}/`) === true || terms.some((term) => words.includes(term.toLowerCase())),
    visibility: 'public',
    isRepost: false,
    isDeleted: false,
  };
}
