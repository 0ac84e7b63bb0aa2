// App Store reviews by the public feed: ten pages of fifty for each storefront, newest first, and often nothing at all for hours.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { type AppStoreItem, parseReviews, reviewShape, toReviewConversation } from './app-store-review.ts';
import { type ConnectorContext, defineConnector, type Gap, parseCursor, type SourcePage, settingNotes } from './connector.ts';
import { idOfRaw, readEach } from './read-each.ts';

const settingsSchema = z.strictObject({
  app: z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, 'the number of the app, as in id1234567890')
    .register(settingNotes, {
      label: { en: 'Number of the app', zh: '应用编号' },
      help: { en: 'The digits behind "id" in its address in the App Store.', zh: 'App Store 网址中 “id” 之后的数字。' },
      placeholder: '1234567890',
    }),
  storefronts: z
    .string()
    .max(1000)
    .default('us')
    .transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,]+/)
          .filter((one) => one !== ''),
      ),
    ])
    .refine((codes) => codes.length > 0 && codes.every((code) => /^[a-z]{2}$/.test(code)), 'two letters for each country')
    .register(settingNotes, {
      label: { en: 'Countries', zh: '国家或地区' },
      help: {
        en: 'Two letters each, with commas: every country has reviews of its own.',
        zh: '每个用两个字母，以逗号分隔：每个国家或地区的评论各自独立。',
      },
      placeholder: 'us, jp, cn',
    }),
});
type Settings = z.infer<typeof settingsSchema>;
type Page = SourcePage<AppStoreItem>;

/** By storefront: the time of the newest review that was read. */
const cursorSchema = z.strictObject({ version: z.literal(1), newest: z.record(z.string(), z.number()) });
type Cursor = z.infer<typeof cursorSchema>;

// An eleventh page is answered with an error.
const mostPages = 10;

async function readPage({ http, settings }: ConnectorContext<Settings>, storefront: string, page: number) {
  const url = `https://itunes.apple.com/${storefront}/rss/customerreviews/page=${page}/id=${settings.app}/sortby=mostrecent/xml`;
  const what = `the reviews of ${storefront}`;
  // One country answers 502 for hours while the others are well: to try it again at once would only make the breaker keep us from those.
  const { status, bytes, header, at } = await http.request({ what, url, headers: { accept: 'application/xml, text/xml' }, accept: [502] });
  if (status === 502) throw new AppError('unavailable', `${what}: itunes.apple.com answered 502`);
  return { entries: parseReviews(bytes, header('content-type')), at };
}

type Reading = {
  readonly context: ConnectorContext<Settings>;
  readonly storefront: string;
  readonly save: (newest: Instant | null) => string;
  /** Reviews before it are known, or were never asked for. */
  readonly known: Instant;
  readonly isFirst: boolean;
  readonly until: Instant;
};

/** One storefront, down to what is known. An empty page ends it and says nothing: the feed forgets its reviews for hours. */
async function* readStorefront({ context, storefront, save, known, isFirst, until }: Reading): AsyncGenerator<Page, void, undefined> {
  const times: Instant[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { entries, at: serverAt } = await readPage(context, storefront, page);
    const read = await readEach(entries, idOfRaw, (raw): AppStoreItem => ({ storefront, review: reviewShape.parse(raw) }));
    const here = read.items.map(({ review }) => review.updated);
    times.push(...here);
    const isEnd = entries.length === 0 || page === mostPages || (here.length > 0 && here.every((at) => at < known));
    const oldest = times.length === 0 ? null : Math.min(...times);
    const isMissing = isEnd && entries.length > 0 && oldest !== null && oldest > known && !isFirst;
    const gap: Gap = { from: known, to: oldest, reason: `App Store (${storefront}) gives the newest 500 reviews only; read it more often` };
    const items = read.items.filter(({ review }) => review.updated >= known && review.updated <= until);
    if (items.length > 0 || read.malformed.length > 0 || isMissing || (isEnd && times.length > 0)) {
      const cursor = save(isEnd && times.length > 0 ? Math.max(known, ...times) : null);
      yield { ...read, items, gaps: isMissing ? [gap] : [], cursor, serverAt };
    }
    if (isEnd) return;
  }
}

export const appStore = defineConnector<Settings, AppStoreItem>({
  card: {
    id: 'app-store',
    label: 'App Store',
    reads: {
      en: 'Reviews with their stars (as ratings from 1 to 5), the newest 500 of each country; edits, but neither deletions nor your answers, which this feed does not hold: reviews are left out of response times, and counted there as left out.',
      zh: '评论及其星级（作为 1 至 5 分的评分），每个国家或地区最新 500 条；包含编辑，但不含删除和您的回复，该订阅源不提供：这些评论不计入响应时间，并在其中列为未计入。',
    },
    rights: { en: 'None: the feed is public.', zh: '无需权限：该订阅源是公开的。' },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  perMinute: () => 20,
  seesAnswers: () => false,
  resumable: false,
  itemId: ({ review }) => review.id,
  toConversations: (item) => [toReviewConversation(item)],
  async *fetch(context, { cursor, since, window }) {
    let state: Cursor = cursor === null ? { version: 1, newest: {} } : parseCursor(cursorSchema, cursor);
    let failure: unknown = null;
    for (const storefront of context.settings.storefronts) {
      const save = (newest: Instant | null): string => {
        if (newest !== null) state = { version: 1, newest: { ...state.newest, [storefront]: newest } };
        return JSON.stringify(state);
      };
      const newest = window === null ? state.newest[storefront] : undefined;
      const span = { known: newest ?? window?.from ?? since, isFirst: newest === undefined, until: window?.to ?? Number.POSITIVE_INFINITY };
      try {
        yield* readStorefront({ context, storefront, save, ...span });
      } catch (error) {
        // Apple's feed fails country by country; the others are read, and the failure is told at the end.
        if (context.signal.aborted || !(error instanceof AppError)) throw error;
        failure ??= error;
      }
    }
    if (failure !== null) throw failure;
  },
  async probe(context) {
    const counts: string[] = [];
    const empty: string[] = [];
    for (const storefront of context.settings.storefronts) {
      const { entries } = await readPage(context, storefront, 1);
      counts.push(`${storefront}: ${entries.length}`);
      if (entries.length === 0) empty.push(storefront);
    }
    const names = empty.join(', ');
    const warning = {
      en: `No reviews in ${names} now: the app has none there, or Apple's feed is empty for some hours, as it often is.`,
      zh: `${names} 目前没有评论：该应用在当地没有评论，或者苹果的订阅源暂时为空（经常如此）。`,
    };
    return { found: `reviews on the first page: ${counts.join(', ')}`, warnings: empty.length === 0 ? [] : [warning] };
  },
});
