// What a start makes ready for senders: the models, with the languages that came lately, and nothing where nobody may send.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashSecret } from '#db/source-key.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { addSourceKey } from '#db/store/source-keys.ts';
import { saveSource } from '#db/store/sources.ts';
import { warmUp } from '#ingest/push-desk.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';
import { incoming, incomingMessage, monday } from '#test/support/incoming.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';

let house: TestApp;
let opened: string[][];
const pipeline = async () => ({
  open: async (languages: readonly string[]) => {
    opened.push([...languages]);
  },
});

beforeEach(async () => {
  opened = [];
  house = await openTestApp();
  await saveSource(house.db, { id: 'shop', label: 'Shop', kind: 'push' });
  const conversations = ['fr', 'zh-Hans', 'fr'].map(
    (language, at) =>
      scoreMessages(incoming(`c${at}`, { language, messages: [incomingMessage('m1', { body: 'hello' })] }), standInScorers).conversation,
  );
  await saveConversations(house.db, { sourceId: 'shop', conversations, now: monday });
});
afterEach(() => house.close());

it('opens nothing where nobody may send', async () => {
  await warmUp({ db: house.db, pipeline });
  expect(opened).toEqual([]);
});

it('opens the languages that came lately, each once', async () => {
  const secret = hashSecret('a key of the shop');
  const key = { sourceId: 'shop', use: 'push', label: 'shop', hint: 'a…p', createdAt: monday, createdBy: 'someone' } as const;
  await addSourceKey(house.db, { ...key, hash: secret, sealed: null });
  await warmUp({ db: house.db, pipeline });
  expect(opened).toEqual([['fr', 'zh-Hans']]);
});
