// Discourse: reads topics with all their posts; a long one comes in parts, so that never more than one part of it is held.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import type { ApiReader } from './api-reader.ts';
import type { Malformed } from './connector.ts';
import { bareOf, type DiscourseItem, type DiscoursePost, postShape, topicShape } from './discourse-topic.ts';
import { type ReadItems, readEach } from './read-each.ts';

export const streamShape = z.object({
  post_stream: z.object({ posts: z.array(z.unknown()), stream: z.array(z.number().int()).default([]) }),
});

type ReadDiscourse = ReadItems<DiscourseItem>;

export type TopicReader = {
  readonly api: ApiReader;
  /** Members of these groups speak for us, in small letters. */
  readonly groups: ReadonlySet<string>;
  /** Posts of a topic that are held, and stored, at a time. */
  readonly partLength: number;
};

/** So many posts are asked for at a time. */
const chunk = 20;
// Twice of where a forum closes its topics by itself, unless it was told otherwise.
const mostPosts = 20_000;

type Head = { readonly topic: DiscourseItem['topic']; readonly first: readonly DiscoursePost[]; readonly stream: readonly number[] };

async function readHead({ api }: TopicReader, id: number): Promise<Head> {
  const value = await api.get('a topic', `t/${id}.json`);
  const { posts, stream } = streamShape.parse(value).post_stream;
  if (stream.length > mostPosts) throw new AppError('invalid', `topic ${id}: has more than ${mostPosts} posts`);
  return { topic: topicShape.parse(value), first: z.array(postShape).parse(posts), stream };
}

/** Posts by their ids, those that are known already without asking. */
async function readPosts({ api }: TopicReader, { topic, first }: Head, ids: readonly number[]): Promise<DiscoursePost[]> {
  const wanted = new Set(ids);
  const posts = new Map(first.filter(({ id }) => wanted.has(id)).map((post) => [post.id, post]));
  const rest = ids.filter((id) => !posts.has(id));
  for (let from = 0; from < rest.length; from += chunk) {
    const query = { 'post_ids[]': rest.slice(from, from + chunk).map(String) };
    const more = streamShape.parse(await api.get('posts of a topic', `t/${topic.id}/posts.json`, query));
    for (const post of z.array(postShape).parse(more.post_stream.posts)) posts.set(post.id, post);
  }
  return [...posts.values()].sort((a, b) => a.post_number - b.post_number);
}

/** A topic from its beginning: one item of it all, or several that each hold the next posts and know of those before. */
async function* readParts(reader: TopicReader, head: Head): AsyncGenerator<DiscourseItem, void, undefined> {
  const { groups, partLength } = reader;
  const { topic, first, stream } = head;
  const ids = [...new Set([...stream, ...first.map(({ id }) => id)])];
  const isWhole = ids.length <= partLength;
  const earlier: DiscoursePost[] = [];
  for (let from = 0; from === 0 || from < ids.length; from += partLength) {
    const posts = await readPosts(reader, head, ids.slice(from, from + partLength));
    yield { topic, posts, groups, earlier: isWhole ? null : [...earlier] };
    earlier.push(...posts.map(bareOf));
  }
}

/** Each part of a topic as a page of its own; what keeps one part from being read ends the topic. */
async function* partPages(reader: TopicReader, head: Head): AsyncGenerator<ReadDiscourse, void, undefined> {
  const parts = readParts(reader, head);
  for (let isOver = false; !isOver; ) {
    const read = await readEach([head.topic.id], String, async () => (await parts.next()).value ?? null);
    if (read.items.length + read.malformed.length + read.missing.length > 0) yield read;
    isOver = read.items.length === 0;
  }
}

/** Topics that are short all in the last page, every part of a long one in a page before it. */
export async function* topicPages(reader: TopicReader, topics: readonly number[]): AsyncGenerator<ReadDiscourse, ReadDiscourse, undefined> {
  const items: DiscourseItem[] = [];
  const malformed: Malformed[] = [];
  const missing: string[] = [];
  for (const id of topics) {
    const heads = await readEach([id], String, () => readHead(reader, id));
    malformed.push(...heads.malformed);
    missing.push(...heads.missing);
    for (const head of heads.items) {
      for await (const read of partPages(reader, head)) {
        malformed.push(...read.malformed);
        missing.push(...read.missing);
        if (read.items.every(({ earlier }) => earlier === null)) items.push(...read.items);
        else yield { items: read.items, malformed: [], missing: [] };
      }
    }
  }
  return { items, malformed, missing };
}
