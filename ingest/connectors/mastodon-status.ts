// Mastodon: what its interface says of a status, and the post that it means.
import { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';
import { htmlText } from './html-text.ts';
import { compareIds, type SocialPost } from './social-post.ts';

/** An ISO time as an instant. */
export const isoTime = z.string().transform((text, context): Instant => {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

export const accountShape = z.object({
  id: z.string(),
  username: z.string(),
  acct: z.string(),
  display_name: z.string().nullish(),
  bot: z.boolean().nullish(),
});

const quoteShape = z.object({
  quoted_status_id: z.string().nullish(),
  quoted_status: z.object({ id: z.string(), account: z.object({ id: z.string() }) }).nullish(),
});

export const statusShape = z.object({
  id: z.string(),
  created_at: isoTime,
  in_reply_to_id: z.string().nullish(),
  visibility: z.string(),
  language: z.string().nullish(),
  spoiler_text: z.string().nullish(),
  content: z.string(),
  account: accountShape,
  mentions: z.array(z.object({ id: z.string() })),
  tags: z.array(z.object({ name: z.string() })),
  reblog: z.object({ id: z.string() }).nullish(),
  quote: quoteShape.nullish(),
});
export type MastodonStatus = z.infer<typeof statusShape>;

/** Who we are on the server that is read, and what we listen for there. */
export type MastodonSelf = { readonly id: string; readonly acct: string; readonly host: string };
export type Listening = { readonly hashtags: readonly string[]; readonly terms: readonly string[] };

/** Every form of an account's handle; those of the server itself are written without its name. */
export function handlesOf(account: { readonly username: string; readonly acct: string }, host: string): readonly string[] {
  return [account.username, account.acct.includes('@') ? account.acct : `${account.acct}@${host}`];
}

/** Mentions and hashtags are links to profiles and lists: only their words are said. */
function statusText({ spoiler_text, content }: MastodonStatus): string {
  const said = htmlText(content.replace(/<a\b[^>]*\bclass="[^"]*\b(?:mention|hashtag)\b[^"]*"[^>]*>(.*?)<\/a>/gs, '$1'));
  return spoiler_text ? `${spoiler_text}\n\n${said}`.trim() : said;
}

export function toMastodonPost(status: MastodonStatus, self: MastodonSelf, { hashtags, terms }: Listening): SocialPost {
  const text = statusText(status);
  const words = text.toLowerCase();
  const tags = new Set(status.tags.map(({ name }) => name.toLowerCase()));
  const { account, quote } = status;
  return {
    id: status.id,
    parent: status.in_reply_to_id ?? null,
    quotes: quote?.quoted_status?.id ?? quote?.quoted_status_id ?? null,
    author: {
      id: account.id,
      handles: handlesOf(account, self.host),
      name: account.display_name || account.username,
      isBot: account.bot === true,
    },
    at: status.created_at,
    text,
    language: status.language ?? null,
    addressesUs:
      status.mentions.some(({ id }) => id === self.id) ||
      quote?.quoted_status?.account.id === self.id ||
      hashtags.some((tag) => tags.has(tag.toLowerCase())) ||
      terms.some((term) => words.includes(term.toLowerCase())),
    visibility: status.visibility === 'public' || status.visibility === 'unlisted' ? 'public' : 'private',
    isRepost: status.reblog != null,
    isDeleted: false,
  };
}

/** The least id that a status of an instant can have: the milliseconds stand above 16 other bits. */
export function firstIdAt(at: Instant): string {
  return (BigInt(Math.max(0, at)) << 16n).toString();
}

/** The greatest of ids; null of none. */
export function newestId(ids: readonly string[]): string | null {
  return ids.reduce<string | null>((newest, id) => (newest === null || compareIds(id, newest) > 0 ? id : newest), null);
}

/** The least of ids; null of none. */
export function oldestId(ids: readonly string[]): string | null {
  return ids.reduce<string | null>((oldest, id) => (oldest === null || compareIds(id, oldest) < 0 ? id : oldest), null);
}
