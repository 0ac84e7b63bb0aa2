// Feeds (RSS, RDF, Atom, JSON Feed): each is asked whether it changed, and read from its newest entry to what is known already.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { type ConnectorContext, defineConnector, type Gap, parseCursor, type SourcePage, settingNotes } from './connector.ts';
import { entryHash, entryText, type FeedEntry } from './feed-entry.ts';
import { askFeed, type FeedAnswer } from './feed-request.ts';
import { staffField } from './fields.ts';
import { readEach } from './read-each.ts';
import { isStaff } from './staff-list.ts';

const settingsSchema = z.strictObject({
  feeds: z
    .string()
    .max(20_000)
    .transform((text) => [...new Set(text.split(/\s+/).filter((one) => one !== ''))])
    .refine((urls) => urls.length > 0 && urls.every((one) => /^https?:\/\//.test(one) && URL.canParse(one)), 'one address a line')
    .register(settingNotes, {
      label: { en: 'Addresses of feeds', zh: '订阅源网址' },
      help: {
        en: 'One a line: RSS, Atom or JSON Feed. An address with a key in it is seen by everybody who may see sources.',
        zh: '每行一个：RSS、Atom 或 JSON Feed。含有密钥的网址会被所有能查看来源的人看到。',
      },
      placeholder: 'https://example.com/feed.xml',
      isLong: true,
    }),
  staff: staffField({ en: 'the e-mail or address of an author as the feed gives it', zh: '订阅源给出的作者邮箱或网址' }),
});
type Settings = z.infer<typeof settingsSchema>;

const placeShape = z.strictObject({
  /** Where it moved for good. */
  url: z.string(),
  etag: z.string().nullable(),
  modified: z.string().nullable(),
  /** Time of the newest entry, and the ids that were there: what is between the runs was never seen where none of them comes again. */
  newestAt: z.number().nullable(),
  ids: z.array(z.string()),
  /** Ids that different entries share: for ever told apart by what they say. */
  shared: z.array(z.string()),
  isGone: z.boolean(),
});
type Place = z.infer<typeof placeShape>;
const cursorSchema = z.strictObject({ version: z.literal(1), feeds: z.record(z.string(), placeShape) });
type Cursor = z.infer<typeof cursorSchema>;

type Item = { readonly id: string; readonly entry: FeedEntry };
type Page = SourcePage<Item>;

const mostPages = 50;
const mostIds = 500;
const longestId = 400;

const fresh = (url: string): Place => ({ url, etag: null, modified: null, newestAt: null, ids: [], shared: [], isGone: false });
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** The id under which an entry is stored: its own, told apart from the same one of other feeds and of other entries. */
function storedId(entry: FeedEntry, feed: string, shared: ReadonlySet<string>): string {
  const own = entry.id ?? entryHash(entry);
  const told = shared.has(own) ? `${own}#${entryHash(entry)}` : own;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(told) ? told : `${digest(feed)}:${told}`;
  return whole.length > longestId ? digest(whole) : whole;
}

function findShared(entries: readonly FeedEntry[], before: readonly string[]): string[] {
  const first = new Map<string, string>();
  const shared = new Set(before);
  for (const entry of entries) {
    if (entry.id === null) continue;
    const known = first.get(entry.id);
    if (known === undefined) first.set(entry.id, entryHash(entry));
    else if (known !== entryHash(entry)) shared.add(entry.id);
  }
  return [...shared].slice(-mostIds);
}

function toGap(
  place: Place,
  entries: readonly FeedEntry[],
  { ids, name }: { readonly ids: readonly string[]; readonly name: string },
): Gap | null {
  const times = entries.flatMap(({ at }) => at ?? []);
  const oldest = times.length === 0 ? null : Math.min(...times);
  const knows = place.ids.length > 0 && entries.length > 0 && !ids.some((id) => place.ids.includes(id));
  if (!knows || (oldest !== null && place.newestAt !== null && oldest <= place.newestAt)) return null;
  return { from: place.newestAt, to: oldest, reason: `${name}: entries came and went between two runs; read it more often` };
}

type Reading = {
  readonly context: ConnectorContext<Settings>;
  readonly feed: string;
  readonly save: (place: Place) => string;
  readonly within: (at: Instant | null) => boolean;
};

function toItems(entries: readonly FeedEntry[], feed: string, shared: ReadonlySet<string>) {
  return readEach(
    entries,
    (entry) => storedId(entry, feed, shared),
    (entry): Item => {
      if (entry.title === null && entry.html === null) throw new AppError('invalid', 'an entry without title and text');
      return { id: storedId(entry, feed, shared), entry };
    },
  );
}

type FeedPage = Extract<FeedAnswer, { kind: 'feed' }>;

/** The pages of a feed, newest first, as far as there are any that are not known. The place moves with the last of them. */
async function* readEntries(
  { context, feed, save, within }: Reading,
  start: Place,
  first: FeedPage,
): AsyncGenerator<Page, void, undefined> {
  const { url, etag, modified, at: serverAt } = first;
  const seen: FeedEntry[] = [];
  const ids: string[] = [];
  let shared = start.shared;
  let entries = first.entries;
  for (let page = 1, next = first.next; ; page += 1) {
    seen.push(...entries);
    shared = findShared(seen, shared);
    const told = new Set(shared);
    ids.push(...entries.map((entry) => storedId(entry, feed, told)));
    const isKnown = entries.some(({ at }) => !within(at)) || ids.some((id) => start.ids.includes(id));
    const older = isKnown || entries.length === 0 || page >= mostPages ? null : next;
    const inside = entries.filter(({ at }) => within(at));
    const read = await toItems(inside, feed, told);
    const newestAt = Math.max(start.newestAt ?? 0, ...seen.flatMap(({ at }) => at ?? [])) || null;
    const gap = older === null ? toGap(start, seen, { ids, name: new URL(feed).host }) : null;
    const done = { url, etag, modified, newestAt, ids: ids.slice(0, mostIds), shared, isGone: false };
    yield { ...read, gaps: gap === null ? [] : [gap], cursor: save(older === null ? done : { ...start, url }), serverAt };
    if (older === null) return;
    const answer = await askFeed(context, { url: older, etag: null, modified: null });
    entries = answer.kind === 'feed' ? answer.entries : [];
    next = answer.kind === 'feed' ? answer.next : null;
  }
}

/** One feed, where it changed. */
async function* readFeed(reading: Reading, start: Place): AsyncGenerator<Page, void, undefined> {
  const { context, feed, save } = reading;
  const answer = await askFeed(context, start);
  if (answer.kind === 'feed') yield* readEntries(reading, start, answer);
  if (answer.kind !== 'gone') return;
  const reason = `${new URL(feed).host} says that the feed is gone for good; it is no longer read`;
  yield { items: [], malformed: [], gaps: [{ from: start.newestAt, to: null, reason }], cursor: save({ ...start, isGone: true }) };
}

/** A comment of a blog belongs to the post that it stands under. */
function threadOf({ id, entry }: Item): string {
  const [, post] = /^([^#]+)#comment-\w+$/.exec(entry.link ?? '') ?? [];
  return entry.inReplyTo ?? post ?? id;
}

const silent = { category: null, team: null, country: null, exclusion: null, mergedInto: null } as const;

/** What we write of our own accord is no feedback. */
function toConversations(item: Item, { staff }: Settings): FetchedConversation[] {
  const { id, entry } = item;
  const { title, html, author, at } = entry;
  const isOurs = author !== null && entry.isAuthorCertain && isStaff(staff, author, at);
  const thread = threadOf(item);
  if (isOurs && thread === id) return [];
  const message: FetchedMessage = {
    externalId: id,
    at,
    actor: isOurs ? 'agent' : 'customer',
    author,
    authorName: isOurs ? author : null,
    visibility: 'public',
    kind: 'message',
    text: entryText(html ?? title ?? ''),
    inReplyTo: thread === id || entry.inReplyTo === null ? null : thread,
    deletedAt: null,
  };
  const conversation: FetchedConversation = {
    ...silent,
    coverage: 'part',
    externalId: thread,
    channel: 'feed',
    subject: title === null ? null : entryText(title),
    openedAt: at,
    status: 'open',
    statusChanges: [],
    customer: isOurs ? null : author,
    languageHint: entry.language,
    tags: [],
    isComplaint: false,
    messages: [message],
    ratings: [],
  };
  return [conversation];
}

export const feed = defineConnector<Settings, Item>({
  card: {
    id: 'feed',
    label: 'RSS, Atom, JSON Feed',
    reads: {
      en: 'Entries of feeds as messages of customers; comments and replies join what they answer. What falls off a feed stays stored. Without a list of your staff no answer can be told: entries are then left out of response times, and counted there as left out.',
      zh: '订阅源的条目作为客户消息；评论和回复归入其所回应的内容。从订阅源消失的条目仍会保留。未填写我方人员时无法识别回复：条目不计入响应时间，并在其中列为未计入。',
    },
    rights: { en: 'None: the addresses are read as anybody could.', zh: '无需权限：任何人都能读取这些网址。' },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  perMinute: () => 60,
  // Without a list of our staff every entry is one of a customer.
  seesAnswers: ({ staff }) => staff.length > 0,
  resumable: false,
  itemId: ({ id }) => id,
  toConversations,
  async *fetch(context, { cursor, since, window }) {
    const { feeds } = context.settings;
    let state: Cursor = cursor === null ? { version: 1, feeds: {} } : parseCursor(cursorSchema, cursor);
    let failure: unknown = null;
    for (const address of feeds) {
      const key = digest(address);
      const place = window === null ? (state.feeds[key] ?? fresh(address)) : fresh(address);
      if (place.isGone) continue;
      const save = (next: Place): string => {
        state = { version: 1, feeds: { ...state.feeds, [key]: next } };
        return JSON.stringify(state);
      };
      const from = window?.from ?? since;
      const within = (at: Instant | null) => at === null || (at >= from && at <= (window?.to ?? Number.POSITIVE_INFINITY));
      try {
        yield* readFeed({ context, feed: address, save, within }, place);
      } catch (error) {
        // One sick feed does not keep the others from being read; it is told at the end.
        if (context.signal.aborted || !(error instanceof AppError)) throw error;
        failure ??= error;
      }
    }
    if (failure !== null) throw failure;
    if (feeds.every((address) => state.feeds[digest(address)]?.isGone))
      throw new AppError('not_found', 'every feed of this source is gone for good');
  },
  async probe(context) {
    const found: string[] = [];
    let isUndated = false;
    for (const address of context.settings.feeds) {
      const answer = await askFeed(context, fresh(address));
      if (answer.kind !== 'feed') throw new AppError('not_found', `${new URL(address).host} says that the feed is gone for good`);
      found.push(`${answer.title ?? new URL(address).host} (${answer.entries.length})`);
      isUndated ||= answer.entries.some(({ at }) => at === null);
    }
    const undated = {
      en: 'Some entries tell no time: no response times can be told of them.',
      zh: '部分条目没有时间：无法计算其响应时间。',
    };
    return { found: found.join(', '), warnings: isUndated ? [undated] : [] };
  },
});
