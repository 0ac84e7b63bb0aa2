// What holds for every thread, whoever speaks in it and in whatever order its posts arrive.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SocialPost } from '#ingest/connectors/social-post.ts';
import { firstPostOf, threadConversations } from '#ingest/connectors/social-thread.ts';
import { at, hour, post, terms, thread } from './social-examples.ts';

const people = ['kim', 'lee', 'max', 'anna', 'brand', 'bot'] as const;
const staff = new Set(['id-anna', 'id-brand']);

const posts: fc.Arbitrary<readonly SocialPost[]> = fc
  .array(
    fc.record({
      by: fc.constantFrom(...people),
      above: fc.nat(),
      hours: fc.nat(400),
      addressesUs: fc.boolean(),
      isRepost: fc.boolean(),
      isDeleted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drawn) =>
    drawn.map(({ by, above, hours, isRepost, isDeleted, addressesUs }, index) => {
      const parent = index === 0 ? null : String((above % index) + 1);
      const flags = { isRepost: isRepost && index % 3 === 2, isDeleted: isDeleted && index % 3 === 1 };
      return post({ id: String(index + 1), by, parent, at: at(hours * hour), addressesUs, ...flags });
    }),
  );

const read = (all: readonly SocialPost[]) => threadConversations(thread(all, { root: '1' }), { ...terms, now: at(500 * hour) });
const runs = { numRuns: process.env.HUIYIN_TEST_FULL === '1' ? 4000 : 500 };

/** Ids above a post, through whatever is there. */
function chainOf(all: readonly SocialPost[], id: string): string[] {
  const parent = all.find((one) => one.id === id && !one.isRepost)?.parent ?? null;
  return parent === null ? [] : [parent, ...chainOf(all, parent)];
}

describe('every thread', () => {
  it('gives the same conversations in whatever order its posts come, and however often', () => {
    const shuffled = posts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }), fc.nat()));
    fc.assert(
      fc.property(shuffled, ([all, mixed, twice]) => {
        const again = all[twice % all.length];
        expect(read([...mixed, ...(again === undefined ? [] : [again])])).toEqual(read(all));
      }),
      runs,
    );
  });

  it('has one conversation for each customer who addresses us, each with one customer, opened by its first post', () => {
    fc.assert(
      fc.property(posts, (all) => {
        const byId = new Map(all.map((one) => [one.id, one]));
        const isAgent = (id: string | null) => {
          const one = id === null ? undefined : byId.get(id);
          return one !== undefined && !one.isRepost && staff.has(one.author.id ?? '');
        };
        const calling = all.filter(
          (one) =>
            !one.isRepost &&
            !one.isDeleted &&
            ['id-kim', 'id-lee', 'id-max'].includes(one.author.id ?? '') &&
            (one.addressesUs || isAgent(one.parent)),
        );
        const conversations = read(all);
        expect(conversations.map(({ customer }) => customer).toSorted()).toEqual(
          [...new Set(calling.map((one) => one.author.id))].toSorted(),
        );
        for (const { customer, messages, openedAt, externalId } of conversations) {
          const own = messages.filter(({ actor }) => actor === 'customer');
          expect(new Set(own.map(({ author }) => author))).toEqual(new Set([customer]));
          expect(own[0]?.externalId).toBe(firstPostOf(externalId));
          expect(openedAt).toBe(own[0]?.at);
        }
      }),
      runs,
    );
  });

  it('shares no post between customers but ours, and those hang on both', () => {
    fc.assert(
      fc.property(posts, (all) => {
        for (const { messages } of read(all)) {
          const own = messages.filter(({ actor }) => actor === 'customer').map(({ externalId }) => externalId);
          for (const { externalId, actor } of messages) {
            if (actor === 'customer') continue;
            const isAbove = own.some((id) => chainOf(all, id).includes(externalId));
            expect(isAbove || chainOf(all, externalId).some((id) => own.includes(id))).toBe(true);
          }
        }
        const customers = read(all).flatMap(({ messages }) => messages.flatMap((one) => (one.actor === 'customer' ? one.externalId : [])));
        expect(new Set(customers).size).toBe(customers.length);
      }),
      runs,
    );
  });

  it('is not changed by what strangers add below it', () => {
    fc.assert(
      fc.property(posts, fc.nat(), (all, above) => {
        const stranger = post({ id: '99', by: 'stranger', parent: String((above % all.length) + 1), at: at(450 * hour) });
        const under = all[above % all.length];
        fc.pre(under !== undefined && !(staff.has(under.author.id ?? '') && !under.isRepost));
        expect(read([...all, stranger])).toEqual(read(all));
      }),
      runs,
    );
  });
});
