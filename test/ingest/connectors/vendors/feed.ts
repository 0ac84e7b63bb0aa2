// A stand-in for a site with three feeds: Atom in pages, RSS with marks, RDF; entries fall off as new ones come.
import { createHash } from 'node:crypto';
import { feed } from '#ingest/connectors/feed.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const minute = 60_000;
const site = 'https://news.example.com';
type Kind = 'atom' | 'rss' | 'rdf';
export type Entry = { feed: Kind; id: string; at: number; title: string; text: string; isSpoiled: boolean };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const iso = (at: number) => new Date(at).toISOString();

function atom(entries: readonly Entry[], next: string | null): string {
  const items = entries.map(
    ({ id, at, title, text, isSpoiled }) =>
      `<entry><id>${id}</id>${isSpoiled ? '' : `<title>${escaped(title)}</title><content type="html">${escaped(text)}</content>`}
       <published>${iso(at)}</published><updated>${iso(at)}</updated><author><name>Jo</name></author></entry>`,
  );
  const more = next === null ? '' : `<link rel="next" href="${next}"/>`;
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Reviews</title><id>${site}/</id>${more}${items.join('')}</feed>`;
}

function rss(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ id, at, title, text }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${escaped(title)}</title><description><![CDATA[${text}]]></description>
       <pubDate>${new Date(at).toUTCString()}</pubDate><dc:creator>Jo</dc:creator></item>`,
  );
  return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Questions</title><language>en</language>${items.join('')}</channel></rss>`;
}

function rdf(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ id, at, title, text }) =>
      `<item rdf:about="${id}"><title>${escaped(title)}</title><link>${id}</link><description>${escaped(text)}</description><dc:date>${iso(at)}</dc:date></item>`,
  );
  const spaces =
    'xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `<rdf:RDF ${spaces}><channel rdf:about="${site}/"><title>Old</title></channel>${items.join('')}</rdf:RDF>`;
}

const perPage = 20;

/** What the site answers; an unchanged feed is not given again to who knows its mark. */
export function answerOf(entries: readonly Entry[], url: URL, mark: string | undefined): Reply {
  const kind = url.pathname.slice(1);
  const page = Number(url.searchParams.get('page') ?? 1);
  const mine = entries.filter((entry) => entry.feed === kind).sort((a, b) => b.at - a.at);
  const shown = mine.slice((page - 1) * perPage, page * perPage);
  const next = mine.length > page * perPage ? `/atom?page=${page + 1}` : null;
  const body = kind === 'atom' ? atom(shown, next) : kind === 'rss' ? rss(shown) : rdf(shown);
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  if (mark === etag) return { status: 304 };
  return { body, headers: { etag, 'content-type': 'application/xml', date: new Date(virtualStart).toUTCString() } };
}

export const feedSettings = { feeds: `${site}/atom\n${site}/rss\n${site}/rdf` };

function openVendor(count: number): Vendor {
  const entries: Entry[] = [];
  let at = virtualStart - 20 * 24 * 60 * minute;
  const open = (kind: Kind): Entry => {
    at += minute;
    const id = `${site}/${kind}/${entries.length}`;
    const entry = {
      feed: kind,
      id,
      at,
      title: `Withdrawal ${entries.length}`,
      text: `<p>Where is number ${entries.length}?</p>`,
      isSpoiled: false,
    };
    entries.push(entry);
    return entry;
  };
  const kinds = ['atom', 'atom', 'atom', 'rss', 'rdf'] as const;
  for (let n = 0; n < count; n += 1) open(kinds[n % kinds.length] ?? 'rss');
  const first = (): Entry => entries[0] ?? open('atom');
  const third = (): Entry => entries[2] ?? open('atom');
  return {
    upstream: ({ url, headers }) => answerOf(entries, url, headers['if-none-match']),
    ids: () => entries.filter(({ isSpoiled }) => !isSpoiled).map(({ id }) => id),
    edit: () => {
      // The newest of its feed: what has fallen off the first page is not seen any more.
      const last = entries.findLast((entry) => entry.feed === 'rdf') ?? first();
      last.text = '<p>Where is it? It has been <b>three</b> days.</p>';
      return { externalId: last.id, text: 'Where is it? It has been three days.' };
    },
    remove: null,
    spoil: () => {
      third().isSpoiled = true;
      return third().id;
    },
    mend: () => {
      third().isSpoiled = false;
      // It is told again, at the top.
      third().at = at + minute;
    },
    add: () => open('rss').id,
  };
}

export const feedCase: ConnectorCase = {
  connector: feed,
  settings: feedSettings,
  open: () => openVendor(90),
  openEmpty: () => openVendor(0),
};
