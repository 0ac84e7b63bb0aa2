// Pages that overlap and come again: every conversation once, and every one of them accounted for.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDb } from '#db/open.ts';
import { findConversations, saveConversations } from '#db/store/conversations.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

await describeStores('replayed pages', ({ openStore }) => {
  it('by three workers at once end in one row a conversation and no second revision', { timeout: 120_000 }, async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    const pages = Array.from({ length: 12 }, (_, page) => Array.from({ length: 12 }, (_unused, index) => incoming(`c${page * 8 + index}`)));
    const all = Array.from({ length: 4 }, () => pages).flat();
    const shuffled = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { numRuns: 1, seed: 7 })[0] ?? [];
    const workers = await Promise.all([1, 2, 3].map(async () => await openDb(db.location)));
    const counts = await Promise.all(
      workers.map(async (worker, index) => {
        const sums = { given: 0, inserted: 0, updated: 0, unchanged: 0 };
        for (const conversations of shuffled.filter((_, position) => position % 3 === index)) {
          const saved = await saveConversations(worker, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
          sums.given += conversations.length;
          for (const count of ['inserted', 'updated', 'unchanged'] as const) sums[count] += saved[count];
        }
        return sums;
      }),
    );
    for (const worker of workers) await worker.close();
    const sum = (count: 'given' | 'inserted' | 'updated' | 'unchanged') => counts.reduce((total, one) => total + one[count], 0);
    const distinct = new Set(all.flat().map(({ externalId }) => externalId)).size;
    const { n, conversations } = await findConversations(db, { limit: 1000 });
    expect({
      n,
      inserted: sum('inserted'),
      updated: sum('updated'),
      unchanged: sum('unchanged'),
      revisions: new Set(conversations.map(({ revision }) => revision)),
    }).toEqual({
      n: distinct,
      inserted: distinct,
      updated: 0,
      unchanged: sum('given') - distinct,
      revisions: new Set([1]),
    });
  });

  it('are counted so that nothing is missing: inserted, updated, unchanged, refused', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    const items = fc.array(fc.record({ key: fc.nat(6), version: fc.nat(2), isRefused: fc.boolean() }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(items, async (given) => {
        const taken = given.filter(({ isRefused }) => !isRefused);
        const refused = given
          .filter(({ isRefused }) => isRefused)
          .map(({ key }) => ({ item: `line ${key}`, stage: 'parse', reason: 'no JSON' }));
        const before = (await findDeadLetters(db)).reduce((sum, { attempts }) => sum + attempts, 0);
        const counts = await saveConversations(db, {
          sourceId: 'mail',
          conversations: taken.map(({ key, version }) => incoming(`k${key}`, { category: `v${version}` })),
          deadLetters: refused,
          now: monday,
          settings: plainSettings,
        });
        const after = (await findDeadLetters(db)).reduce((sum, { attempts }) => sum + attempts, 0);
        const doubles = taken.length - new Set(taken.map(({ key }) => key)).size;
        expect(counts.inserted + counts.updated + counts.unchanged + doubles + (after - before)).toBe(given.length);
      }),
      { numRuns: 40 },
    );
  });
});
