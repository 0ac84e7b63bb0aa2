// People and posts of an invented network, for tests of threads.
import { hour as anHour, type Instant } from '#db/model/instant.ts';
import type { Ours, SocialAuthor, SocialPost } from '#ingest/connectors/social-post.ts';
import type { SocialThread, ThreadTerms } from '#ingest/connectors/social-thread.ts';
import { parseStaffList } from '#ingest/connectors/staff-list.ts';

export const hour = anHour;
const start: Instant = Date.UTC(2026, 9, 1, 8);
/** So many milliseconds after the beginning of the example. */
export const at = (ms: number): Instant => start + ms;

export const ours: Ours = {
  staff: parseStaffList('id-brand\nid-anna\nid-old 2020-01-01 2020-12-31'),
  handles: ['acme', 'acme@social.example'],
};
export const terms: ThreadTerms = { ours, now: at(24 * hour), quietDays: 7 };

export function author(name: string): SocialAuthor {
  const isBrand = name === 'brand';
  return { id: `id-${name}`, handles: [isBrand ? 'acme' : name], name: name === 'anna' ? 'Anna of Acme' : name, isBot: name === 'bot' };
}

type Said = Partial<Omit<SocialPost, 'author'>> & { readonly id: string; readonly by: string };

export function post({ by, ...said }: Said): SocialPost {
  return {
    parent: null,
    quotes: null,
    author: author(by),
    at: at(0),
    text: `Post ${said.id} of ${by}`,
    language: 'en',
    addressesUs: false,
    visibility: 'public',
    isRepost: false,
    isDeleted: false,
    ...said,
  };
}

/** The first post is the root unless another is named. */
export function thread(posts: readonly SocialPost[], more: Partial<SocialThread> = {}): SocialThread {
  return { root: posts[0]?.id ?? '0', posts, channel: 'network', subject: null, isPartial: false, ...more };
}
