// Comments on ratings on both databases: those of the ratings that count, in the order of the list, page by page without loss or double.
import { expect, it } from 'vitest';
import type { IncomingConversation } from '#db/model/conversation.ts';
import { hour } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { type CommentedRating, type CommentQuery, findCommentedRatings } from '#db/store/commented-ratings.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { saveOffers } from '#db/store/surveys.ts';
import { asRedacted, incoming, incomingMessage, monday, plainSettings } from '#test/support/incoming.ts';
import { seededRandom } from '#test/support/random.ts';
import { describeStores } from '#test/support/stores.ts';

const random = seededRandom(5);
/** Few instants, so that many share one. */
const instant = () => monday + random.int(0, 12) * hour;
type Scale = { readonly scaleMin: number; readonly scaleMax: number };
const scales: readonly [Scale, ...Scale[]] = [
  { scaleMin: 1, scaleMax: 5 },
  { scaleMin: 0, scaleMax: 1 },
];

type Given = Omit<CommentedRating, 'at'> & { readonly arrivedAt: number; readonly givenAt: number | null; readonly isGood: boolean };

function conversationOf(nth: number): IncomingConversation {
  const arrivedAt = instant();
  return incoming(`c${nth}`, {
    channel: random.pick(['chat', 'email']),
    openedAt: arrivedAt,
    exclusion: random.chance(0.1) ? 'spam' : null,
    messages: [incomingMessage(`c${nth}-m`, { at: arrivedAt })],
    ratings: Array.from({ length: random.int(0, 3) }, (_, place) => {
      const scale = random.pick(scales);
      return {
        externalId: `r${place}`,
        kind: random.chance(0.8) ? ('csat' as const) : ('nps' as const),
        value: random.int(scale.scaleMin, scale.scaleMax),
        ...scale,
        at: random.chance(0.1) ? null : arrivedAt + random.int(0, 5) * hour,
        ...(random.chance(0.7) ? { comment: asRedacted(`words ${nth} ${place}`) } : {}),
      };
    }),
  });
}

const conversations = Array.from({ length: 60 }, (_, nth) => conversationOf(nth));
const goodOf = (value: number, min: number, max: number) => (value - min) / (max - min) >= 0.75;

function given(nth: number): Given[] {
  const one = conversations[nth];
  if (one === undefined || one.exclusion !== null) return [];
  const head = { conversationId: nth + 1, externalId: one.externalId, sourceId: 'mail', channel: one.channel, language: one.language };
  const arrivedAt = one.openedAt ?? 0;
  const own = one.ratings.flatMap((rating): Given[] =>
    rating.comment == null || rating.kind !== 'csat'
      ? []
      : [
          {
            ...head,
            arrivedAt,
            givenAt: rating.at,
            value: rating.value,
            comment: rating.comment,
            isGood: goodOf(rating.value, rating.scaleMin, rating.scaleMax),
          },
        ],
  );
  const answer = { ...head, arrivedAt, givenAt: arrivedAt + hour, value: 4, comment: `survey ${nth}`, isGood: true };
  return nth % 3 === 0 ? [...own, answer] : own;
}

const everything: CommentQuery = {
  filters: {},
  range: null,
  asOf: monday + 100 * hour,
  population: 'arrival',
  half: null,
  limit: 500,
  cursor: null,
};

/** The same by hand, in no order: comments of ratings that count. */
function expected({ filters, range, asOf, population, half }: CommentQuery): string[] {
  return conversations
    .flatMap((_, nth) => given(nth))
    .filter(({ arrivedAt, givenAt, channel, isGood }) => {
      const at = population === 'arrival' ? arrivedAt : (givenAt ?? arrivedAt);
      const isPast = arrivedAt <= asOf && (givenAt ?? arrivedAt) <= asOf;
      const isIn = range === null || (at >= range.from && at < range.to);
      return isPast && isIn && (filters.channel?.includes(channel) ?? true) && (half === null || isGood === (half === 'hit'));
    })
    .map(({ comment }) => comment)
    .toSorted();
}

async function read(db: Db, query: CommentQuery): Promise<CommentedRating[]> {
  const found: CommentedRating[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await findCommentedRatings(db, { ...query, cursor });
    expect(page.ratings.length).toBeLessThanOrEqual(query.limit);
    found.push(...page.ratings);
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
}

await describeStores('comments on ratings', ({ openStore }) => {
  const openFilled = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
    const asked = conversations.flatMap(({ channel, openedAt }, nth) => (nth % 3 === 0 ? [{ nth, channel, at: openedAt ?? 0 }] : []));
    await saveOffers(
      db,
      asked.map(({ nth, channel, at }) => ({
        tokenHash: `hash ${nth}`,
        conversationId: nth + 1,
        episode: 1,
        kind: 'csat',
        channel,
        language: 'en',
        offeredAt: at,
        expiresAt: at + 99 * hour,
        reminders: 0,
        remindedAt: null,
        answeredAt: at + hour,
        changedAt: null,
        value: 4,
        scaleMin: 1,
        scaleMax: 5,
        comment: asRedacted(`survey ${nth}`),
        commentRedactions: [],
      })),
    );
    return db;
  };

  it('are those of the question, whatever it narrows, and the same in pages of any length', async () => {
    const db = await openFilled();
    const range = { from: monday + 2 * hour, to: monday + 9 * hour };
    const narrowed: Partial<CommentQuery>[] = [
      {},
      { half: 'hit' },
      { half: 'miss' },
      { range },
      { filters: { channel: ['chat'] } },
      { asOf: monday + 6 * hour },
      { range, filters: { channel: ['email'] }, half: 'hit' },
    ];
    for (const population of ['arrival', 'event'] as const) {
      for (const changed of narrowed) {
        const query = { ...everything, population, ...changed };
        const whole = await read(db, query);
        expect(whole.map(({ comment }) => comment).toSorted()).toEqual(expected(query));
        expect(whole.length).toBeGreaterThan(3);
        expect(whole.map(({ at }) => at)).toEqual(whole.map(({ at }) => at).toSorted((a, b) => b - a));
        for (const limit of [1, 7]) expect(await read(db, { ...query, limit })).toEqual(whole);
      }
    }
  });

  it('come with their conversation, and a cursor of another list is refused', async () => {
    const db = await openFilled();
    const [first] = (await findCommentedRatings(db, { ...everything, limit: 1 })).ratings;
    const own = given((first?.conversationId ?? 0) - 1).find(({ comment }) => comment === first?.comment);
    const { arrivedAt, givenAt: _given, isGood: _good, ...rest } = own ?? { arrivedAt: 0, givenAt: 0, isGood: false };
    expect(first).toEqual({ ...rest, at: arrivedAt });
    for (const cursor of ['', '12', '1.2.x.3', '1.2.s.three', '99999999999999999.1.r.a'])
      await expect(findCommentedRatings(db, { ...everything, cursor })).rejects.toThrow('cursor: not one that this list gave');
  });
});
