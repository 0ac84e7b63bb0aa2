// What the engine reads: every conversation once, in the order of its last change.
import { expect, it } from 'vitest';
import type { FactRecord } from '#db/model/fact-record.ts';
import type { Db } from '#db/open.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { getConversation, saveConversations } from '#db/store/conversations.ts';
import { removeSource, saveSource } from '#db/store/sources.ts';
import { findStaff, saveStaff } from '#db/store/staff.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

/** Both clocks of a complaint of Monday on a desk without promises. */
function clocksOf(acknowledgedAt: number, decidedAt: number) {
  const clock = {
    fromAt: monday,
    state: 'answered',
    exclusion: null,
    dueAt: null,
    workingMs: null,
    calendarId: null,
    promiseId: null,
    promiseVersion: null,
  };
  return [
    { stage: 'complaint-acknowledged', untilAt: acknowledgedAt, ...clock },
    { stage: 'complaint-decided', untilAt: decidedAt, ...clock },
  ];
}

await describeStores('facts for the engine', ({ openStore }) => {
  const openWithSource = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    return db;
  };
  const save = async (db: Db, ...conversations: ReturnType<typeof incoming>[]) =>
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  const readAll = async (db: Db, limit: number) => {
    const records: FactRecord[] = [];
    for (;;) {
      const last = records.at(-1);
      const batch = await readFacts(db, { afterChange: last?.change ?? 0, afterId: last?.id ?? 0, limit });
      records.push(...batch);
      if (batch.length < limit) return records;
    }
  };

  it('hold everything that can be asked about, and no text', async () => {
    const db = await openWithSource();
    await save(
      db,
      incoming('a', {
        channel: 'email',
        category: 'login',
        team: 'T',
        country: 'DE',
        isComplaint: true,
        status: 'solved',
        statusChanges: [{ at: monday + 20 * minute, status: 'solved', by: 'customer' }],
        ratings: [{ externalId: 'r', kind: 'nps', value: 9, scaleMin: 0, scaleMax: 10, at: monday + 30 * minute }],
      }),
    );
    const [record, ...others] = await readFacts(db, { afterChange: 0, afterId: 0, limit: 10 });
    const { waits, episodes } = await getConversation(db, 1);
    expect(others).toEqual([]);
    expect(record).toEqual({
      id: 1,
      change: 1,
      externalId: 'a',
      sourceId: 'mail',
      channel: 'email',
      category: 'login',
      language: 'en',
      team: 'T',
      country: 'DE',
      agent: 'Wang Fang',
      arrivedAt: monday,
      exclusion: null,
      isComplaint: true,
      hasCustomer: true,
      lastMessageAt: monday + 7 * minute,
      sentiment: null,
      sentimentScore: null,
      sentimentOpening: null,
      sentimentClosing: null,
      harm: null,
      risk: null,
      issue: null,
      told: null,
      waits: waits.map(({ fromMessage: _, untilMessage: __, ...rest }) => rest),
      episodes,
      ratings: [{ kind: 'nps', value: 9, scaleMin: 0, scaleMax: 10, at: monday + 30 * minute }],
      offers: [],
      complaint: {
        rung: 'formal',
        at: monday,
        isByHand: false,
        claim: null,
        climb: null,
        clocks: clocksOf(monday + 7 * minute, monday + 20 * minute),
      },
    });
    expect([waits.length, episodes.length]).toEqual([1, 1]);
    expect(JSON.stringify(record)).not.toContain('text of');
  });

  it('know who was asked for a rating, by messages of the source that have a time, and what answered it', async () => {
    const db = await openWithSource();
    const survey = (id: string, at: number | null) => ({
      ...incomingReply(id, monday, 'A', { at }),
      actor: 'system' as const,
      kind: 'survey' as const,
    });
    await save(
      db,
      incoming('a', {
        messages: [incomingMessage('1'), survey('2', monday + minute), survey('3', null), incomingReply('4', monday + 9 * minute, 'A')],
        ratings: [{ externalId: 'r', kind: 'csat', value: 4, scaleMin: 1, scaleMax: 5, at: monday + 30 * minute }],
      }),
      incoming('b'),
    );
    const records = await readFacts(db, { afterChange: 0, afterId: 0, limit: 10 });
    expect(records.map(({ offers }) => offers)).toEqual([
      [{ kind: 'csat', at: monday + minute, answeredAt: monday + 30 * minute, isGood: true }],
      [],
    ]);
  });

  it('keep the three answers about language apart: yes, no, and cannot be told', async () => {
    const db = await openWithSource();
    const replyIn = (language: string) => [incomingMessage('1'), incomingReply('2', monday + minute, 'A', { language })];
    await save(
      db,
      incoming('a', { messages: replyIn('en') }),
      incoming('b', { messages: replyIn('de') }),
      incoming('c', { messages: replyIn('und') }),
    );
    const records = await readFacts(db, { afterChange: 0, afterId: 0, limit: 10 });
    expect(records.map(({ waits }) => waits[0]?.languageMatch)).toEqual([true, false, null]);
  });

  it('come in batches that lose and double nothing, whatever their size', async () => {
    const db = await openWithSource();
    for (let page = 0; page < 4; page += 1) await save(db, ...Array.from({ length: 7 }, (_, index) => incoming(`${page}-${index}`)));
    const whole = await readAll(db, 1000);
    expect(whole.map(({ id, change }) => [id, change])).toEqual(
      Array.from({ length: 28 }, (_, index) => [index + 1, Math.floor(index / 7) + 1]),
    );
    for (const limit of [1, 5, 7, 28]) expect(await readAll(db, limit)).toEqual(whole);
  });

  it('give after a position what changed since, and that once more', async () => {
    const db = await openWithSource();
    await save(db, incoming('a'), incoming('b'), incoming('c'));
    const { change } = await readChangeState(db);
    expect(await readFacts(db, { afterChange: change, afterId: Number.MAX_SAFE_INTEGER, limit: 10 })).toEqual([]);
    await save(db, incoming('b', { category: 'new' }), incoming('d'));
    const since = await readFacts(db, { afterChange: change, afterId: Number.MAX_SAFE_INTEGER, limit: 10 });
    expect(since.map(({ externalId, change: number, category }) => [externalId, number, category])).toEqual([
      ['b', 2, 'new'],
      ['d', 2, null],
    ]);
  });

  it('tell of a survivor whose arrival moved', async () => {
    const db = await openWithSource();
    await save(db, incoming('s', { messages: [incomingMessage('s-1', { at: monday + 60 * minute })] }));
    await save(db, incoming('m', { mergedInto: 's' }));
    const since = await readFacts(db, { afterChange: 1, afterId: 1, limit: 10 });
    expect(since.map(({ externalId, arrivedAt }) => [externalId, arrivedAt])).toEqual([
      ['s', monday],
      ['m', monday],
    ]);
  });

  it('are to be read anew, by a new epoch, after a removal and after a new name', async () => {
    const db = await openWithSource();
    await save(db, incoming('a'));
    const [agent] = await findStaff(db);
    if (agent === undefined) throw new Error('no staff');
    await saveStaff(db, { ...agent, team: 'T' });
    const sameName = await readChangeState(db);
    await saveStaff(db, { ...agent, name: '王芳' });
    const newName = await readChangeState(db);
    const named = await readFacts(db, { afterChange: 0, afterId: 0, limit: 10 });
    await removeSource(db, 'mail');
    expect([sameName.epoch, newName.epoch, (await readChangeState(db)).epoch]).toEqual([1, 2, 3]);
    expect(named.map(({ agent: name, waits, episodes }) => [name, waits[0]?.agent, episodes[0]?.agent])).toEqual([
      ['王芳', '王芳', '王芳'],
    ]);
    expect(await readAll(db, 10)).toEqual([]);
  });

  it('keep counting after a removal, so that no number is given twice', async () => {
    const db = await openWithSource();
    await save(db, incoming('a'), incoming('b'));
    await removeSource(db, 'mail');
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    await save(db, incoming('a'));
    expect((await readAll(db, 10)).map(({ id, change }) => [id, change])).toEqual([[3, 2]]);
  });
});
