// Threads of social networks as conversations: who is a customer, what belongs together, and what never mixes.
import { describe, expect, it } from 'vitest';
import { conversationIdOf, firstPostOf, threadConversations } from '#ingest/connectors/social-thread.ts';
import { at, author, hour, ours, post, terms, thread } from './social-examples.ts';

const root = post({ id: '1', by: 'kim', at: at(0), text: 'My funds are stuck, @acme', addressesUs: true });
const brief = (conversation: ReturnType<typeof threadConversations>[number]) => ({
  id: conversation.externalId,
  customer: conversation.customer,
  openedAt: conversation.openedAt,
  said: conversation.messages.map(({ externalId, actor }) => `${actor} ${externalId}`),
  status: conversation.status,
});

describe('a thread of one customer', () => {
  it('is one conversation under the id of its first post, with the whole of what was said', () => {
    const answer = post({ id: '2', by: 'anna', parent: '1', at: at(hour), text: 'We are looking into it.' });
    expect(threadConversations(thread([root, answer], { subject: 'Stuck' }), terms)).toEqual([
      {
        coverage: 'whole',
        externalId: '1',
        channel: 'network',
        subject: 'Stuck',
        openedAt: at(0),
        status: 'pending',
        statusChanges: [],
        customer: 'id-kim',
        languageHint: 'en',
        category: null,
        team: null,
        country: null,
        tags: ['inferred-status'],
        exclusion: null,
        mergedInto: null,
        isComplaint: false,
        messages: [
          {
            externalId: '1',
            at: at(0),
            actor: 'customer',
            author: 'id-kim',
            authorName: null,
            visibility: 'public',
            kind: 'message',
            text: 'My funds are stuck, @acme',
            inReplyTo: null,
            deletedAt: null,
          },
          {
            externalId: '2',
            at: at(hour),
            actor: 'agent',
            author: 'id-anna',
            authorName: 'Anna of Acme',
            visibility: 'public',
            kind: 'message',
            text: 'We are looking into it.',
            inReplyTo: '1',
            deletedAt: null,
          },
        ],
        ratings: [],
      },
    ]);
  });

  it('opens with the post that addresses us, not with the root, where we were called in later', () => {
    const talk = post({ id: '1', by: 'kim', at: at(0), text: 'My wallet is empty' });
    const help = post({ id: '2', by: 'lee', parent: '1', at: at(hour), text: 'Ask them' });
    const call = post({ id: '3', by: 'kim', parent: '2', at: at(2 * hour), text: '@acme help', addressesUs: true });
    const answer = post({ id: '4', by: 'anna', parent: '3', at: at(3 * hour) });
    expect(threadConversations(thread([talk, help, call, answer]), terms).map(brief)).toEqual([
      { id: '1>3', customer: 'id-kim', openedAt: at(2 * hour), said: ['customer 3', 'agent 4'], status: 'pending' },
    ]);
  });
});

describe('a thread of several customers', () => {
  it('is parted: an answer to one is none to the other', () => {
    const second = post({ id: '2', by: 'lee', parent: '1', at: at(hour), text: '@acme me too', addressesUs: true });
    const toLee = post({ id: '3', by: 'anna', parent: '2', at: at(2 * hour) });
    const stranger = post({ id: '4', by: 'max', parent: '1', at: at(3 * hour), text: 'Try to restart it' });
    const announced = post({ id: '0', by: 'brand', at: at(-hour), text: 'Maintenance tonight' });
    const under = (one: typeof root) => (one.parent === null ? { ...one, parent: '0' } : one);
    const posts = [announced, ...[root, second, toLee, stranger].map(under)];
    expect(threadConversations(thread(posts, { root: '0' }), terms).map(brief)).toEqual([
      { id: '0>1', customer: 'id-kim', openedAt: at(0), said: ['agent 0', 'customer 1', 'agent 3'], status: 'pending' },
      { id: '0>2', customer: 'id-lee', openedAt: at(hour), said: ['agent 0', 'customer 2', 'agent 3'], status: 'pending' },
    ]);
    const beside = { ...second, parent: '0' };
    expect(threadConversations(thread([announced, under(root), beside, toLee], { root: '0' }), terms).map(brief)).toEqual([
      { id: '0>1', customer: 'id-kim', openedAt: at(0), said: ['agent 0', 'customer 1'], status: 'open' },
      { id: '0>2', customer: 'id-lee', openedAt: at(hour), said: ['agent 0', 'customer 2', 'agent 3'], status: 'pending' },
    ]);
  });

  it('takes an answer to one of us as addressed to us, and other people’s talk as nobody’s', () => {
    const announced = post({ id: '1', by: 'brand', at: at(0), text: 'Maintenance tonight' });
    const asks = post({ id: '2', by: 'kim', parent: '1', at: at(hour), text: 'When does it end?' });
    const talk = post({ id: '3', by: 'lee', parent: '2', at: at(2 * hour), text: 'Never' });
    expect(threadConversations(thread([announced, asks, talk]), terms).map(brief)).toEqual([
      { id: '1>2', customer: 'id-kim', openedAt: at(hour), said: ['agent 1', 'customer 2'], status: 'open' },
    ]);
    expect(threadConversations(thread([announced]), terms)).toEqual([]);
  });
});

describe('what does not count', () => {
  it('leaves reposts, deleted words and other people’s bots out, but keeps the chain through them', () => {
    const copy = post({ id: '2', by: 'lee', parent: '1', at: at(hour), isRepost: true, addressesUs: true });
    const bot = post({ id: '3', by: 'bot', parent: '1', at: at(hour), addressesUs: true });
    const gone = post({ id: '4', by: 'max', parent: '1', at: at(hour), text: '', isDeleted: true });
    const answer = post({ id: '5', by: 'anna', parent: '4', at: at(2 * hour) });
    expect(threadConversations(thread([root, copy, bot, gone, answer]), terms).map(brief)).toEqual([
      { id: '1', customer: 'id-kim', openedAt: at(0), said: ['customer 1', 'agent 5'], status: 'pending' },
    ]);
  });

  it('takes a leaver as one of us on the days of the list, and as a customer before and after', () => {
    const early = { ...post({ id: '2', by: 'old', parent: '1', at: at(hour) }) };
    expect(threadConversations(thread([root, early]), terms).map(brief)[0]?.said).toEqual(['customer 1']);
    const listed = { ...terms, ours: { ...ours, staff: [{ id: 'id-old', from: null, to: null }] } };
    expect(threadConversations(thread([root, early]), listed).map(brief)[0]?.said).toEqual(['customer 1', 'agent 2']);
  });

  it('shows private posts as private, and no private answer ends the wait', () => {
    const answer = post({ id: '2', by: 'anna', parent: '1', at: at(hour), visibility: 'private' });
    const [conversation] = threadConversations(thread([root, answer]), terms);
    expect(conversation?.messages.map(({ visibility }) => visibility)).toEqual(['public', 'private']);
    expect(conversation?.status).toBe('open');
  });
});

describe('impostors', () => {
  it.each([
    ['acme', ['possible-impersonation']],
    ['ACME@evil.example', ['possible-impersonation']],
    ['acme-fan', []],
  ])('an author called %s without our id is a customer, with tags %j', (handle, tags) => {
    const posing = { ...root, author: { ...author('eve'), handles: [handle, handle.split('@')[0] ?? ''] } };
    const [conversation] = threadConversations(thread([posing]), terms);
    expect(conversation?.messages.map(({ actor }) => actor)).toEqual(['customer']);
    expect(conversation?.tags).toEqual(['inferred-status', ...tags]);
  });

  it('mark the conversation of the customer whom they answer, and are no answer', () => {
    const posing = { ...post({ id: '2', by: 'eve', parent: '1', at: at(hour) }), author: { ...author('eve'), handles: ['@Acme'] } };
    const [conversation] = threadConversations(thread([root, posing]), terms);
    expect(conversation?.tags).toEqual(['inferred-status', 'possible-impersonation']);
    expect(conversation?.status).toBe('open');
    expect(conversation?.messages.map(({ externalId }) => externalId)).toEqual(['1']);
  });

  it('are not suspected where they are us', () => {
    const own = post({ id: '2', by: 'brand', parent: '1', at: at(hour) });
    expect(threadConversations(thread([root, own]), terms)[0]?.tags).toEqual(['inferred-status']);
  });
});

describe('quotes and partial threads', () => {
  it('a quote of ours is a conversation of its own that says so', () => {
    const quote = post({ id: '7', by: 'lee', at: at(hour), text: 'Look at this', quotes: '1', addressesUs: true });
    const [conversation] = threadConversations(thread([quote]), terms);
    expect(conversation).toMatchObject({ externalId: '7', tags: ['inferred-status', 'quote'] });
    expect(conversation?.messages[0]?.inReplyTo).toBe('1');
  });

  it('a thread that was not wholly shown is a part, so that nothing stored is taken for deleted', () => {
    const [conversation] = threadConversations(thread([root], { isPartial: true }), terms);
    expect(conversation).toMatchObject({ coverage: 'part', tags: ['inferred-status', 'partial-thread'] });
  });
});

describe('ids of conversations', () => {
  it('name the first post, and give it back', () => {
    expect(conversationIdOf('1', '1')).toBe('1');
    expect(conversationIdOf('at://did:plc:a/app.bsky.feed.post/1', 'at://did:plc:b/app.bsky.feed.post/2')).toBe(
      'at://did:plc:a/app.bsky.feed.post/1>at://did:plc:b/app.bsky.feed.post/2',
    );
    expect(firstPostOf('1>3')).toBe('3');
    expect(firstPostOf('1')).toBe('1');
  });
});
