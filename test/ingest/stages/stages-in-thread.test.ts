// The stages in a thread of their own make of conversations what they make of them in this one.
import { afterEach, describe, expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import { contentHash } from '#db/store/content-hash.ts';
import { toStorable } from '#db/store/incoming-rows.ts';
import { openScorers } from '#ingest/scores/index.ts';
import { openLanguageDetector } from '#ingest/stages/language.ts';
import { openStages, type StageOrder, type Stages } from '#ingest/stages/run-stages.ts';
import { openStagesInThread } from '#ingest/stages/stages-in-thread.ts';
import { fetched, fetchedMessage } from '#test/support/fetched.ts';
import { minute, monday } from '#test/support/incoming.ts';
import { memoryFolder } from '#test/support/memory-folder.ts';

const texts = {
  en: 'My withdrawal is stuck for three days and nobody answers. My mail is jo@example.org',
  'zh-Hans': '提现一直不到账，客服也不回复，非常失望',
  fr: "L'application se bloque à chaque ouverture, c'est insupportable",
  de: 'Der neue Dunkelmodus ist wunderbar, vielen Dank dafür',
};
const order: StageOrder = {
  sourceId: 'desk',
  fetched: [
    ...Object.entries(texts).map(([id, text]) => fetched(id, { openedAt: monday, customer: 'jo', messages: [fetchedMessage('m1', text)] })),
    fetched('x'.repeat(400), { openedAt: monday, messages: [fetchedMessage('m1', 'hello', { at: monday + minute, actor: 'agent' })] }),
    fetched('none', { openedAt: null, messages: [] }),
  ],
  stored: new Map(),
  known: new Map(),
};

const opened: Stages[] = [];
const kept = (stages: Stages): Stages => {
  opened.push(stages);
  return stages;
};
afterEach(async () => {
  for (const stages of opened.splice(0)) await stages.close();
});
const start = async () => ({ keys: await openKeys(memoryFolder()), taxonomy: null, taught: {} });

describe('the stages in a thread', { timeout: 180_000 }, () => {
  it('give what they give here, scores and pseudonyms and refusals with them', async () => {
    const given = await start();
    const [detector, scorers] = await Promise.all([openLanguageDetector(), openScorers()]);
    const here = kept(openStages({ keys: given.keys, detector, scorers }));
    const away = kept(openStagesInThread(given));
    await away.open(['en', 'zh-Hans']);
    const [expected, found] = await Promise.all([here.run(order), away.run(order)]);
    expect(found).toEqual(expected);
    expect(found.ready.length + found.refused.length).toBe(order.fetched.length);
    expect(found.ready.slice(0, 4).map(({ language }) => language)).toEqual(Object.keys(texts));
    expect(JSON.stringify(found)).not.toContain('jo@example.org');
    const [first] = found.ready;
    if (first === undefined) throw new Error('nothing is ready');
    const again = await away.run({ ...order, known: new Map([[first.externalId, contentHash(toStorable(first))]]) });
    // What is stored as it comes has no scores; all others have.
    expect(again.ready.map((one) => 'scorer' in one)).toEqual(found.ready.map((one) => one !== first));
  });

  it('fail with the reason where their models cannot be opened', async () => {
    const stages = kept(
      openStagesInThread({
        ...(await start()),
        taxonomy: { version: 3, document: { categories: 7 }, model: 'x', appliedAt: monday, appliedBy: 'test' },
      }),
    );
    await expect(stages.run(order)).rejects.toMatchObject({ code: 'internal' });
  });
});
