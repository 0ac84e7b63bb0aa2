// Sources that do not show our answers: the right verdict for what comes in, for what was stored before, and when settings change.
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import type { Settings } from '#db/model/connector.ts';
import type { Db } from '#db/open.ts';
import { readChangeState } from '#db/store/columns.ts';
import { findConversations, getConversation } from '#db/store/conversations.ts';
import { findUnaligned } from '#db/store/hidden-answers.ts';
import { findRestatements } from '#db/store/restate.ts';
import { openSources } from '#ingest/open-sources.ts';
import { memoryFolder } from '#test/support/memory-folder.ts';
import { describeStores } from '#test/support/stores.ts';
import { openTestSources } from '#test/support/test-sources.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { appStoreCase, reviewsOf, upstreamOf } from './connectors/vendors/app-store.ts';

const answerable = { status: 200, headers: { 'content-type': 'application/rss+xml' } };
const blog: Upstream = () => ({
  ...answerable,
  body: `<rss version="2.0"><channel><title>News</title>
    <item><guid>a1</guid><title>Where is my transfer?</title><author>ada@example.com</author><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>
  </channel></rss>`,
});
const clock = () => virtualStart;
const keysIn = () => openKeys(memoryFolder());

/** `ordinal state(exclusion)` of every wait in the store. */
async function waitsOf(db: Db): Promise<string[]> {
  const { conversations: items } = await findConversations(db, {});
  const details = await Promise.all(items.map(({ id }) => getConversation(db, id)));
  return details.flatMap(({ waits }) => waits.map(({ ordinal, state, exclusion }) => `${ordinal} ${state}(${exclusion ?? '-'})`));
}

await describeStores('sources that hide answers', ({ openStore }) => {
  const openWith = async (connector: string, settings: Settings, upstream: Upstream) => {
    const db = await openStore();
    const keys = await keysIn();
    const house = openTestSources({ db, keys, clock, upstream });
    await house.desk.add({ id: 'reviews', label: 'Reviews', connector, settings, intervalMs: 600_000, readFrom: 0 });
    const read = () => house.runner.run('reviews', { signal: new AbortController().signal });
    return { db, keys, house, read };
  };
  const two = upstreamOf(reviewsOf('us', 2));

  it('reviews of the App Store are left out by name as they come in, whatever their status', async () => {
    const { db, read } = await openWith('app-store', appStoreCase.settings, two);
    await read();
    expect(await waitsOf(db)).toEqual(['0 excluded(answers_not_visible)', '0 excluded(answers_not_visible)']);
    expect([await findUnaligned(db), await findRestatements(db)]).toEqual([[], []]);
  });

  it('those that an older version stored as never answered come right at the next start, written down, and only once', async () => {
    const { db, house, read } = await openWith('app-store', appStoreCase.settings, two);
    const { sourceConnection } = db.tables;
    // As the migration finds it: the older version knew nothing of this.
    const older = { answersHidden: false, factsHidden: false };
    await db.query.update(sourceConnection).set(older).where(eq(sourceConnection.sourceId, 'reviews'));
    await read();
    expect(await waitsOf(db)).toEqual(['1 closed_unanswered(-)', '1 closed_unanswered(-)']);
    const before = await readChangeState(db);
    await house.sight.align();
    expect(await waitsOf(db)).toEqual(['0 excluded(answers_not_visible)', '0 excluded(answers_not_visible)']);
    expect((await readChangeState(db)).change).toBeGreaterThan(before.change);
    await house.sight.align();
    expect(
      (await findRestatements(db)).map(({ reason, conversations, changed, finishedAt }) => [reason, conversations, changed, finishedAt]),
    ).toEqual([['source reviews: what we answer cannot be seen there', 2, 2, virtualStart]]);
    expect([await findUnaligned(db), house.failures]).toEqual([[], []]);
  });

  it('a pass that is cut off is begun again: what was said stays ahead of what is derived', async () => {
    const { db, keys, read } = await openWith('app-store', appStoreCase.settings, two);
    await db.query.update(db.tables.sourceConnection).set({ answersHidden: false, factsHidden: false });
    await read();
    const failures: string[] = [];
    const parts = { db, keys, clock, randomToken: () => 'abcd', allowedHosts: [], version: '0' };
    const stopped = openSources({ ...parts, onFailure: (_, reason) => failures.push(reason) });
    stopped.startSchedule();
    await stopped.close();
    const second = openTestSources({ db, keys, clock, upstream: two });
    await second.sight.align();
    expect(await waitsOf(db)).toEqual(['0 excluded(answers_not_visible)', '0 excluded(answers_not_visible)']);
    expect(await findUnaligned(db)).toEqual([]);
  });

  it('a feed counts from the moment that our staff is named, and is left out again without', async () => {
    const { db, house, read } = await openWith('feed', { feeds: 'https://news.example.com/feed' }, blog);
    await read();
    expect(await waitsOf(db)).toEqual(['0 excluded(answers_not_visible)']);
    const staffed = { feeds: 'https://news.example.com/feed', staff: 'support@example.com' };
    await house.desk.change('reviews', { settings: staffed });
    await house.sight.settled();
    expect(await waitsOf(db)).toEqual(['1 open(-)']);
    await house.desk.change('reviews', { settings: { feeds: staffed.feeds } });
    await house.sight.settled();
    expect(await waitsOf(db)).toEqual(['0 excluded(answers_not_visible)']);
    expect((await findRestatements(db)).map(({ changed }) => changed)).toEqual([1, 1]);
  });

  it('other sources stay as they are', async () => {
    const { db, house, read } = await openWith('feed', { feeds: 'https://news.example.com/feed', staff: 'support@example.com' }, blog);
    await read();
    await house.desk.add({
      id: 'store',
      label: 'Store',
      connector: 'app-store',
      settings: appStoreCase.settings,
      intervalMs: 600_000,
      readFrom: 0,
    });
    const before = await readChangeState(db);
    await house.sight.align();
    expect([await waitsOf(db), await readChangeState(db), await findRestatements(db)]).toEqual([['1 open(-)'], before, []]);
  });
});
