// A stand-in for the App Store's feed of reviews: fifty a page, ten pages, newest first, an entry for the app that comes and goes.
import { appStore } from '#ingest/connectors/app-store.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const hour = 3_600_000;
export type Review = { id: number; storefront: string; at: number; title: string; text: string; stars: string };

// Apple writes Cupertino's time with its offset.
const iso = (at: number) => `${new Date(at - 7 * hour).toISOString().slice(0, 19)}-07:00`;

const toEntry = ({ id, storefront, at, title, text, stars }: Review) => `<entry>
  <updated>${iso(at)}</updated><id>${id}</id><title>${title}</title><content type="text">${text}</content>
  <im:contentType term="Application" label="App"/><im:voteSum>0</im:voteSum><im:voteCount>0</im:voteCount>
  <im:rating>${stars}</im:rating><im:version>3.5.0</im:version>
  <author><name>reviewer-${id}</name><uri>https://itunes.apple.com/${storefront}/reviews/id77${id}</uri></author>
  <link rel="related" href="https://itunes.apple.com/${storefront}/review?id=1&amp;type=Purple%20Software"/>
  <content type="html">&lt;table&gt;&lt;tr&gt;&lt;td&gt;${text}&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</content></entry>`;

const app = '<entry><id im:id="1">https://apps.example.com/app/id1</id><title>Wallet</title><im:name>Wallet</im:name></entry>';

/** What the feed answers; the entry of the app is on some pages only. */
export function answerOf(reviews: readonly Review[], url: URL): Reply {
  const [, storefront, page = ''] =
    /^\/(\w\w)\/rss\/customerreviews\/page=(\d+)\/id=1234567890\/sortby=mostrecent\/xml$/.exec(url.pathname) ?? [];
  const number = Number(page);
  if (storefront === undefined || number > 10) return { status: 400, body: 'CustomerReviews RSS page depth is limited to 10' };
  const mine = reviews.filter((review) => review.storefront === storefront).sort((a, b) => b.at - a.at || b.id - a.id);
  const shown = mine.slice((number - 1) * 50, number * 50);
  const spaces = 'xmlns:im="http://itunes.apple.com/rss" xmlns="http://www.w3.org/2005/Atom"';
  const entries = `${number % 2 === 1 && shown.length > 0 ? app : ''}${shown.map(toEntry).join('\n')}`;
  const body = `<?xml version="1.0" encoding="utf-8"?><feed ${spaces}><id>${url.href}</id><title>iTunes Store</title>${entries}</feed>`;
  return { body, headers: { 'content-type': 'text/xml; charset=UTF-8', date: new Date(virtualStart).toUTCString() } };
}

export const upstreamOf =
  (reviews: readonly Review[]): Upstream =>
  ({ url }) =>
    answerOf(reviews, url);

/** So many reviews of a storefront, an hour apart, the last of them shortly before the start. */
export function reviewsOf(storefront: string, count: number, from = 1000): Review[] {
  return Array.from({ length: count }, (_, n) => ({
    id: from + n,
    storefront,
    at: virtualStart - (count - n) * hour,
    title: `Slow ${from + n}`,
    text: `Where is withdrawal ${from + n}?`,
    stars: String((n % 5) + 1),
  }));
}

export const appStoreSettings = { app: '1234567890', storefronts: 'us, jp' };

function openVendor(count: number): Vendor {
  const reviews = [...reviewsOf('us', count), ...reviewsOf('jp', Math.ceil(count / 2), 5000)];
  let latest = virtualStart;
  const later = (): number => {
    latest += hour;
    return latest;
  };
  const at = (index: number): Review => reviews[index] ?? { id: 1, storefront: 'us', at: 0, title: '', text: '', stars: '1' };
  return {
    upstream: upstreamOf(reviews),
    ids: () => reviews.filter(({ stars }) => stars !== 'five').map(({ id }) => String(id)),
    edit: () => {
      at(0).text = 'It has been three days.';
      at(0).at = later();
      return { externalId: String(at(0).id), text: `${at(0).title}\n${at(0).text}` };
    },
    remove: null,
    spoil: () => {
      at(2).stars = 'five';
      return String(at(2).id);
    },
    mend: () => {
      at(2).stars = '5';
      at(2).at = later();
    },
    add: () => {
      reviews.push({ id: 9000, storefront: 'jp', at: later(), title: 'New', text: '速い', stars: '4' });
      return '9000';
    },
  };
}

export const appStoreCase: ConnectorCase = {
  connector: appStore,
  settings: appStoreSettings,
  open: () => openVendor(120),
  openEmpty: () => openVendor(0),
};
