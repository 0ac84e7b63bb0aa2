// Reddit: reads a submission with all of its comments, also those that a listing only counts.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type Comment, commentShape, type Submission, submissionShape } from './reddit-post.ts';
import type { SessionReader } from './session-reader.ts';

export type RedditThread = { readonly submission: Submission; readonly comments: readonly Comment[]; readonly isPartial: boolean };

const childShape = z.object({ kind: z.string(), data: z.looseObject({}) });
const listingShape = z.object({ data: z.object({ children: z.array(childShape) }) });
const moreShape = z.object({ parent_id: z.string(), children: z.array(z.string()) });
const repliesShape = z.looseObject({ replies: z.union([listingShape, z.literal('')]).nullish() });
const thingsShape = z.object({ json: z.object({ data: z.object({ things: z.array(childShape) }).nullish() }) });

const childrenAtOnce = 100;
// A thread of thousands is no conversation any more.
const mostExtraReads = 50;

type Found = { readonly comments: Map<string, Comment>; readonly more: string[]; readonly deeper: string[]; readonly asked: Set<string> };

function gather(children: readonly z.infer<typeof childShape>[], found: Found): void {
  for (const { kind, data } of children) {
    if (kind === 'more') {
      const more = moreShape.parse(data);
      found.more.push(...more.children);
      // "Continue this thread": no ids, only the comment under which it goes on.
      if (more.children.length === 0 && more.parent_id.startsWith('t1_') && !found.asked.has(more.parent_id))
        found.deeper.push(more.parent_id);
      continue;
    }
    if (kind !== 't1') continue;
    const comment = commentShape.parse(data);
    found.comments.set(comment.name, comment);
    const { replies } = repliesShape.parse(data);
    if (replies != null && replies !== '') gather(replies.data.children, found);
  }
}

async function readListings(api: SessionReader, id: string, comment: string | null) {
  const query = { limit: 500, sort: 'new', raw_json: 1, comment };
  return z.tuple([listingShape, listingShape]).parse(await api.get('a thread', `comments/${encodeURIComponent(id)}`, query));
}

/** The next of what a listing only counted. */
async function readMore(api: SessionReader, link: string, found: Found): Promise<void> {
  const deeper = found.deeper.shift();
  if (deeper !== undefined) {
    found.asked.add(deeper);
    const [, comments] = await readListings(api, link.slice(3), deeper.slice(3));
    gather(comments.data.children, found);
    return;
  }
  const children = found.more.splice(0, childrenAtOnce);
  const query = { link_id: link, children: children.join(','), api_type: 'json', raw_json: 1, sort: 'new' };
  const { json } = thingsShape.parse(await api.get('more of a thread', 'api/morechildren', query));
  gather(json.data?.things ?? [], found);
}

/** `link`: the full name of the submission, `t3_...`. Null where it is gone without a trace. */
export async function readRedditThread(api: SessionReader, link: string): Promise<RedditThread | null> {
  const found: Found = { comments: new Map(), more: [], deeper: [], asked: new Set() };
  let submission: Submission;
  try {
    const [posts, comments] = await readListings(api, link.slice(3), null);
    submission = submissionShape.parse(posts.data.children[0]?.data);
    gather(comments.data.children, found);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
  for (let reads = 0; found.more.length + found.deeper.length > 0 && reads < mostExtraReads; reads += 1) {
    await readMore(api, link, found);
  }
  const comments = [...found.comments.values()];
  const isOrphaned = comments.some(({ parent_id: parent }) => parent !== link && !found.comments.has(parent));
  return { submission, comments, isPartial: isOrphaned || found.more.length + found.deeper.length > 0 };
}
