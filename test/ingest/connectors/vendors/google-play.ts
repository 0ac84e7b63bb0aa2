// A stand-in for Google's two hosts: one that takes signed claims for tokens, one that lists the reviews of seven days.
import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { googlePlay } from '#ingest/connectors/google-play.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const email = 'reader@acme.iam.gserviceaccount.com';
const keyFile = {
  type: 'service_account',
  project_id: 'acme',
  private_key_id: 'key-1',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  client_email: email,
  token_uri: 'https://attacker.example.com/token',
};
export const googlePlaySettings = { app: 'com.example.wallet', key: JSON.stringify(keyFile) };

export type PlayReview = {
  id: string;
  at: number;
  text: string;
  stars: number;
  reply: { at: number; text: string } | null;
  isSpoiled: boolean;
};

const stamp = (at: number) => ({ seconds: String(Math.floor(at / second)), nanos: (at % second) * 1e6 });

const toJson = ({ id, at, text, stars, reply, isSpoiled }: PlayReview) => ({
  reviewId: id,
  authorName: 'Somebody',
  comments: [
    {
      userComment: {
        text,
        lastModified: isSpoiled ? { seconds: 'yesterday' } : stamp(at),
        starRating: stars,
        reviewerLanguage: 'de',
        appVersionCode: 350,
        appVersionName: '3.5.0',
        device: 'klte',
        androidOsVersion: 34,
        thumbsUpCount: 0,
        thumbsDownCount: 0,
      },
    },
    ...(reply === null ? [] : [{ developerComment: { text: reply.text, lastModified: stamp(reply.at) } }]),
  ],
});

/** Takes a claim that is signed with the key, for this scope, and not from another time than Google's. */
async function tokenOf(body: string | null, now: number): Promise<Reply> {
  const headers = { date: new Date(now).toUTCString() };
  try {
    const form = new URLSearchParams(body ?? '');
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') throw new Error('grant');
    const { payload, protectedHeader } = await jwtVerify(form.get('assertion') ?? '', publicKey, {
      issuer: email,
      audience: 'https://oauth2.googleapis.com/token',
      currentDate: new Date(now),
      algorithms: ['RS256'],
      clockTolerance: 30,
    });
    const isRight = payload.scope === 'https://www.googleapis.com/auth/androidpublisher' && protectedHeader.kid === 'key-1';
    if (!isRight || (payload.iat ?? 0) * second > now + 30 * second) throw new Error('claim');
    return { body: { access_token: 'an-hour-of-reading', expires_in: 3599, token_type: 'Bearer' }, headers };
  } catch {
    return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' }, headers };
  }
}

/** The list as it is now: reviews of the last seven days, the latest first, a token where there are more. */
export function listOf(reviews: readonly PlayReview[], query: URLSearchParams, now: number): Reply {
  const size = Number(query.get('maxResults') ?? 10);
  const from = Number(/^page-(\d+)$/.exec(query.get('token') ?? 'page-0')?.[1] ?? Number.NaN);
  if (Number.isNaN(from)) return { status: 400, body: { error: { code: 400, status: 'INVALID_ARGUMENT' } } };
  const there = reviews.filter(({ at }) => at > now - 7 * day).sort((a, b) => b.at - a.at);
  const more = there.length > from + size ? { tokenPagination: { nextPageToken: `page-${from + size}` } } : {};
  const body = there.length === 0 ? {} : { reviews: there.slice(from, from + size).map(toJson), ...more };
  return { body, headers: { date: new Date(now).toUTCString() } };
}

/** `ahead`: how far Google's clock is before ours. */
export const upstreamOf =
  (reviews: readonly PlayReview[], ahead = 0): Upstream =>
  async ({ url, headers, body, method }, ours) => {
    const at = ours + ahead;
    if (url.host === 'oauth2.googleapis.com' && method === 'POST') return await tokenOf(body, at);
    if (url.host !== 'androidpublisher.googleapis.com' || headers.authorization !== 'Bearer an-hour-of-reading') return { status: 401 };
    if (url.pathname !== '/androidpublisher/v3/applications/com.example.wallet/reviews') return { status: 404 };
    return listOf(reviews, url.searchParams, at);
  };

export const reviewOf = (id: string, at: number, more: Partial<PlayReview> = {}): PlayReview => {
  return { id, at, text: `Where is it?\tWithdrawal ${id}`, stars: 2, reply: null, isSpoiled: false, ...more };
};

function openVendor(count: number): Vendor {
  const reviews: PlayReview[] = [];
  let at = virtualStart - 5 * day;
  const open = (): PlayReview => {
    at += minute;
    const review = reviewOf(
      `gp:AOq${reviews.length}`,
      at,
      reviews.length % 3 === 1 ? { reply: { at: at + second, text: 'We look.' } } : {},
    );
    reviews.push(review);
    return review;
  };
  for (let n = 0; n < count; n += 1) open();
  const get = (index: number): PlayReview => reviews[index] ?? open();
  const touch = (review: PlayReview) => {
    at += minute;
    review.at = at;
  };
  return {
    upstream: upstreamOf(reviews),
    ids: () => reviews.filter(({ isSpoiled }) => !isSpoiled).map(({ id }) => id),
    edit: () => {
      get(0).text = 'It has been three days.';
      touch(get(0));
      return { externalId: get(0).id, text: 'It has been three days.' };
    },
    remove: null,
    spoil: () => {
      get(2).isSpoiled = true;
      return get(2).id;
    },
    mend: () => {
      get(2).isSpoiled = false;
      touch(get(2));
    },
    add: () => open().id,
  };
}

export const googlePlayCase: ConnectorCase = {
  connector: googlePlay,
  settings: googlePlaySettings,
  open: () => openVendor(230),
  openEmpty: () => openVendor(0),
};
