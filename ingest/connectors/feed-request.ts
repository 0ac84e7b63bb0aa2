// Asks for a feed: only where it changed, along its redirects, and as far as it is not gone for good.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Access } from './connector.ts';
import { type ParsedFeed, parseFeedText } from './feed-entry.ts';
import { decodeXml } from './feed-text.ts';

export type Asked = { readonly url: string; readonly etag: string | null; readonly modified: string | null };

export type FeedAnswer =
  | { readonly kind: 'same' }
  | { readonly kind: 'gone' }
  | (ParsedFeed & Asked & { readonly kind: 'feed'; readonly at: Instant | null });

const redirects = [301, 302, 303, 307, 308];
const mostRedirects = 5;
const accept = 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

/**
 * A feed carries no credentials, so redirects may lead to another host; where they are for good, `url` is the new one. The marks of a feed are
 * good for its own address only.
 */
export async function askFeed({ http, clock }: Access, { url, etag, modified }: Asked): Promise<FeedAnswer> {
  const marks = { ...(etag === null ? {} : { 'if-none-match': etag }), ...(modified === null ? {} : { 'if-modified-since': modified }) };
  let here = url;
  let lasting = url;
  let isLasting = true;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const answer = await http.request({ what: 'the feed', url: here, headers: { accept, ...marks }, accept: [...redirects, 304, 410] });
    const { status, header, at } = answer;
    if (status === 304) return { kind: 'same' };
    if (status === 410) return { kind: 'gone' };
    const location = redirects.includes(status) ? header('location') : null;
    if (location !== null && URL.canParse(location, here)) {
      here = new URL(location, here).href;
      isLasting &&= status === 301 || status === 308;
      if (isLasting) lasting = here;
      continue;
    }
    const base = header('content-location');
    const text = decodeXml(answer.bytes, header('content-type'));
    const parsed = parseFeedText(text, {
      base: base !== null && URL.canParse(base, here) ? new URL(base, here).href : here,
      now: at ?? clock(),
    });
    return { ...parsed, kind: 'feed', url: lasting, etag: header('etag'), modified: header('last-modified') || null, at };
  }
  throw new AppError('invalid', `the feed: redirected more than ${mostRedirects} times`);
}
