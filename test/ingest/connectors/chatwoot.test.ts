// Chatwoot: bots, notes, deletions, surveys answered late, threads longer than a page, and the official document.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, hour, minute, second } from '#db/model/instant.ts';
import { chatwoot } from '#ingest/connectors/chatwoot.ts';
import { heldAgainst } from '#test/support/held-against.ts';
import { openApiJudge } from '#test/support/official-schemas.ts';
import { readSource, readUntilFailure } from '#test/support/read-source.ts';
import { hasSharedAnswers } from '#test/support/shared-answers.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { chatwootCase, openWoot } from './vendors/chatwoot.ts';

const { settings } = chatwootCase;
const openJudge = () => openApiJudge('specs/chatwoot/swagger.json');

describe('chatwoot', () => {
  it('goes on after a spell in which its clock ran a day ahead', async () => {
    const woot = openWoot(3);
    const source = { connector: chatwoot, settings };
    const ahead: Upstream = async (request, now) => {
      const reply = await woot.upstream(request, now);
      return reply instanceof Error ? reply : { ...reply, headers: { ...reply.headers, date: new Date(now + day).toUTCString() } };
    };
    const whole = await readSource(source, ahead);
    const during = await readSource(source, ahead, { cursor: whole.cursor, start: virtualStart + hour });
    const after = await readUntilFailure(source, woot.upstream, { cursor: during.cursor, start: virtualStart + 2 * hour });
    // The mark stayed within an hour of our own clock, so what changes from now on is asked for.
    const { mark } = z.object({ mark: z.number() }).parse(JSON.parse(during.cursor ?? '{}'));
    expect([whole.conversations.length, after.failure, mark <= virtualStart + 2 * hour]).toEqual([3, null, true]);
  });

  it('reads a conversation whole: bots, notes, surveys, deletions, resolution', async () => {
    const woot = openWoot(0);
    const conversation = woot.open();
    woot.say(conversation, 3, 'We reply within a day.', { content_type: 'text' });
    woot.say(conversation, 1, 'Try again.', { sender: { id: 9, name: 'Robo', type: 'agent_bot' } });
    woot.say(conversation, 1, 'Ask finance.', { private: true });
    const gone = woot.say(conversation, 0, 'This message was deleted', { content_attributes: { deleted: true } });
    woot.say(conversation, 2, 'Conversation was marked resolved by Anna');
    const survey = woot.say(conversation, 3, 'How did we do?', { content_type: 'input_csat' });
    conversation.status = 'resolved';
    const resolvedAt = (gone.created_at + 60) * second;
    conversation.events.push({
      id: 1,
      name: 'conversation_resolved',
      value: 9,
      event_end_time: new Date(resolvedAt).toISOString(),
      user_id: 3,
    });
    woot.rate(conversation, survey, 4);
    const ratedAt = woot.now() * second;
    const at = (place: number) => (conversation.messages[place]?.created_at ?? 0) * second;
    const id = (place: number) => String(conversation.messages[place]?.id);
    const plain = { visibility: 'public', kind: 'message', inReplyTo: null, deletedAt: null };
    const { conversations } = await readSource({ connector: chatwoot, settings }, woot.upstream);
    const anna = { actor: 'agent', author: 'agent:3', authorName: 'Anna' };
    const nobody = { author: null, authorName: null };
    const jo = { actor: 'customer', author: '501', authorName: null };
    expect(conversations[0]).toEqual({
      coverage: 'whole',
      externalId: '1:1',
      channel: 'chat',
      subject: null,
      openedAt: conversation.created_at * second,
      status: 'solved',
      statusChanges: [{ at: resolvedAt, status: 'solved', by: 'agent' }],
      customer: '501',
      languageHint: null,
      category: null,
      team: null,
      country: null,
      tags: ['wallet'],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        { ...plain, externalId: id(0), at: at(0), ...jo, text: 'Where is withdrawal 1?' },
        { ...plain, externalId: id(1), at: at(1), ...anna, text: 'We look into 1.' },
        { ...plain, externalId: id(2), at: at(2), actor: 'bot', ...nobody, kind: 'auto_reply', text: 'We reply within a day.' },
        { ...plain, externalId: id(3), at: at(3), actor: 'bot', author: 'bot:9', authorName: null, text: 'Try again.' },
        { ...plain, externalId: id(4), at: at(4), ...anna, visibility: 'private', text: 'Ask finance.' },
        { ...plain, externalId: id(5), at: at(5), ...jo, text: '', deletedAt: at(5) },
        {
          ...plain,
          externalId: id(6),
          at: at(6),
          actor: 'system',
          ...nobody,
          visibility: 'private',
          kind: 'status',
          text: 'Conversation was marked resolved by Anna',
        },
        { ...plain, externalId: id(7), at: at(7), actor: 'bot', ...nobody, kind: 'survey', text: 'How did we do?' },
      ],
      ratings: [{ externalId: id(7), kind: 'csat', value: 4, scaleMin: 1, scaleMax: 5, at: ratedAt, comment: 'Quick and kind.' }],
    });
  });

  it('reads a thread of more than two hundred messages to its end', async () => {
    const woot = openWoot(0);
    const conversation = woot.open();
    for (let n = 0; n < 231; n += 1) woot.say(conversation, n % 2 === 0 ? 0 : 1, `line ${n}`);
    const { conversations } = await readSource({ connector: chatwoot, settings }, woot.upstream);
    expect(conversations[0]?.messages).toHaveLength(233);
  });

  it('sees a survey answered late, though the conversation did not change by it', async () => {
    const woot = openWoot(40);
    const [conversation] = woot.conversations;
    if (conversation === undefined) throw new Error('no conversation');
    const survey = woot.say(conversation, 3, 'How did we do?', { content_type: 'input_csat' });
    const first = await readSource({ connector: chatwoot, settings }, woot.upstream);
    conversation.updated_at -= (30 * day) / second;
    woot.rate(conversation, survey, 2, virtualStart);
    const next = await readSource({ connector: chatwoot, settings }, woot.upstream, { cursor: first.cursor });
    const rated = next.conversations
      .filter(({ ratings }) => ratings.length > 0)
      .map(({ externalId, ratings }) => [externalId, ratings[0]?.value]);
    expect(rated).toEqual([['1:1', 2]]);
  });

  it('tells of a conversation whose survey was answered and that is hidden from us', async () => {
    const woot = openWoot(40);
    const [conversation] = woot.conversations;
    if (conversation === undefined) throw new Error('no conversation');
    const survey = woot.say(conversation, 3, 'How did we do?', { content_type: 'input_csat' });
    const first = await readSource({ connector: chatwoot, settings }, woot.upstream);
    conversation.updated_at -= (30 * day) / second;
    woot.rate(conversation, survey, 2, virtualStart);
    const hiding: Upstream = (request, now) =>
      request.url.pathname.endsWith('/conversations/1') ? { status: 403, body: { error: 'no' } } : woot.upstream(request, now);
    const next = await readSource({ connector: chatwoot, settings }, hiding, { cursor: first.cursor });
    expect(next.malformed.map(({ item }) => item)).toEqual(['1:1']);
  });

  it('goes by the clock of the server: ours may be ten minutes off either way', async () => {
    for (const skew of [-10 * minute, 10 * minute]) {
      const woot = openWoot(30);
      const upstream: typeof woot.upstream = (request, now) => woot.upstream(request, now + skew);
      const first = await readSource({ connector: chatwoot, settings }, upstream);
      woot.open(virtualStart + skew);
      const next = await readSource({ connector: chatwoot, settings }, upstream, { cursor: first.cursor });
      expect(next.conversations.map(({ externalId }) => externalId)).toContain('1:31');
    }
  });

  it('loses nothing where a conversation is deleted while pages are turned', async () => {
    const woot = openWoot(60);
    const first = await readSource({ connector: chatwoot, settings }, woot.upstream, { stopAfter: 1 });
    const [gone] = woot.conversations;
    if (gone !== undefined) gone.isGone = true;
    const next = await readSource({ connector: chatwoot, settings }, woot.upstream, { cursor: first.cursor });
    const seen = new Set([...first.conversations, ...next.conversations].map(({ externalId }) => externalId));
    expect(seen.size).toBe(60);
  });

  it('says so where a server does not know what has changed', async () => {
    const woot = openWoot(30);
    const old: typeof woot.upstream = ({ url, headers }, now) => {
      url.searchParams.delete('updated_within');
      return woot.upstream({ url, headers }, now);
    };
    const cursor = JSON.stringify({ version: 1, page: null, mark: virtualStart - minute, sweptAt: virtualStart });
    const reading = readSource({ connector: chatwoot, settings }, old, { cursor });
    await expect(reading).rejects.toThrow('this Chatwoot does not tell what has changed');
  });
});

describe.skipIf(!hasSharedAnswers)('the official document of Chatwoot (needs ../shared)', () => {
  it('fits every answer of the stand-in but those that it does not describe', async () => {
    const woot = openWoot(60);
    const [conversation] = woot.conversations;
    if (conversation === undefined) throw new Error('no conversation');
    woot.say(conversation, 2, 'Conversation was marked resolved by Anna');
    woot.rate(conversation, woot.say(conversation, 3, 'How did we do?', { content_type: 'input_csat' }), 5);
    conversation.events.push({
      id: 1,
      name: 'conversation_resolved',
      value: 9,
      event_end_time: new Date(virtualStart).toISOString(),
      user_id: 3,
    });
    const watch = heldAgainst(openJudge(), woot.upstream);
    const { conversations } = await readSource({ connector: chatwoot, settings }, watch.upstream);
    expect(conversations.length).toBeGreaterThanOrEqual(60);
    expect(watch.problems().filter((problem) => !/no parameter (sort_by|updated_within)$/.test(problem))).toEqual([]);
    expect(watch.unknown()).toEqual(['/api/vN/accounts/N/csat_survey_responses']);
    expect(watch.judged().length).toBeGreaterThan(60);
  });

  it('would catch a field that nobody promised, a wrong type and an unknown word', () => {
    const path = '/api/v1/accounts/1/conversations/7/messages';
    const problems = openJudge().problems({ path, body: { payload: [{ id: 1, content: 5, message_type: 9, sentAt: 1 }] } });
    expect(problems?.map((problem) => problem.replace(/^\S+: /, '').replace(/ \{.*$/, ''))).toEqual([
      '/payload/0/content must be string',
      '/payload/0/message_type must be equal to one of the allowed values',
      '/payload/0 must NOT have unevaluated properties',
    ]);
  });
});
