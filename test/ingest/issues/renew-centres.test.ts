// Issues of a store from before an update that brought another space: their centres are worked out again, with what people taught.
import { expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { findMembers } from '#db/store/issue-members.ts';
import { changeIssue, findIssues } from '#db/store/issues.ts';
import { saveSetting } from '#db/store/setting-values.ts';
import { saveSource } from '#db/store/sources.ts';
import { isTaughtPacked } from '#ingest/issues/centres.ts';
import { openIssueDesk } from '#ingest/issues/issue-desk.ts';
import { openShippedSpace } from '#ingest/issues/message-space.ts';
import { placeNew } from '#ingest/issues/place-new.ts';
import { renewCentres } from '#ingest/issues/renew-centres.ts';
import { incoming, incomingMessage, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const syncs = [
  'My watch does not sync with the phone any more',
  'the watch will not sync, the phone says it failed',
  'syncing the watch with my phone is broken',
  'the watch refuses to sync with the phone since yesterday',
];
const codes = [
  'I never receive the verification code by SMS',
  'the SMS with the code does not come, tried five times',
  'the sms verification code is not arriving on my number',
  'no sms with the verification code on my number',
];

await describeStores('an update that brings another space of messages', ({ openStore }) => {
  const space = openShippedSpace();
  const partsOf = (db: Db) => ({ db, space, clock: () => monday + 30 * day });
  const write = async (db: Db, from: number, texts: readonly string[]) => {
    const conversations = texts.map((body, at) =>
      incoming(`c${from + at}`, {
        customerKey: `k${from + at}`,
        messages: [incomingMessage('m', { body, at: monday + (from + at) * 1000, authorKey: `k${from + at}` })],
      }),
    );
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  };
  /** Two issues, of which the second holds a message of the first that a person put there; all centres then of a smaller space. */
  const openOld = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'demo' });
    await write(db, 1, [...syncs, ...codes]);
    await placeNew(partsOf(db));
    const [sync, code] = await findIssues(db);
    if (sync === undefined || code === undefined) throw new Error('two issues should have been born');
    const desk = openIssueDesk({ db, space: () => space, clock: () => monday + 30 * day, signal: new AbortController().signal });
    const [first] = await findMembers(db, sync.id);
    await desk.move({ conversations: [first?.conversationId ?? 0], to: code.id, actor: 'lea' });
    const before = await findIssues(db);
    for (const { id, centres, repelled } of before)
      await changeIssue(db, id, { centres: centres.map(smaller), repelled: repelled.map(smaller), updatedAt: monday });
    return { db, before, sync: sync.id, code: code.id, moved: first?.conversationId ?? 0 };
  };
  /** One number less of the learned part; the first 4 bytes are the scale. */
  const smaller = (packed: string) => {
    const bytes = Buffer.from(packed, 'base64');
    return Buffer.concat([bytes.subarray(0, 4), bytes.subarray(5)]).toString('base64');
  };
  const shapeOf = async (db: Db) =>
    (await findIssues(db)).map(({ id, centres, repelled }) => ({ id, centres: centres.map(isTaughtPacked), repelled: repelled.length }));

  it('refuses to place into centres of the old one as long as they are taken for new ones', async () => {
    const { db } = await openOld();
    await write(db, 20, ['the watch does not sync']);
    await expect(placeNew(partsOf(db))).rejects.toThrow('another version');
  });

  it('works the centres out again, once, and goes on placing; what a person moved stays and still teaches', async () => {
    const { db, before, sync, code, moved } = await openOld();
    await saveSetting(db, 'issue-space', 'an older one');
    await write(db, 20, ['my watch does not sync with the phone', 'the sms with my verification code never comes']);
    expect(await placeNew(partsOf(db))).toEqual({ placed: 2, alone: 0, born: [] });
    expect(await shapeOf(db)).toEqual([
      { id: sync, centres: [false], repelled: 1 },
      { id: code, centres: [false, true], repelled: 0 },
    ]);
    expect((await findIssues(db)).map(({ label }) => label)).toEqual(before.map(({ label }) => label));
    expect((await findMembers(db, code)).map(({ conversationId }) => conversationId)).toContain(moved);
    expect(await renewCentres(partsOf(db))).toBe(0);
  });

  it('keeps as many centres as an issue had that people merged out of two', async () => {
    const { db, sync, code } = await openOld();
    const desk = openIssueDesk({ db, space: () => space, clock: () => monday + 30 * day, signal: new AbortController().signal });
    await desk.merge({ from: code, into: sync, actor: 'lea' });
    await saveSetting(db, 'issue-space', 'an older one');
    expect(await renewCentres(partsOf(db))).toBe(1);
    expect(await shapeOf(db)).toEqual([{ id: sync, centres: [false, false, true], repelled: 0 }]);
  });
});
