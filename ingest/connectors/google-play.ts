// Google Play reviews: what was written or changed in the last seven days, with the answers of the developer.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { type ApiReader, openApiReader } from './api-reader.ts';
import { type ConnectorContext, defineConnector, type Gap, parseCursor, settingNotes } from './connector.ts';
import { type PlayReview, playReviewShape, toPlayConversation } from './google-play-review.ts';
import { fetchGoogleToken, serviceAccountSchema } from './google-token.ts';
import { idOfRaw, readEach } from './read-each.ts';

const settingsSchema = z.strictObject({
  app: z
    .string()
    .trim()
    .regex(/^[A-Za-z]\w*(\.\w+)+$/, 'the name of a package, as in com.example.wallet')
    .register(settingNotes, { label: { en: 'Package name', zh: '软件包名称' }, placeholder: 'com.example.wallet' }),
  key: serviceAccountSchema.register(settingNotes, {
    label: { en: 'Key of the service account', zh: '服务账号密钥' },
    help: { en: 'The whole JSON file.', zh: '整个 JSON 文件。' },
    isSecret: true,
  }),
});
type Settings = z.infer<typeof settingsSchema>;

const cursorSchema = z.strictObject({
  version: z.literal(1),
  /** When the list was last read to its end: everything up to then is known. */
  doneAt: z.number().nullable(),
  /** A list that is being read: when it was begun, and its next page. */
  list: z.strictObject({ begunAt: z.number(), token: z.string() }).nullable(),
});
type Place = z.infer<typeof cursorSchema>;

const scope = 'https://www.googleapis.com/auth/androidpublisher';
const pageSize = 100;
const kept = 7 * day;

// An empty list has no `reviews` at all. So an answer without them must hold nothing else that we do not know, or it is none of this list.
const moreShape = { tokenPagination: z.object({ nextPageToken: z.string().nullish() }).nullish(), pageInfo: z.unknown().optional() };
const pageShape = z.union([
  z.object({ reviews: z.array(z.unknown()), ...moreShape }),
  z.strictObject(moreShape).transform((empty) => ({ ...empty, reviews: [] })),
]);

async function openReader(context: ConnectorContext<Settings>): Promise<{ readonly api: ApiReader; readonly path: string }> {
  const { app, key } = context.settings;
  const token = await fetchGoogleToken(context, key, { scope });
  const base = 'https://androidpublisher.googleapis.com/androidpublisher/v3';
  return { api: openApiReader(context.http, { base, headers: { authorization: `Bearer ${token}` } }), path: `applications/${app}/reviews` };
}

async function readList({ api, path }: Awaited<ReturnType<typeof openReader>>, token: string | null) {
  return pageShape.parse(await api.get('the reviews', path, { maxResults: pageSize, token }));
}

/** A token of a page that has expired: the list is begun again, its reviews are known by their ids. */
async function readOrBegin(reader: Awaited<ReturnType<typeof openReader>>, token: string | null) {
  try {
    return { page: await readList(reader, token), isAgain: false };
  } catch (error) {
    if (token === null || !(error instanceof AppError) || error.code !== 'invalid') throw error;
    return { page: await readList(reader, null), isAgain: true };
  }
}

function toGaps(doneAt: Instant | null, since: Instant, begunAt: Instant): readonly Gap[] {
  const from = doneAt ?? since;
  const to = begunAt - kept;
  return from >= to
    ? []
    : [{ from, to, reason: 'Google Play gives the reviews of the last seven days only; older ones are in its monthly files' }];
}

export const googlePlay = defineConnector<Settings, PlayReview>({
  card: {
    id: 'google-play',
    label: 'Google Play',
    reads: {
      en: 'Reviews with text of the last seven days, their stars (as ratings from 1 to 5), every edit that was seen, and your answers.',
      zh: '最近七天内含文字的评论、星级（作为 1 至 5 分的评分）、所见的每次编辑以及您的回复。',
    },
    rights: {
      en: 'A service account, invited in Play Console for this app alone with "View app information (read-only)" and "Reply to reviews", which Google asks for even to read them. Nothing is written.',
      zh: '一个服务账号，在 Play 管理中心仅受邀访问此应用，权限为“查看应用信息（只读）”和“回复评论”（即使只读取，谷歌也要求后者）。不会写入任何内容。',
    },
    provenBy: ['official specification'],
  },
  settings: settingsSchema,
  // 200 an hour.
  perMinute: () => 3,
  resumable: true,
  itemId: ({ reviewId }) => reviewId,
  toConversations: (review) => [toPlayConversation(review)],
  async *fetch(context, { cursor, since, window }) {
    const reader = await openReader(context);
    const start: Place = cursor === null || window !== null ? { version: 1, doneAt: null, list: null } : parseCursor(cursorSchema, cursor);
    let { list } = start;
    const from = window?.from ?? since;
    for (;;) {
      const { page: got, isAgain } = await readOrBegin(reader, list?.token ?? null);
      const now = reader.api.serverAt() ?? context.clock();
      const begunAt = list === null || isAgain ? now : list.begunAt;
      const isFirst = list === null;
      const read = await readEach<unknown, PlayReview>(
        got.reviews,
        (raw) => idOfRaw(raw, 'reviewId'),
        (raw) => playReviewShape.parse(raw),
      );
      const next = got.tokenPagination?.nextPageToken ?? null;
      if (next !== null && next === list?.token) throw new AppError('unavailable', 'the list of reviews does not move on');
      list = next === null ? null : { begunAt, token: next };
      const place: Place = { version: 1, doneAt: next === null ? begunAt : start.doneAt, list };
      const gaps = isFirst ? toGaps(start.doneAt, from, begunAt) : [];
      yield { ...read, gaps, cursor: JSON.stringify(place), serverAt: reader.api.serverAt() };
      if (next === null) return;
    }
  },
  async probe(context) {
    const { reviews } = await readList(await openReader(context), null);
    const quiet = { en: 'No reviews of the last seven days.', zh: '最近七天没有评论。' };
    return { found: `${context.settings.app}: ${reviews.length} reviews on the first page`, warnings: reviews.length === 0 ? [quiet] : [] };
  },
});
