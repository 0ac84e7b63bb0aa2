// Discourse: topics of thousands of posts, which are read and stored in parts.
import { expect, it } from 'vitest';
import { discourse } from '#ingest/connectors/discourse.ts';
import {
  bareOf,
  type DiscourseItem,
  type DiscoursePost,
  toDiscourseConversations,
  topicShape,
} from '#ingest/connectors/discourse-topic.ts';
import { readSource } from '#test/support/read-source.ts';
import { failureOf, openSourceHouse } from '#test/support/source-house.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { answerOf, type Forum, openForum } from './vendors/discourse.ts';

const settings = { url: 'https://forum.example.com', user: 'reader', key: 'a-secret-key' };
const anna = { user_id: 3, username: 'anna', moderator: true, admin: false, staff: true };
const member = (id: number) => ({ user_id: id, username: `member${id}`, moderator: false, admin: false, staff: false });
const [ben, cleo, dora] = [member(9), member(10), member(11)];

const over =
  (forum: Forum): Upstream =>
  ({ url }) => ({ headers: { date: new Date(virtualStart).toUTCString() }, ...answerOf(forum, url.pathname, url.searchParams) });

/** Ben asks, Anna answers, Cleo answers Anna; a crowd talks; at the end all three speak again. */
function openLong(length: number) {
  const forum = openForum();
  const topic = forum.open(ben);
  forum.say(topic, anna, '<p>We look into it.</p>', { to: 1 });
  forum.say(topic, cleo, '<p>The same here!</p>', { to: 2 });
  while (forum.posts.length < length - 3) forum.say(topic, dora, `<p>Me too, ${forum.posts.length}.</p>`);
  const late = forum.say(topic, cleo, '<p>Still the same.</p>');
  forum.say(topic, anna, '<p>It is mended, Cleo.</p>', { to: late.number });
  forum.say(topic, ben, '<p>Thank you!</p>');
  return { forum, topic };
}

it('a topic of more than two thousand posts is read whole, and no page holds more than a thousand of them', async () => {
  const { forum } = openLong(2100);
  const { pages, malformed } = await readSource({ connector: discourse, settings }, over(forum));
  const spoken = pages.map(({ conversations }) => conversations.reduce((sum, { messages }) => sum + messages.length, 0));
  expect([malformed, spoken.filter((n) => n > 0)]).toEqual([[], [1000, 1000, 100]]);
});

it('a run that is stopped among the parts of a topic begins it again, and nothing is lost or doubled', async () => {
  const length = 1020;
  const { forum, topic } = openLong(length);
  const house = await openSourceHouse({ connector: discourse, settings });
  const stop = new AbortController();
  const first = house.run({ upstream: over(forum) }, { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped here')) });
  expect(await failureOf(first)).not.toBeNull();
  expect((await house.stored())[topic.id]).toHaveLength(999);
  await house.run({ upstream: over(forum) });
  const stored = await house.stored();
  expect(Object.keys(stored).sort()).toEqual([`${topic.id}`, `${topic.id}/3`]);
  expect(stored[`${topic.id}/3`]).toEqual(['customer: The same here!', 'customer: Still the same.', 'agent: It is mended, Cleo.']);
  const main = stored[topic.id] ?? [];
  expect([main.length, main[0], main[1], main[2], main.at(-1)]).toEqual([
    length - 3,
    'customer: Where is withdrawal 11?',
    'agent: We look into it.',
    'third_party: Me too, 3.',
    'customer: Thank you!',
  ]);
});

it('parts say what the whole topic says, wherever it is cut', () => {
  const post = (id: number, by: ReturnType<typeof member>, to: number | null): DiscoursePost => ({
    id,
    post_number: id,
    post_type: 1,
    created_at: virtualStart + id,
    cooked: `<p>post ${id}</p>`,
    reply_to_post_number: to,
    ...by,
  });
  const posts = [
    post(1, ben, null),
    post(2, anna, 1),
    post(3, cleo, 2),
    post(4, dora, null),
    post(5, anna, 3),
    post(6, ben, 5),
    post(7, cleo, 5),
  ];
  const topic = topicShape.parse({ id: 11, title: 'Withdrawal', tags: ['wallet'] });
  const item = (part: readonly DiscoursePost[], earlier: DiscourseItem['earlier']): DiscourseItem => ({
    topic,
    posts: part,
    groups: new Set(),
    earlier,
  });
  const told = (items: readonly DiscourseItem[]) => {
    const messages = new Map<string, unknown[]>();
    for (const one of items.flatMap(toDiscourseConversations))
      messages.set(one.externalId, [
        ...(messages.get(one.externalId) ?? []),
        ...one.messages.map((said) => [one.customer, one.openedAt, said]),
      ]);
    return messages;
  };
  const whole = told([item(posts, null)]);
  for (let cut = 1; cut < posts.length; cut += 1) {
    const before = posts.slice(0, cut);
    expect(told([item(before, []), item(posts.slice(cut), before.map(bareOf))])).toEqual(whole);
  }
});
