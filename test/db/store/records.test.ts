// What the house writes down beside the conversations: sources, staff, events, letters, links and the audit log.
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { findAudit, saveAudit, verifyAudit } from '#db/store/audit.ts';
import { findConversations, saveConversations } from '#db/store/conversations.ts';
import { findCursor } from '#db/store/cursors.ts';
import {
  findDeadLetters,
  findMissing,
  type MissingQuery,
  missingStage,
  removeDeadLetter,
  resolveDeadLetters,
  saveDeadLetters,
} from '#db/store/dead-letters.ts';
import { type BusinessEvent, findEvents, removeEvent, saveEvents } from '#db/store/events.ts';
import { findSetupLink, findSetupLinks, removeSetupLinks, saveSetupLink, takeSetupLink } from '#db/store/setup-links.ts';
import { findSources, removeDemo, removeSource, saveSource } from '#db/store/sources.ts';
import { findStaff, saveStaff } from '#db/store/staff.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { asRedacted, incoming, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const release: BusinessEvent = { id: 'e1', sourceId: null, kind: 'release', label: 'v7', fromAt: monday, toAt: monday, magnitude: null };

async function fill(db: Db, id: string, kind = 'file') {
  await saveSource(db, { id, label: id.toUpperCase(), kind });
  const deadLetters = [{ item: 'x', stage: 'parse', reason: 'no JSON' }];
  await saveConversations(db, {
    sourceId: id,
    conversations: [incoming('a'), incoming('b')],
    deadLetters,
    cursor: 'c',
    now: monday,
    settings: plainSettings,
  });
  await saveEvents(db, [{ ...release, id: `event of ${id}`, sourceId: id }]);
}

await describeStores('sources', ({ openStore }) => {
  it('are listed with what is in the store of each', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'empty', label: 'first', kind: 'file' });
    await saveSource(db, { id: 'empty', label: 'Empty', kind: 'api' });
    await fill(db, 'mail');
    expect(await findSources(db)).toEqual([
      { id: 'empty', label: 'Empty', kind: 'api', isDemo: false, conversations: 0, lastMessageAt: null },
      { id: 'mail', label: 'MAIL', kind: 'file', isDemo: false, conversations: 2, lastMessageAt: monday + 7 * minute },
    ]);
  });

  it('are removed with all that came from them, and nothing else', async () => {
    const db = await openStore();
    await fill(db, 'keep');
    await fill(db, 'go');
    expect(await removeSource(db, 'go')).toEqual({ conversations: 2 });
    expect({
      sources: (await findSources(db)).map(({ id }) => id),
      conversations: (await findConversations(db, {})).n,
      found: (await findConversations(db, { search: 'text' })).n,
      events: (await findEvents(db, null)).map(({ id }) => id),
      staff: (await findStaff(db)).map(({ sourceId }) => sourceId),
      letters: (await findDeadLetters(db)).map(({ sourceId }) => sourceId),
      cursors: [await findCursor(db, 'keep'), await findCursor(db, 'go')],
      rows: await rowsLeft(db),
    }).toEqual({
      sources: ['keep'],
      conversations: 2,
      found: 2,
      events: ['event of keep'],
      staff: ['keep'],
      letters: ['keep'],
      cursors: ['c', null],
      rows: { conversations: 2, messages: 4, waits: 2, episodes: 2, search: 2 },
    });
    await expect(removeSource(db, 'go')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of the demo go all at once, and with them the mark of the workspace', async () => {
    const db = await openStore();
    for (const [id, kind] of [
      ['a', 'demo'],
      ['b', 'file'],
      ['c', 'demo'],
    ] as const)
      await fill(db, id, kind);
    const before = (await getWorkspace(db)).isDemo;
    expect([before, await removeDemo(db), (await getWorkspace(db)).isDemo, (await findSources(db)).map(({ id }) => id)]).toEqual([
      true,
      { sources: 2, conversations: 4 },
      false,
      ['b'],
    ]);
    expect(await removeDemo(db)).toEqual({ sources: 0, conversations: 0 });
  });
});

async function rowsLeft(db: Db) {
  const { conversation, episode, message, wait } = db.tables;
  return {
    conversations: await db.query.$count(conversation),
    messages: await db.query.$count(message),
    waits: await db.query.$count(wait),
    episodes: await db.query.$count(episode),
    search: await db.query.$count(sql`conversation_search`),
  };
}

await describeStores('staff', ({ openStore }) => {
  it('can be added ahead of their first message, and changed', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    const member = {
      key: 'agent:1',
      sourceId: 'mail',
      name: 'Zoë',
      team: null,
      languages: ['de', 'zh-Hans'],
      activeFrom: null,
      activeTo: null,
    };
    await saveStaff(db, member);
    await saveStaff(db, { ...member, key: 'agent:2', name: 'Ann' });
    await saveStaff(db, { ...member, team: 'Wallet' });
    expect(await findStaff(db)).toEqual([
      { ...member, key: 'agent:2', name: 'Ann' },
      { ...member, team: 'Wallet' },
    ]);
    await expect(saveStaff(db, { ...member, sourceId: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

await describeStores('business events', ({ openStore }) => {
  it('are found where they touch a range, earliest first', async () => {
    const db = await openStore();
    const long = { ...release, id: 'long', kind: 'market' as const, fromAt: monday - 5, toAt: monday + 5, magnitude: -12.5 };
    await saveEvents(db, [release, long, { ...release, id: 'late', fromAt: monday + 10, toAt: monday + 20 }]);
    const within = async (from: number, to: number) => (await findEvents(db, { from, to })).map(({ id }) => id);
    expect([
      await within(monday, monday + 1),
      await within(monday + 1, monday + 10),
      await within(monday + 5, monday + 10),
      await within(monday + 10, monday + 11),
    ]).toEqual([['long', 'e1'], ['long'], ['long'], ['late']]);
    await saveEvents(db, [{ ...long, label: 'crash' }]);
    await removeEvent(db, 'late');
    expect(await findEvents(db, null)).toEqual([{ ...long, label: 'crash' }, release]);
  });
});

await describeStores('dead letters', ({ openStore }) => {
  it('of what was missing are found by source, those first that were asked for the longest ago, without those asked for often enough', async () => {
    const db = await openStore();
    for (const id of ['forum', 'desk']) await saveSource(db, { id, label: id, kind: 'discourse' });
    const letter = (item: string, stage = missingStage) => ({ item, stage, reason: 'not found' });
    await saveDeadLetters(db, 'desk', [letter('1')], 1);
    await saveDeadLetters(db, 'forum', [letter('1'), letter('2'), letter('3'), letter('4', 'parse'), letter('5')], 1);
    await saveDeadLetters(db, 'forum', [letter('1')], 50);
    await saveDeadLetters(db, 'forum', [letter('2')], 20);
    await resolveDeadLetters(db, 'forum', ['5'], 2);
    const found = async (query: Omit<MissingQuery, 'sourceId'> = {}) =>
      (await findMissing(db, { sourceId: 'forum', ...query })).map(({ item, attempts }) => [item, attempts]);
    expect(await found()).toEqual([
      ['3', 1],
      ['2', 2],
      ['1', 2],
    ]);
    expect(await found({ items: ['1', '9'] })).toEqual([['1', 2]]);
    // Often enough is often and long: twice, and over more than 30.
    expect(await found({ below: { attempts: 2, ms: 30 } })).toEqual([
      ['3', 1],
      ['2', 2],
    ]);
  });

  it('are counted by attempt, closed when their item comes through, and open again when it does not', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    const letter = { item: 'line 7', stage: 'parse', reason: 'no JSON', body: asRedacted('[PHONE] is broken') };
    await saveDeadLetters(db, 'mail', [letter, { item: 'line 9', stage: 'parse', reason: 'no time' }], 1);
    await saveDeadLetters(db, 'mail', [{ ...letter, reason: 'still no JSON' }], 2);
    const [first] = await findDeadLetters(db);
    expect(first).toEqual({
      id: 1,
      sourceId: 'mail',
      ...letter,
      reason: 'still no JSON',
      firstAt: 1,
      lastAt: 2,
      attempts: 2,
      resolvedAt: null,
    });
    await resolveDeadLetters(db, 'mail', ['line 7'], 3);
    const open = async () => (await findDeadLetters(db, { sourceId: 'mail' })).map(({ item }) => item);
    expect([await open(), (await findDeadLetters(db, { withResolved: true })).map(({ resolvedAt }) => resolvedAt)]).toEqual([
      ['line 9'],
      [3, null],
    ]);
    await saveDeadLetters(db, 'mail', [letter], 4);
    expect((await findDeadLetters(db))[0]).toMatchObject({ firstAt: 4, lastAt: 4, attempts: 1 });
    expect([await open(), (await findDeadLetters(db, { afterId: 1 })).map(({ item }) => item)]).toEqual([['line 7', 'line 9'], ['line 9']]);
    await removeDeadLetter(db, 1);
    await expect(removeDeadLetter(db, 1)).rejects.toMatchObject({ code: 'not_found' });
    expect(await open()).toEqual(['line 9']);
  });
});

await describeStores('one-time links', ({ openStore }) => {
  const link = { tokenHash: 'h1', purpose: 'setup', userId: null, email: null, role: 'admin', createdAt: 1, expiresAt: 100 } as const;
  const invite = { ...link, tokenHash: 'h2', purpose: 'invite', userId: 'u1', email: 'a@example.org', role: 'viewer' } as const;

  it('work once, in time, and for one of those who come together', async () => {
    const db = await openStore();
    for (const one of [link, invite]) await saveSetupLink(db, one);
    expect([await findSetupLink(db, 'h1', 99), await findSetupLink(db, 'h1', 100), await findSetupLink(db, 'h3', 1)]).toEqual([
      { ...link, usedAt: null },
      null,
      null,
    ]);
    await expect(takeSetupLink(db, 'h1', 100)).rejects.toMatchObject({ code: 'not_found' });
    const takers = await Promise.allSettled(Array.from({ length: 8 }, async () => await takeSetupLink(db, 'h1', 50)));
    expect(takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []))).toEqual([{ ...link, usedAt: 50 }]);
    expect([await findSetupLink(db, 'h1', 51), (await findSetupLinks(db, 51)).map(({ tokenHash }) => tokenHash)]).toEqual([null, ['h2']]);
    await removeSetupLinks(db, 'u1');
    expect(await findSetupLinks(db, 51)).toEqual([]);
  });
});

await describeStores('the audit log', ({ openStore }) => {
  const log = async (db: Db, n: number) => {
    for (let index = 1; index <= n; index += 1) {
      await saveAudit(db, {
        at: index,
        actor: 'u1',
        role: 'admin',
        action: 'export',
        subject: `s${index}`,
        details: { b: [index, '提现\u0000', undefined], a: null },
      });
    }
  };

  it('is read newest first and verified from its beginning', async () => {
    const db = await openStore();
    await Promise.all([log(db, 3), log(db, 2)]);
    const entries = await findAudit(db, { limit: 2 });
    expect(entries.map(({ id, address, details }) => [id, address, details])).toEqual([
      [5, null, { b: [expect.any(Number), '提现\uFFFD', null], a: null }],
      [4, null, { b: [expect.any(Number), '提现\uFFFD', null], a: null }],
    ]);
    expect([(await findAudit(db, { beforeId: 3 })).map(({ id }) => id), await verifyAudit(db)]).toEqual([
      [2, 1],
      { entries: 5, brokenAt: null },
    ]);
  });

  it.each([
    [
      'a changed entry',
      async (db: Db) => void (await db.query.update(db.tables.audit).set({ actor: 'u2' }).where(eq(db.tables.audit.id, 3))),
    ],
    [
      'changed details',
      async (db: Db) => void (await db.query.update(db.tables.audit).set({ details: {} }).where(eq(db.tables.audit.id, 3))),
    ],
    ['a removed entry', async (db: Db) => void (await db.query.delete(db.tables.audit).where(eq(db.tables.audit.id, 2)))],
    [
      'another beginning',
      async (db: Db) =>
        void (await db.query
          .update(db.tables.audit)
          .set({ previousHash: 'f'.repeat(64) })
          .where(eq(db.tables.audit.id, 3))),
    ],
  ])('shows %s', async (_, tamper) => {
    const db = await openStore();
    await log(db, 5);
    await tamper(db);
    expect((await verifyAudit(db)).brokenAt).toBe(3);
  });
});
