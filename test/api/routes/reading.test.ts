// What English messages name and negate, over HTTP: read on demand, with what was left out.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conversationListShape } from '#api/http/shapes/conversation.ts';
import { readingShape } from '#api/http/shapes/reading.ts';
import type { IncomingMessage } from '#db/model/conversation.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { sampleConversation, sampleStart, saveSamples } from '#test/support/sample-conversations.ts';

let house: TestApp;
let cookie: string;
let id: string;

const changed = (messages: readonly IncomingMessage[], place: number, to: Partial<IncomingMessage>) =>
  messages.map((message, at) => (at === place ? { ...message, ...to } : message));

beforeAll(async () => {
  house = await openTestApp({ now: sampleStart + 30 * 86_400_000 });
  await saveSamples(house.db, house.deps.clock());
  const sample = sampleConversation(9, [
    { actor: 'customer', afterMs: 0, text: 'I sent 250 USDT two days ago and it has not arrived' },
    { actor: 'agent', afterMs: 60_000, text: 'We never lose 5 EUR' },
    { actor: 'customer', afterMs: 120_000, text: 'Depuis 3 jours' },
    { actor: 'customer', afterMs: 180_000, text: 'x'.repeat(5001) },
  ]);
  const conversation = { ...sample, messages: changed(sample.messages, 2, { language: 'fr' }) };
  await saveConversations(house.db, { sourceId: 'mail', conversations: [conversation], now: house.deps.clock() });
  cookie = await house.signInAs('support_manager');
  const { conversations } = await readAs(conversationListShape, await house.ask('/api/conversations', { cookie }));
  id = conversations.find(({ externalId }) => externalId === 's9')?.id ?? '';
});
afterAll(() => house.close());

it('reads the messages of the customer in English, and counts what it left out', async () => {
  const body = 'I sent 250 USDT two days ago and it has not arrived';
  const at = (text: string) => ({ start: body.indexOf(text), end: body.indexOf(text) + text.length, text });
  expect(await readAs(readingShape, await house.ask(`/api/conversations/${id}/reading`, { cookie }))).toEqual({
    messages: [
      {
        id: 's9-m1',
        named: [
          { kind: 'amount', ...at('250 USDT') },
          { kind: 'when', ...at('two days ago') },
        ],
        negated: [at('arrived')],
      },
    ],
    leftOut: { otherLanguage: 1, tooMuch: 1 },
  });
});

it('answers strangers and unknown conversations as the conversation itself does', async () => {
  expect((await house.ask(`/api/conversations/${id}/reading`)).status).toBe(401);
  expect((await house.ask(`/api/conversations/${id}/reading`, { cookie: await house.signInAs('viewer') })).status).toBe(403);
  expect((await house.ask('/api/conversations/999/reading', { cookie })).status).toBe(404);
  expect((await house.ask('/api/conversations/abc/reading', { cookie })).status).toBe(400);
});
