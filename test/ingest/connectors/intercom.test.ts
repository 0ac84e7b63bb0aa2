// Intercom: bots and campaigns, notes, redactions, ratings, five hundred parts, windows that change while they are read, the official document.
import { describe, expect, it } from 'vitest';
import { minute, second } from '#db/model/instant.ts';
import { intercom } from '#ingest/connectors/intercom.ts';
import { heldAgainst } from '#test/support/held-against.ts';
import { openApiJudge } from '#test/support/official-schemas.ts';
import { readSource } from '#test/support/read-source.ts';
import { hasSharedAnswers } from '#test/support/shared-answers.ts';
import { openSourceHouse } from '#test/support/source-house.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { anna, intercomCase, jo, openCom } from './vendors/intercom.ts';

const { settings } = intercomCase;
const openJudge = () => openApiJudge('specs/intercom/2.15.api.intercom.io.yaml');
const idsOf = (reading: { readonly conversations: readonly { readonly externalId: string }[] }) =>
  reading.conversations.map(({ externalId }) => externalId);

describe('intercom', () => {
  it('reads a conversation whole: bots, notes, redactions, states, rating', async () => {
    const com = openCom(0);
    const conversation = com.open();
    com.say(conversation, 'comment', { type: 'bot', id: '5', name: 'Fin', from_ai_agent: true }, 'Have you tried again?');
    com.say(conversation, 'note', anna, 'Ask finance.');
    com.say(conversation, 'assignment', anna, null);
    const redacted = com.say(conversation, 'comment', jo, 'my key is');
    redacted.redacted = true;
    com.say(conversation, 'close', anna, 'It is done.');
    com.say(conversation, 'comment', jo, 'It is not.');
    com.say(conversation, 'close', { type: 'bot', id: '5' }, null);
    conversation.state = 'closed';
    const asked = conversation.updated_at;
    conversation.rating = {
      rating: 2,
      remark: 'Nobody read my question.',
      created_at: asked,
      updated_at: asked + 300,
      contact: { type: 'contact', id: 'contact-1' },
    };
    const { conversations } = await readSource({ connector: intercom, settings }, com.upstream);
    const at = (place: number) => (conversation.parts[place]?.created_at ?? 0) * second;
    const id = (place: number) => String(conversation.parts[place]?.id);
    const plain = { visibility: 'public', kind: 'message', inReplyTo: null, deletedAt: null };
    const ours = { actor: 'agent', author: 'agent:77', authorName: 'Anna' };
    const theirs = { actor: 'customer', author: 'contact-1', authorName: null };
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: '1000',
        channel: 'chat',
        subject: null,
        openedAt: conversation.created_at * second,
        status: 'solved',
        statusChanges: [
          { at: at(5), status: 'solved', by: 'agent' },
          { at: at(6), status: 'open', by: 'customer' },
          { at: at(7), status: 'solved', by: 'system' },
        ],
        customer: 'contact-1',
        languageHint: null,
        category: null,
        team: 'Wallets',
        country: null,
        tags: ['wallet'],
        exclusion: null,
        mergedInto: null,
        isComplaint: false,
        messages: [
          {
            ...plain,
            ...theirs,
            externalId: `source:${conversation.source.id}`,
            at: conversation.created_at * second,
            text: 'Where is withdrawal 1000?',
          },
          { ...plain, ...ours, externalId: id(0), at: at(0), text: 'We look into 1000.' },
          { ...plain, externalId: id(1), at: at(1), actor: 'bot', author: 'bot:5', authorName: null, text: 'Have you tried again?' },
          { ...plain, ...ours, externalId: id(2), at: at(2), visibility: 'private', text: 'Ask finance.' },
          { ...plain, ...theirs, externalId: id(4), at: at(4), text: '', deletedAt: at(4) },
          { ...plain, ...ours, externalId: id(5), at: at(5), text: 'It is done.' },
          { ...plain, ...theirs, externalId: id(6), at: at(6), text: 'It is not.' },
        ],
        ratings: [
          {
            externalId: 'csat',
            kind: 'csat',
            value: 2,
            scaleMin: 1,
            scaleMax: 5,
            at: (asked + 300) * second,
            comment: 'Nobody read my question.',
          },
        ],
      },
    ]);
  });

  it.each([
    ['customer_initiated', jo, 'customer'],
    ['admin_initiated', anna, 'agent'],
    ['automated', anna, 'campaign'],
    ['campaigns_initiated', anna, 'campaign'],
    ['operator_initiated', anna, 'bot'],
  ])('takes an opening that is %s for one of %s', async (delivered_as, author, actor) => {
    const com = openCom(0);
    Object.assign(com.open().source, { delivered_as, author });
    const { conversations } = await readSource({ connector: intercom, settings }, com.upstream);
    expect(conversations[0]?.messages[0]?.actor).toBe(actor);
  });

  it('keeps older parts than the newest five hundred, and tells what a first reading could not get', async () => {
    const com = openCom(0);
    const conversation = com.open();
    for (let n = 1; n < 490; n += 1) com.say(conversation, 'comment', { ...jo, id: `contact-${n}` }, `line ${n}`);
    const house = await openSourceHouse({ connector: intercom, settings, upstream: com.upstream });
    expect(await house.run()).toMatchObject({ inserted: 1, gaps: 0 });
    for (let n = 490; n < 600; n += 1) com.say(conversation, 'comment', { ...jo, id: `contact-${n}` }, `line ${n}`);
    conversation.updated_at = virtualStart / second - 90;
    await house.run();
    expect((await house.stored())['1000']).toHaveLength(601);
    const late = await readSource({ connector: intercom, settings }, com.upstream);
    expect(late.gaps).toEqual([
      {
        from: conversation.created_at * second,
        to: (conversation.parts[100]?.created_at ?? 0) * second,
        reason: 'conversation 1000: Intercom gives only the newest 500 parts; older ones are missing',
      },
    ]);
  });

  it('keeps both bounds of a window it goes on with, and loses nothing that changes meanwhile', async () => {
    const com = openCom(120);
    const first = await readSource({ connector: intercom, settings }, com.upstream, { stopAfter: 1 });
    const [early, , , late] = [com.conversations[3], null, null, com.conversations[100]];
    for (const one of [early, late]) if (one !== undefined) one.updated_at = virtualStart / second - 30;
    const rest = await readSource({ connector: intercom, settings }, com.upstream, { cursor: first.cursor });
    expect(idsOf(rest)).not.toContain(late?.id);
    const hour = 60 * minute;
    const later: Upstream = (request, now) => com.upstream(request, now + hour);
    const next = await readSource({ connector: intercom, settings }, later, { cursor: rest.cursor });
    expect(idsOf(next)).toEqual(expect.arrayContaining([early?.id, late?.id]));
    expect(new Set([...idsOf(first), ...idsOf(rest), ...idsOf(next)]).size).toBe(120);
  });

  it('stops where the place to go on does not move, and begins the window again where it is refused', async () => {
    const com = openCom(120);
    const stuck: Upstream = (request, now) => {
      const reply = com.upstream(request, now);
      if (request.url.pathname !== '/conversations/search') return reply;
      return { ...reply, body: { ...(reply.body as object), pages: { next: { starting_after: 'here' } } } };
    };
    await expect(readSource({ connector: intercom, settings }, stuck)).rejects.toThrow('does not move on');
    const cursor = JSON.stringify({ version: 1, from: virtualStart / second - 90 * 86_400, to: virtualStart / second, after: 'forgotten' });
    const forgetful: Upstream = (request, now) =>
      (request.body ?? '').includes('forgotten') ? { status: 400, body: { type: 'error.list' } } : com.upstream(request, now);
    const again = await readSource({ connector: intercom, settings }, forgetful, { cursor });
    expect(new Set(idsOf(again)).size).toBe(120);
  });

  it('reads the days that were asked for', async () => {
    const com = openCom(60);
    const [from, to] = [com.conversations[10]?.updated_at ?? 0, com.conversations[20]?.updated_at ?? 0];
    const window = { from: from * second + 5 * minute, to: to * second };
    const reading = await readSource({ connector: intercom, settings }, com.upstream, { window });
    expect(idsOf(reading)).toEqual(Array.from({ length: 9 }, (_, n) => String(1011 + n)));
  });
});

describe.skipIf(!hasSharedAnswers)('the official document of Intercom (needs ../shared)', () => {
  it('fits every answer of the stand-in', async () => {
    const com = openCom(60);
    const [conversation] = com.conversations;
    if (conversation !== undefined) conversation.rating = { rating: 5, remark: 'good', created_at: 1, updated_at: 2 };
    const watch = heldAgainst(openJudge(), com.upstream);
    const { conversations } = await readSource({ connector: intercom, settings }, watch.upstream);
    expect(conversations).toHaveLength(60);
    expect([watch.problems(), watch.unknown()]).toEqual([[], []]);
    expect(watch.judged().length).toBeGreaterThan(60);
  });

  it('would catch a state that nobody promised', () => {
    const problems = openJudge().problems({ path: '/conversations/7', body: { id: 7, state: 'asleep' } });
    expect(problems?.map((problem) => problem.replace(/ \{.*$/, ''))).toEqual([
      '/conversations/{conversation_id}: /id must be string',
      '/conversations/{conversation_id}: /state must be equal to one of the allowed values',
    ]);
  });
});
