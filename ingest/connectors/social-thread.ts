// Cuts a thread of a social network into conversations: one for each customer who speaks to us in it, with our answers to that customer.
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { compareIds, isImpersonator, isOurBot, type Ours, roleOf, type SocialPost, type SocialRole } from './social-post.ts';
import { inferStatus } from './social-status.ts';

export type SocialThread = {
  /** Id of the first post of the thread, whether or not it can be seen. */
  readonly root: string;
  /** In any order; reposts may be among them. */
  readonly posts: readonly SocialPost[];
  readonly channel: string;
  /** Title of the thread, for the conversation that begins with it. */
  readonly subject: string | null;
  /** The network did not show everything: what is stored already and is not here stays. */
  readonly isPartial: boolean;
};

export type ThreadTerms = {
  readonly ours: Ours;
  /** Now by the network's own clock. */
  readonly now: Instant;
  /** Days without a word after which a conversation counts as closed. */
  readonly quietDays: number;
};

export const impersonationTag = 'possible-impersonation';
export const partialTag = 'partial-thread';
export const quoteTag = 'quote';

type Tree = {
  readonly posts: readonly SocialPost[];
  readonly byId: ReadonlyMap<string, SocialPost>;
  readonly roles: ReadonlyMap<string, SocialRole>;
  /** Ids of all posts above one, the nearest first. */
  readonly above: (id: string) => readonly string[];
};

/**
 * The conversations of a thread, the earliest first. Each begins with the first post in which a customer addresses us (a mention, or an
 * answer to one of us) and holds that customer's later posts and those of ours above or below them. Empty where nobody addresses us.
 */
export function threadConversations(thread: SocialThread, terms: ThreadTerms): readonly FetchedConversation[] {
  const tree = toTree(thread.posts, terms.ours);
  const firsts = new Map<string, SocialPost>();
  for (const post of tree.posts) {
    const { id } = post.author;
    if (id !== null && !firsts.has(id) && addresses(post, tree)) firsts.set(id, post);
  }
  return [...firsts.values()].map((first) => toConversation(thread, tree, { first, terms }));
}

/**
 * The id of the conversation that begins with a post: the thread's own where it is the thread's first, else both. It never depends on who
 * else speaks in the thread, so it stays the same when others join in.
 */
export function conversationIdOf(root: string, first: string): string {
  return first === root ? root : `${root}>${first}`;
}

/** The post with which a conversation begins, from its id. */
export function firstPostOf(conversationId: string): string {
  return conversationId.slice(conversationId.lastIndexOf('>') + 1);
}

function inOrder(a: SocialPost, b: SocialPost): number {
  if (a.at !== b.at) return (a.at ?? Number.POSITIVE_INFINITY) < (b.at ?? Number.POSITIVE_INFINITY) ? -1 : 1;
  return compareIds(a.id, b.id);
}

function toTree(all: readonly SocialPost[], ours: Ours): Tree {
  const byId = new Map(all.filter(({ isRepost }) => !isRepost).map((post) => [post.id, post]));
  const posts = [...byId.values()].sort(inOrder);
  const roles = new Map(posts.map((post) => [post.id, roleOf(post, ours)]));
  for (const post of posts) if (roles.get(post.id) === 'bot' && !isOurBot(post, ours)) roles.delete(post.id);
  const chains = new Map<string, readonly string[]>();
  const above = (id: string): readonly string[] => {
    const known = chains.get(id);
    if (known !== undefined) return known;
    const chain = new Set<string>();
    let parent = byId.get(id)?.parent ?? null;
    // A chain that runs in a circle ends where it would begin again.
    while (parent !== null && parent !== id && !chain.has(parent)) {
      chain.add(parent);
      parent = byId.get(parent)?.parent ?? null;
    }
    chains.set(id, [...chain]);
    return [...chain];
  };
  return { posts, byId, roles, above };
}

function addresses(post: SocialPost, { roles }: Tree): boolean {
  if (post.isDeleted || roles.get(post.id) !== 'customer') return false;
  return post.addressesUs || [post.parent, post.quotes].some((id) => id !== null && roles.get(id) === 'agent');
}

type Begun = { readonly first: SocialPost; readonly terms: ThreadTerms };

function toConversation(thread: SocialThread, tree: Tree, { first, terms }: Begun): FetchedConversation {
  const isOwn = (post: SocialPost) => post.author.id === first.author.id && !post.isDeleted && tree.roles.get(post.id) === 'customer';
  const own = tree.posts.slice(tree.posts.indexOf(first)).filter(isOwn);
  const ownIds = new Set(own.map(({ id }) => id));
  const over = new Set(own.flatMap(({ id }) => tree.above(id)));
  const isOurs = (post: SocialPost) => !post.isDeleted && ['agent', 'bot'].includes(tree.roles.get(post.id) ?? '');
  const isNear = (post: SocialPost) => over.has(post.id) || tree.above(post.id).some((id) => ownIds.has(id));
  const said = tree.posts.filter((post) => ownIds.has(post.id) || (isOurs(post) && isNear(post)));
  const messages = said.map((post) => toMessage(post, ownIds.has(post.id) ? 'customer' : (tree.roles.get(post.id) ?? 'customer')));
  const openedAt = first.at;
  const since = messages.filter(({ at }) => at !== null && (openedAt === null || at >= openedAt));
  const posing = tree.posts.some((post) => isImpersonator(post, terms.ours) && (ownIds.has(post.id) || isNear(post)));
  return {
    coverage: thread.isPartial ? 'part' : 'whole',
    externalId: conversationIdOf(thread.root, first.id),
    channel: thread.channel,
    subject: first.id === thread.root ? thread.subject : null,
    openedAt,
    ...inferStatus(since, terms),
    customer: first.author.id,
    languageHint: first.language,
    category: null,
    team: null,
    country: null,
    tags: [
      'inferred-status',
      ...(posing ? [impersonationTag] : []),
      ...(thread.isPartial ? [partialTag] : []),
      ...(first.quotes === null ? [] : [quoteTag]),
    ],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages,
    ratings: [],
  };
}

function toMessage(post: SocialPost, role: SocialRole): FetchedMessage {
  return {
    externalId: post.id,
    at: post.at,
    actor: role,
    author: post.author.id,
    authorName: role === 'agent' ? post.author.name : null,
    visibility: post.visibility,
    kind: 'message',
    text: post.text,
    inReplyTo: post.parent ?? post.quotes,
    deletedAt: null,
  };
}

/** The last time anything was said in a thread; null where nothing has a time. */
export function lastSaidAt(posts: readonly SocialPost[]): Instant | null {
  const times = posts.flatMap(({ at }) => at ?? []);
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}
