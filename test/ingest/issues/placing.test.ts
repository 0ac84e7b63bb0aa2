// Issues over a store: born from what several customers say, joined as messages come, put right by people, and kept through a new grouping.
import { expect, it } from 'vitest';
import { day, hour } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { countApart, countIssueCustomers, countIssues } from '#db/store/issue-counts.ts';
import { findMembers } from '#db/store/issue-members.ts';
import { findIssueEdits, findIssues, getIssue } from '#db/store/issues.ts';
import { removeDemo, saveSource } from '#db/store/sources.ts';
import { leastLikeness } from '#ingest/issues/group-messages.ts';
import { openIssueDesk } from '#ingest/issues/issue-desk.ts';
import { openShippedSpace } from '#ingest/issues/message-space.ts';
import { placeNew } from '#ingest/issues/place-new.ts';
import { regroup } from '#ingest/issues/regroup.ts';
import { incoming, incomingMessage, monday, plainSettings, type Said } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const syncs = [
  'My watch does not sync with the phone any more since v7.12',
  'Since the update to v7.12 my watch refuses to sync with the phone',
  'La montre ne se synchronise plus avec mon téléphone',
  'the watch will not sync, the phone says it failed',
  'Die Uhr lässt sich nicht mehr mit dem Handy synchronisieren',
  'syncing the watch with my phone is broken',
];
const codes = [
  'I never receive the verification code by SMS',
  'the SMS with the code does not come, tried five times',
  'Je ne reçois jamais le code de vérification par SMS',
  'Ich bekomme den Code per SMS nicht',
  'the sms verification code is not arriving on my number',
];
const everything = { range: null, filters: {}, asOf: monday + 100 * day };

await describeStores('recurring issues', ({ openStore }) => {
  let number = 0;
  const open = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'demo' });
    number = 0;
    return db;
  };
  type Written = {
    readonly body: string;
    readonly customer?: string;
    readonly channel?: string;
    readonly at?: number;
    readonly category?: string;
  };
  const write = async (db: Db, ...written: readonly Written[]) => {
    const conversations = written.map(({ body, customer, channel = 'email', at = monday, category = undefined }) => {
      number += 1;
      const said: Said = { body, at: at + number * 1000, authorKey: customer ?? `c1_${number}` };
      return incoming(`c${number}`, {
        channel,
        category: category ?? null,
        customerKey: customer ?? `c1_${number}`,
        messages: [incomingMessage('m', said)],
      });
    });
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  };
  const partsOf = (db: Db) => ({ db, space: openShippedSpace(), clock: () => monday + 30 * day });
  const deskOf = (db: Db) =>
    openIssueDesk({ db, space: openShippedSpace, clock: () => monday + 31 * day, signal: new AbortController().signal });
  const bodies = (list: readonly string[]) => list.map((body) => ({ body }));
  const membersOf = async (db: Db, id: string) =>
    (await findMembers(db, id)).map(({ conversationId }) => conversationId).sort((a, b) => a - b);
  const issueOf = async (db: Db, conversationId: number) =>
    (await readFacts(db, { afterChange: 0, afterId: 0, limit: 1000 })).find(({ id }) => id === conversationId)?.issue ?? null;

  it('are born when three customers say the same, in whatever language, and not before', async () => {
    const db = await open();
    await write(db, ...bodies(syncs.slice(0, 2)), ...bodies(codes.slice(0, 2)));
    expect(await placeNew(partsOf(db))).toEqual({ placed: 0, alone: 4, born: [] });
    await write(db, ...bodies(syncs.slice(2)));
    expect((await placeNew(partsOf(db))).born).toEqual(['issue-1']);
    expect(await membersOf(db, 'issue-1')).toEqual([1, 2, 5, 6, 7, 8]);
    expect(await countIssues(db, everything)).toEqual([
      { issueId: 'issue-1', conversations: 6, customers: 6, copies: 0, replies: 0, lastAt: monday + 8000 },
    ]);
    expect(await countApart(db)).toEqual({ alone: 2 });
    expect((await findMembers(db, 'issue-1')).filter(({ version }) => version === '7.12')).toHaveLength(2);
  });

  it('are born of two and more together with those who were placed elsewhere and are nearer to them', async () => {
    const db = await open();
    await write(db, ...bodies(codes));
    await placeNew(partsOf(db));
    const mixed = 'the watch will not sync with my phone and asks for a code by SMS';
    await write(db, { body: mixed }, { body: 'no code by SMS again' }, ...bodies(syncs.slice(0, 1)));
    expect((await placeNew(partsOf(db))).born).toEqual([]);
    expect(await membersOf(db, 'issue-1')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await write(db, { body: syncs[1] ?? '' });
    expect((await placeNew(partsOf(db))).born).toEqual(['issue-2']);
    expect([await membersOf(db, 'issue-1'), await membersOf(db, 'issue-2')]).toEqual([
      [1, 2, 3, 4, 5, 7],
      [6, 8, 9],
    ]);
    expect((await findMembers(db, 'issue-2')).every(({ placedBy, score }) => placedBy === 'machine' && (score ?? 0) > leastLikeness)).toBe(
      true,
    );
  });

  it('leave those who were placed elsewhere alone where a person placed them', async () => {
    const db = await open();
    await write(db, ...bodies(codes));
    await placeNew(partsOf(db));
    await write(db, { body: 'the watch will not sync with my phone and asks for the SMS code' });
    await placeNew(partsOf(db));
    await deskOf(db).move({ conversations: [6], to: 'issue-1', actor: 'ann' });
    await write(db, ...bodies(syncs.slice(0, 2)));
    expect((await placeNew(partsOf(db))).born).toEqual([]);
    expect(await issueOf(db, 6)).toBe('issue-1');
  });

  it('take in what comes later by itself, tell the readers of the change, and do nothing twice', async () => {
    const db = await open();
    await write(db, ...bodies(syncs));
    await placeNew(partsOf(db));
    await write(db, { body: 'why can I not sync my watch with the phone' }, { body: 'great app, thank you so much', category: 'praise' });
    expect(await placeNew(partsOf(db))).toEqual({ placed: 1, alone: 0, born: [] });
    expect([await issueOf(db, 7), await issueOf(db, 8)]).toEqual(['issue-1', null]);
    expect(await placeNew(partsOf(db))).toEqual({ placed: 0, alone: 0, born: [] });
    expect(await countApart(db)).toEqual({ aside: 1 });
  });

  it('count one complaint in three places once, and one customer with three conversations once', async () => {
    const db = await open();
    await write(db, ...bodies(syncs));
    await placeNew(partsOf(db));
    const complaint = 'For three days my watch does not sync with my phone and nobody from support answers me, unbelievable';
    await write(
      db,
      { body: complaint, channel: 'email' },
      { body: complaint, channel: 'twitter', at: monday + hour },
      { body: `${complaint}!!`, channel: 'forum', at: monday + 2 * hour },
      { body: complaint, channel: 'email', at: monday + 20 * day },
      { body: 'my watch does not sync with the phone', customer: 'c1_1' },
    );
    await placeNew(partsOf(db));
    const [counted] = await countIssues(db, everything);
    // Six customers, the complaint in three places, the same words weeks later, and a second conversation of the first customer.
    expect(counted).toMatchObject({ conversations: 11, customers: 8, copies: 2 });
    expect(await countIssueCustomers(db, everything)).toBe(8);
  });

  it('follow the hand that moves, splits and merges them, and their likes follow too', async () => {
    const db = await open();
    await write(db, ...bodies(syncs));
    await placeNew(partsOf(db));
    await write(db, ...bodies(codes));
    await placeNew(partsOf(db));
    const desk = deskOf(db);
    const made = await desk.split('issue-1', { conversations: [3], label: 'Montre et téléphone', actor: 'ann' });
    expect([made, await membersOf(db, made)]).toEqual(['issue-3', [3]]);
    await write(db, { body: 'La montre ne se synchronise plus avec mon téléphone depuis hier' });
    await placeNew(partsOf(db));
    expect(await issueOf(db, 12)).toBe('issue-3');
    await desk.move({ conversations: [1], to: null, actor: 'ann' });
    expect(await issueOf(db, 1)).toBeNull();
    await write(
      db,
      { body: 'My watch does not sync with the phone any more since v7.12 !' },
      { body: 'the phone fails to sync with the watch' },
    );
    await placeNew(partsOf(db));
    expect([await issueOf(db, 13), await issueOf(db, 14)]).toEqual([null, 'issue-1']);
    await desk.merge({ from: 'issue-2', into: 'issue-3', actor: 'ann' });
    expect((await getIssue(db, 'issue-2')).id).toBe('issue-3');
    expect((await membersOf(db, 'issue-3')).length).toBe(2 + codes.length);
    await expect(desk.merge({ from: 'issue-2', into: 'issue-3', actor: 'ann' })).rejects.toThrow('one issue already');
    await expect(desk.split('issue-1', { conversations: [7], label: null, actor: 'ann' })).rejects.toThrow('belong to this issue');
    await expect(desk.move({ conversations: [99], to: 'issue-1', actor: 'ann' })).rejects.toThrow('never placed');
    expect((await findIssueEdits(db, 'issue-3')).map(({ action, actor }) => `${action} ${actor}`).sort()).toEqual([
      'merged ann',
      'moved ann',
      'split ann',
    ]);
  });

  it('keep ids and edits when everything is grouped anew', async () => {
    const db = await open();
    await write(db, ...bodies(syncs), ...bodies(codes));
    const parts = partsOf(db);
    const first = await regroup(parts, () => undefined);
    expect(first).toMatchObject({ conversations: 11, issues: 2, splits: [], merges: [], faded: [] });
    expect(first.born).toHaveLength(2);
    const [sync, code] = [await issueOf(db, 2), await issueOf(db, 7)];
    await deskOf(db).move({ conversations: [1], to: code, actor: 'ann' });
    await write(db, { body: 'the phone and the watch do not sync at all' });
    const again = await regroup(parts, () => undefined);
    expect(again).toMatchObject({ conversations: 12, issues: 2, born: [], splits: [], merges: [], faded: [] });
    expect([await issueOf(db, 1), await issueOf(db, 2), await issueOf(db, 7), await issueOf(db, 12)]).toEqual([code, sync, code, sync]);
  });

  it('show what grouping anew would change, and keep nothing of the preview', async () => {
    const db = await open();
    await write(db, ...bodies(syncs));
    const parts = partsOf(db);
    await placeNew(parts);
    await write(db, ...bodies(codes));
    await placeNew(parts, { bearing: false });
    const state = async () => [await findIssues(db), await membersOf(db, 'issue-1'), await readChangeState(db)];
    const before = await state();
    const preview = await regroup(parts, () => undefined, { isPreview: true });
    expect(preview).toMatchObject({ conversations: 11, issues: 2, moved: 5, born: ['issue-2'], splits: [], merges: [] });
    expect(preview.labels).toEqual({ 'issue-2': expect.stringMatching(/code|SMS/i) });
    expect(await state()).toEqual(before);
    expect(await regroup(parts, () => undefined)).toEqual(preview);
    expect(await state()).not.toEqual(before);
  });

  it('stay merged by hand when everything is grouped anew', async () => {
    const db = await open();
    await write(db, ...bodies(syncs), ...bodies(codes));
    const parts = partsOf(db);
    await regroup(parts, () => undefined);
    await deskOf(db).merge({ from: 'issue-2', into: 'issue-1', actor: 'ann' });
    expect(await regroup(parts, () => undefined)).toMatchObject({ issues: 1, born: [], splits: [] });
    expect((await membersOf(db, 'issue-1')).length).toBe(11);
  });

  it('go with the conversations that they were made of', async () => {
    const db = await open();
    await write(db, ...bodies(syncs));
    await placeNew(partsOf(db));
    await removeDemo(db);
    expect(await findIssues(db)).toEqual([]);
  });
});
