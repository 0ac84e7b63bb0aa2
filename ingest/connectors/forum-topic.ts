// A forum topic as conversations: one of its opener, and one of each other customer who speaks to us in it.
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';

export type ForumTopic = Omit<FetchedConversation, 'openedAt' | 'customer' | 'messages' | 'ratings'> & {
  /** In the order in which they were written. Everybody but us is a `customer` here. */
  readonly posts: readonly FetchedMessage[];
};

type Thread = { readonly id: string; readonly customer: string | null; readonly messages: FetchedMessage[] };

/** Where each post belongs. Posts of members who neither opened the topic nor speak to us are those of a third party. */
function toThreads({ externalId, posts }: ForumTopic): readonly Thread[] {
  const threads: Thread[] = [];
  const placeOf = new Map<string, Thread>();
  const ours = new Set(posts.flatMap((post) => (post.actor === 'agent' ? post.externalId : [])));
  const open = (id: string, post: FetchedMessage): Thread => {
    const thread: Thread = { id, customer: post.author, messages: [] };
    threads.push(thread);
    return thread;
  };
  const [first] = posts;
  const main = first?.actor === 'customer' ? open(externalId, first) : null;
  for (const post of posts) {
    const parent = post.inReplyTo === null ? undefined : placeOf.get(post.inReplyTo);
    const own = post.author === null ? undefined : threads.find(({ customer }) => customer === post.author);
    // Where we opened the topic, whoever answers speaks to us; in a customer's topic only who answers one of us does.
    const speaksToUs = main === null || (post.inReplyTo !== null && ours.has(post.inReplyTo));
    const isCustomer = post.actor === 'customer';
    const isOpener = main !== null && post === first;
    const thread = isOpener
      ? main
      : isCustomer
        ? (own ?? (speaksToUs ? open(`${externalId}/${post.externalId}`, post) : main))
        : (parent ?? main ?? threads.at(-1));
    // An announcement of ours is context and answers nobody.
    if (thread === undefined || thread === null) continue;
    placeOf.set(post.externalId, thread);
    const isOther = isCustomer && !isOpener && thread === main && own !== main;
    thread.messages.push(isOther ? { ...post, actor: 'third_party' } : post);
  }
  return threads;
}

/** The conversations of a topic; none where no customer speaks. Later ones have the id `TOPIC/POST`. */
export function toTopicConversations(topic: ForumTopic): FetchedConversation[] {
  const { posts: _posts, ...rest } = topic;
  return toThreads(topic).map(({ id, customer, messages }) => {
    const within = new Set(messages.map(({ externalId }) => externalId));
    const openedAt = messages[0]?.at ?? null;
    return {
      ...rest,
      externalId: id,
      openedAt,
      customer,
      statusChanges: topic.statusChanges.filter(({ at }) => openedAt === null || at >= openedAt),
      messages: messages.map((message) => (within.has(message.inReplyTo ?? '') ? message : { ...message, inReplyTo: null })),
      ratings: [],
    };
  });
}
