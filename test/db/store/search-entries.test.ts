// Comments on ratings, searched like messages on both databases: found while they are stored, and no longer.
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { IncomingRating } from '#db/model/conversation.ts';
import { hour } from '#db/model/instant.ts';
import { defaultSurveySettings } from '#db/model/survey.ts';
import type { Db } from '#db/open.ts';
import { findConversations, saveConversations } from '#db/store/conversations.ts';
import { rederiveFacts } from '#db/store/restate.ts';
import { indexOldComments } from '#db/store/search-entries.ts';
import { findSetting } from '#db/store/setting-values.ts';
import { saveSource } from '#db/store/sources.ts';
import { answerOffer, forgetSurveyComments, offerSurvey, saveOffers } from '#db/store/surveys.ts';
import { asRedacted, incoming, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const later = monday + 3 * hour;
const rating = (comment: string | null): IncomingRating => ({
  externalId: 'r1',
  kind: 'csat',
  value: 2,
  scaleMin: 1,
  scaleMax: 5,
  at: monday,
  ...(comment === null ? {} : { comment: asRedacted(comment), commentRedactions: [] }),
});
const solved = (id: string, changed: Parameters<typeof incoming>[1] = {}) =>
  incoming(id, { status: 'solved', statusChanges: [{ at: monday + 20 * minute, status: 'solved', by: 'agent' }], ...changed });
const names = async (db: Db, search: string) =>
  (await findConversations(db, { search })).conversations.map(({ externalId }) => externalId).sort();

await describeStores('comments on ratings in the search', ({ openStore }) => {
  const save = async (db: Db, ...conversations: ReturnType<typeof incoming>[]) =>
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  const openWith = async (...conversations: ReturnType<typeof incoming>[]) => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    await save(db, ...conversations);
    return db;
  };
  const askAndAnswer = async (db: Db, comment: string | null) => {
    const settings = { ...defaultSurveySettings, isOn: true };
    await offerSurvey(db, settings, { conversationId: 1, hashOf: () => 'hash', now: later, isReminder: false });
    const link = { tokenHash: 'hash', changeMs: settings.changeMs, now: later };
    return await answerOffer(db, link, { value: 4, comment: comment === null ? null : asRedacted(comment), redactions: [] });
  };

  it('find their conversation, in any writing, and no other', async () => {
    const db = await openWith(
      incoming('a', { ratings: [rating('Painfully slow')] }),
      incoming('b', { ratings: [rating('客服太慢了')] }),
      incoming('c'),
    );
    expect([await names(db, 'painful'), await names(db, '太慢'), await names(db, 'quick')]).toEqual([['a'], ['b'], []]);
  });

  it('no longer find it once they were changed or taken away', async () => {
    const db = await openWith(incoming('a', { ratings: [rating('Painfully slow')] }));
    await save(db, incoming('a', { ratings: [rating('Quick enough')] }));
    expect([await names(db, 'painful'), await names(db, 'quick')]).toEqual([[], ['a']]);
    await save(db, incoming('a', { ratings: [] }));
    expect(await names(db, 'quick')).toEqual([]);
  });

  it('are found where they answered our own survey, and stay so when the conversation comes again', async () => {
    const db = await openWith(solved('a'), solved('b'));
    await askAndAnswer(db, 'Painfully slow');
    expect(await names(db, 'painful')).toEqual(['a']);
    await save(db, solved('a', { subject: asRedacted('A newer subject') }));
    expect([await names(db, 'painful'), await names(db, 'newer')]).toEqual([['a'], ['a']]);
    await askAndAnswer(db, 'Quick enough');
    expect([await names(db, 'painful'), await names(db, 'quick')]).toEqual([[], ['a']]);
    await forgetSurveyComments(db, 'mail', ['a']);
    expect([await names(db, 'quick'), await names(db, 'newer')]).toEqual([[], ['a']]);
  });

  it('are found where they came with finished offers', async () => {
    const db = await openWith(solved('a'));
    const answered = await askAndAnswer(db, null);
    await db.query.delete(db.tables.surveyOffer);
    await saveOffers(db, [{ ...answered, comment: 'Painfully slow' }]);
    expect(await names(db, 'painful')).toEqual(['a']);
  });

  it('stay when the facts are derived anew and the conversation moves in the list', async () => {
    const db = await openWith(incoming('a', { ratings: [rating('Painfully slow')] }));
    const { conversation } = db.tables;
    const [before] = await db.query.select().from(conversation);
    await db.query.update(conversation).set({ arrivedAt: monday - 90 * hour });
    await db.query.update(conversation).set({ place: (before?.place ?? 0) - 1_000_000 });
    const column = sql.raw(db.dialect === 'sqlite' ? 'rowid' : 'place');
    await db.run(sql`delete from conversation_search where ${column} = ${before?.place ?? 0}`);
    expect(await names(db, 'painful')).toEqual([]);
    await rederiveFacts(db, { requestedBy: 'a test', reason: 'a test', clock: () => later, settings: plainSettings });
    expect(await names(db, 'painful')).toEqual(['a']);
  });

  it('of a store from before are found after one pass, which is made once and gone on with', async () => {
    const old = Array.from({ length: 230 }, (_, index) => incoming(`c${index}`, index % 2 === 0 ? { ratings: [rating(null)] } : {}));
    const db = await openWith(...old);
    const { rating: table, setting } = db.tables;
    await db.query.update(table).set({ comment: 'Painfully slow', commentRedactions: [] });
    expect(await names(db, 'painful')).toEqual([]);
    expect(await indexOldComments(db)).toBe(115);
    expect((await findConversations(db, { search: 'painful' })).n).toBe(115);
    expect([await findSetting(db, 'searched-comments'), await indexOldComments(db)]).toEqual(['all', 0]);
    // Stopped after its first lot.
    await db.query.update(setting).set({ value: 200 }).where(eq(setting.key, 'searched-comments'));
    expect(await indexOldComments(db)).toBe(15);
    await expect(indexOldComments(db, AbortSignal.abort())).rejects.toThrow();
  });
});
