// Offers of our own survey on both databases: who is asked, once and within the cap, and answers that can be changed for a while.
import { expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { day, hour } from '#db/model/instant.ts';
import type { RedactedText } from '#db/model/redacted-text.ts';
import { defaultSurveySettings, type SurveySettings, surveyLanguageOf } from '#db/model/survey.ts';
import type { Db } from '#db/open.ts';
import { readFacts } from '#db/store/columns.ts';
import { getConversation, saveConversations } from '#db/store/conversations.ts';
import { removeSource, saveSource } from '#db/store/sources.ts';
import { findSurveyCandidates, getConversationId } from '#db/store/survey-candidates.ts';
import { getSurveySettings, saveSurveySettings } from '#db/store/survey-settings.ts';
import { answerOffer, findOffer, offerState, offerSurvey } from '#db/store/surveys.ts';
import { incoming, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const settings: SurveySettings = { ...defaultSurveySettings, isOn: true };
const later = monday + 3 * hour;
const solved = (id: string, changed: Parameters<typeof incoming>[1] = {}) =>
  incoming(id, { status: 'solved', statusChanges: [{ at: monday + 20 * minute, status: 'solved', by: 'agent' }], ...changed });

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message.split(':')[0] ?? ''}`;
    throw error;
  }
  return 'none';
}

await describeStores('offers of surveys', ({ openStore }) => {
  const openWith = async (...conversations: ReturnType<typeof incoming>[]) => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
    return db;
  };
  const offer = (
    db: Db,
    now = later,
    rest: { readonly id?: number; readonly isReminder?: boolean; readonly settings?: SurveySettings } = {},
  ) =>
    offerSurvey(db, rest.settings ?? settings, {
      conversationId: rest.id ?? 1,
      hashOf: (episode) => `hash of ${rest.id ?? 1} ${episode}`,
      now,
      isReminder: rest.isReminder ?? false,
    });
  const answer = (db: Db, value: number, now: number, comment: RedactedText | null = null) =>
    answerOffer(db, { tokenHash: 'hash of 1 1', changeMs: settings.changeMs, now }, { value, comment, redactions: [] });
  const facts = async (db: Db, afterChange = 0) => await readFacts(db, { afterChange, afterId: Number.MAX_SAFE_INTEGER, limit: 10 });

  it('are off in a new store, and kept as they are set', async () => {
    const db = await openStore();
    expect(await getSurveySettings(db)).toEqual(defaultSurveySettings);
    await saveSurveySettings(db, { ...settings, questions: { de: 'Alles gut?' } });
    expect(await getSurveySettings(db)).toEqual({ ...settings, questions: { de: 'Alles gut?' } });
  });

  it('are made once for each solved episode, and the engine hears of them', async () => {
    const db = await openWith(solved('a'));
    const first = await offer(db);
    expect(first).toMatchObject({
      conversationId: 1,
      episode: 1,
      kind: 'csat',
      offeredAt: later,
      expiresAt: later + 14 * day,
      reminders: 0,
    });
    expect(await offer(db, later + hour)).toEqual(first);
    expect((await facts(db, 1)).map(({ id, offers }) => [id, offers])).toEqual([
      [1, [{ kind: 'csat', at: later, answeredAt: null, isGood: null }]],
    ]);
  });

  it('are refused where the survey is off, nothing is solved, it was solved just now, or nobody should be asked', async () => {
    const db = await openWith(solved('a'), incoming('b'), solved('c', { exclusion: 'spam' }));
    expect([
      await refusal(offer(db, later, { settings: defaultSurveySettings })),
      await refusal(offer(db, later, { id: 2 })),
      await refusal(offer(db, later, { id: 3 })),
      await refusal(offer(db, monday + 30 * minute)),
      await refusal(offer(db, later)),
    ]).toEqual([
      'conflict: the survey is off; turn it on under Settings, Survey',
      'conflict: not solved',
      'conflict: left out of all figures (spam)',
      'conflict: solved a moment ago',
      'none',
    ]);
  });

  it('are reminded of up to the cap, not too soon, and never after an answer', async () => {
    const db = await openWith(solved('a'));
    expect(await refusal(offer(db, later, { isReminder: true }))).toBe('conflict: nobody was asked yet');
    await offer(db);
    expect(await refusal(offer(db, later + day, { isReminder: true }))).toBe('conflict: too soon after the last word');
    expect((await offer(db, later + 3 * day, { isReminder: true })).reminders).toBe(1);
    expect(await refusal(offer(db, later + 9 * day, { isReminder: true }))).toMatch('reminded 1 times already');
    await answer(db, 4, later + 9 * day);
    const twice = { ...settings, reminderCap: 2 };
    expect(await refusal(offer(db, later + 10 * day, { isReminder: true, settings: twice }))).toBe('conflict: answered already');
  });

  it('become ratings when answered; the same answer again changes nothing, another takes its place for a while', async () => {
    const db = await openWith(solved('a'));
    await offer(db);
    const given = await answer(db, 2, later + hour);
    expect(await answer(db, 2, later + 90 * day)).toEqual(given);
    await answer(db, 5, later + 2 * hour);
    const [record] = await facts(db);
    expect(record?.ratings).toEqual([{ kind: 'csat', value: 5, scaleMin: 1, scaleMax: 5, at: later + hour }]);
    expect(record?.offers).toEqual([{ kind: 'csat', at: later, answeredAt: later + hour, isGood: true }]);
    expect(await refusal(answer(db, 1, later + 2 * day))).toBe('conflict: this survey was answered, and can no longer be changed');
    const kept = await findOffer(db, 'hash of 1 1');
    expect([kept?.value, kept?.answeredAt, kept?.changedAt]).toEqual([5, later + hour, later + 2 * hour]);
  });

  it('take no answer that is forged, off the scale, or too late', async () => {
    const db = await openWith(solved('a'));
    await offer(db);
    const forged = answerOffer(db, { tokenHash: 'hash of 1 2', changeMs: 0, now: later }, { value: 5, comment: null, redactions: [] });
    expect([
      await refusal(forged),
      await refusal(answer(db, 6, later)),
      await refusal(answer(db, 0, later)),
      await refusal(answer(db, 2.5, later)),
      await refusal(answer(db, 5, later + 14 * day)),
      await refusal(answer(db, 5, later + 14 * day - 1)),
    ]).toEqual([
      'not_found: no such survey',
      'invalid: not on the scale from 1 to 5',
      'invalid: not on the scale from 1 to 5',
      'invalid: not on the scale from 1 to 5',
      'conflict: this survey has ended',
      'none',
    ]);
  });

  it('stay with their conversation when the source sends it again, are seen in it, and go with it', async () => {
    const db = await openWith(solved('a'));
    await offer(db);
    await answer(db, 4, later + hour);
    await saveConversations(db, {
      sourceId: 'mail',
      conversations: [solved('a', { category: 'new' })],
      now: later + day,
      settings: plainSettings,
    });
    expect((await facts(db)).map(({ category, ratings }) => [category, ratings.length])).toEqual([['new', 1]]);
    expect((await getConversation(db, 1)).ratings).toEqual([
      { externalId: 'survey:1', kind: 'csat', value: 4, scaleMin: 1, scaleMax: 5, at: later + hour, comment: null },
    ]);
    await removeSource(db, 'mail');
    expect(await findOffer(db, 'hash of 1 1')).toBe(null);
  });

  it('know their state', async () => {
    const db = await openWith(solved('a'));
    const made = await offer(db);
    const state = (changed: Partial<typeof made>, now: number) => offerState({ ...made, ...changed }, day, now);
    expect([
      state({}, later),
      state({}, later + 14 * day),
      state({ answeredAt: later }, later + day - 1),
      state({ answeredAt: later }, later + day),
    ]).toEqual(['open', 'expired', 'changeable', 'final']);
  });

  it('are due for conversations whose last episode was solved in time', async () => {
    const again = solved('b', {
      messages: [
        ...incoming('b').messages,
        { ...(incoming('b').messages[0] ?? expect.fail('no message')), externalId: 'b-3', at: monday + hour },
      ],
      status: 'open',
    });
    const db = await openWith(solved('a'), again, solved('c', { exclusion: 'test' }), incoming('d'));
    await offer(db);
    const found = await findSurveyCandidates(db, { since: monday, until: later, sourceId: null });
    expect(found.map(({ externalId, offer: made }) => [externalId, made?.tokenHash ?? null])).toEqual([['a', 'hash of 1 1']]);
    expect(await findSurveyCandidates(db, { since: monday, until: later, sourceId: 'other' })).toEqual([]);
    expect(await findSurveyCandidates(db, { since: monday + hour, until: later, sourceId: null })).toEqual([]);
    expect(await getConversationId(db, 'mail', 'b')).toBe(2);
    expect(await refusal(getConversationId(db, 'mail', 'nobody'))).toMatch('not_found');
  });

  it('speak the language of the customer, else English', () => {
    expect(['zh-Hans', 'zh', 'zh-TW', 'zh-Hant', 'de-AT', 'es_MX', 'ru', 'und', 'tlh'].map(surveyLanguageOf)).toEqual([
      'zh-Hans',
      'zh-Hans',
      'zh-Hant',
      'zh-Hant',
      'de',
      'es',
      'ru',
      'en',
      'en',
    ]);
  });
});
