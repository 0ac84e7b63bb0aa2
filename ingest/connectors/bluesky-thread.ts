// Bluesky: reads a thread whole, also where its root is gone or its answers hang deeper than one view shows.
import { z } from 'zod';
import { answerJson } from './answer-json.ts';
import { type PostView, postViewShape } from './bluesky-post.ts';
import { errorName, type SessionReader } from './session-reader.ts';

export type BlueskyThread = { readonly posts: readonly PostView[]; readonly isPartial: boolean };

type Node = { readonly post?: unknown; readonly parent?: Node | undefined; readonly replies?: readonly Node[] | undefined };
const nodeShape: z.ZodType<Node> = z.lazy(() =>
  z.looseObject({ post: z.unknown().optional(), parent: nodeShape.optional(), replies: z.array(nodeShape).optional() }),
);
const answerShape = z.object({ thread: nodeShape });

const depth = 1000;
// A view ends somewhere; what it leaves out is asked for by itself, but not without end.
const deepFrom = 6;
const mostDeepReads = 20;

/** The view of a thread from one post; null where that post is gone or hidden from us. */
async function readView(api: SessionReader, uri: string, parentHeight: number): Promise<Node | null> {
  const answer = await api.ask('a thread', 'xrpc/app.bsky.feed.getPostThread', { uri, depth, parentHeight }, [400]);
  if (answer.status === 400) {
    if (errorName(answer) === 'NotFound') return null;
    await api.get('a thread', 'xrpc/app.bsky.feed.getPostThread', { uri, depth, parentHeight });
  }
  const { thread } = answerShape.parse(answerJson('a thread', answer));
  return thread.post === undefined ? null : thread;
}

/** Whether a post is gone, by a direct answer. A blocked one is not. */
export async function isPostGone(api: SessionReader, uri: string): Promise<boolean> {
  const query = { uri, depth: 0, parentHeight: 0 };
  const answer = await api.ask('a post', 'xrpc/app.bsky.feed.getPostThread', query, [400]);
  if (answer.status === 400) return errorName(answer) === 'NotFound';
  const { thread } = answerShape.parse(answerJson('a thread', answer));
  return thread.post === undefined && z.looseObject({ notFound: z.literal(true) }).safeParse(thread).success;
}

type Found = { readonly posts: Map<string, PostView>; readonly cut: string[]; hidden: boolean };

function gather(node: Node, found: Found, level: number): void {
  if (node.post === undefined) {
    found.hidden = true;
    return;
  }
  const post = postViewShape.parse(node.post);
  found.posts.set(post.uri, post);
  const replies = node.replies ?? [];
  if (replies.length === 0 && level >= deepFrom && (post.replyCount ?? 0) > 0) found.cut.push(post.uri);
  for (const reply of replies) gather(reply, found, level + 1);
}

/** Posts above a node, up to the first that is hidden. */
function gatherParents(node: Node, found: Found): void {
  for (let above = node.parent; above !== undefined; above = above.parent) {
    if (above.post === undefined) {
      found.hidden = true;
      return;
    }
    const post = postViewShape.parse(above.post);
    found.posts.set(post.uri, post);
  }
}

/** `known`: posts of the thread that a feed named, to go on from where the root is gone. Null where nothing is left to read. */
export async function readBlueskyThread(api: SessionReader, root: string, known: readonly string[]): Promise<BlueskyThread | null> {
  const found: Found = { posts: new Map(), cut: [], hidden: false };
  const view = await readView(api, root, 0);
  if (view !== null) gather(view, found, 0);
  // What hangs under a post that is gone is not shown from the root: it is read from where a feed found it.
  for (const uri of known) {
    const branch = found.posts.has(uri) || uri === root ? null : await readView(api, uri, depth);
    if (branch === null) continue;
    gatherParents(branch, found);
    gather(branch, found, 0);
  }
  for (let reads = 0; found.cut.length > 0 && reads < mostDeepReads; reads += 1) {
    const uri = found.cut.shift();
    const branch = uri === undefined ? null : await readView(api, uri, 0);
    if (branch !== null) gather(branch, found, 0);
  }
  if (found.posts.size === 0) return null;
  const ids = new Set(found.posts.keys());
  const posts = [...found.posts.values()];
  const isOrphaned = posts.some(({ record }) => record.reply != null && !ids.has(record.reply.parent.uri));
  return { posts, isPartial: found.hidden || isOrphaned || found.cut.length > 0 };
}
