// Bringing stores up to date: all steps or none, once, and never downwards.
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bringUpToDate, type Migration, readMigrations } from '#db/dialect/migrate.ts';
import { type Db, openDb } from '#db/open.ts';
import { readChangeState } from '#db/store/columns.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { findScorerTally } from '#db/store/source-tally.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const steps = async (db: Db) =>
  (await db.query.select({ name: sql<string>`name` }).from(sql`schema_version`).orderBy(sql`version`)).map(({ name }) => name);

await describeStores('migrations', ({ emptyPlace, openStore, name }) => {
  it('make all tables in an empty place, and nothing the second time', async () => {
    const { location } = await emptyPlace();
    const first = await openDb(location, { migrate: true });
    const made = await steps(first);
    await first.close();
    const second = await openDb(location, { migrate: true });
    expect([made, await steps(second), await readChangeState(second)]).toEqual([
      (await readMigrations(name)).map((migration) => migration.name),
      made,
      { change: 0, epoch: 1 },
    ]);
    await second.close();
  });

  it('are made once where many processes start at once', async () => {
    const { location } = await emptyPlace();
    const all = await Promise.all(Array.from({ length: 5 }, async () => await openDb(location, { migrate: true })));
    const seen = await Promise.all(all.map(steps));
    for (const db of all) await db.close();
    expect(new Set(seen.map((one) => one.join())).size).toBe(1);
  });

  it('leave everything as it was where a step fails', async () => {
    const db = await openStore();
    const known = await readMigrations(name);
    const broken: Migration = { name: '9999_broken', statements: ['create table half (id integer)', 'this is no statement'] };
    await expect(bringUpToDate(db, { migrates: true, migrations: [...known, broken] })).rejects.toMatchObject({ code: 'internal' });
    expect(await steps(db)).toEqual(known.map((migration) => migration.name));
    // The table of the step that failed is not there, so that the mended step can make it.
    const mended: Migration = { name: '9999_broken', statements: ['create table half (id integer)'] };
    await bringUpToDate(db, { migrates: true, migrations: [...known, mended] });
    expect(await steps(db)).toEqual([...known.map((migration) => migration.name), '9999_broken']);
  });

  it('count what an older store holds by source and scorer', async () => {
    const known = await readMigrations(name);
    const before = known.findIndex((migration) => migration.name === '0005_scoring');
    const db = await openStore();
    const counting = known[before]?.statements.findLast((statement) => statement.includes('INSERT INTO source_tally')) ?? '';
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    await saveConversations(db, {
      sourceId: 'mail',
      conversations: [incoming('a'), incoming('b'), incoming('c')],
      now: monday,
      settings: plainSettings,
    });
    const { conversation, sourceTally } = db.tables;
    await db.query.update(conversation).set({ scorer: 'old' }).where(eq(conversation.externalId, 'a'));
    await db.query.delete(sourceTally);
    await db.run(sql.raw(counting));
    expect(await findScorerTally(db)).toEqual([
      { scorer: null, conversations: 2 },
      { scorer: 'old', conversations: 1 },
    ]);
  });

  it('refuse a store that a newer version wrote, with and without leave to change it', async () => {
    const db = await openStore();
    await bringUpToDate(db, {
      migrates: true,
      migrations: [...(await readMigrations(name)), { name: '9000_future', statements: ['select 1'] }],
    });
    const refused = {
      code: 'conflict',
      message: expect.stringMatching(/written by a newer version of this program \(it has "9000_future"/),
    };
    await expect(openDb(db.location)).rejects.toMatchObject(refused);
    await expect(openDb(db.location, { migrate: true })).rejects.toMatchObject(refused);
    await expect(openDb(db.location, { readonly: true })).rejects.toMatchObject(refused);
  });

  it('refuse an older store without leave to change it, and say how old it is', async () => {
    const { location } = await emptyPlace();
    const db = await openDb(location, { migrate: true });
    const next = { name: '9000_next', statements: ['select 1'] };
    const known = await readMigrations(name);
    await expect(bringUpToDate(db, { migrates: false, migrations: [...known, next] })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(`is at version ${known.length} of ${known.length + 1}`),
    });
    await db.close();
  });

  it('refuse an empty place without leave to fill it', async () => {
    const { location } = await emptyPlace();
    await expect(openDb(location)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
