// A conversation of thousands of messages: others get their turns while it is prepared and stored, and a further message of it costs little.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import { openDb } from '#db/open.ts';
import { findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import type { FetchedConversation, FetchedMessage } from '#ingest/fetched.ts';
import { openPipeline } from '#ingest/pipeline.ts';
import { openMemory } from '#ingest/stages/memory.ts';
import { eachInPortions, inOneGo, inTurns } from '#ingest/stages/portions.ts';
import { fetched } from '#test/support/fetched.ts';
import { monday } from '#test/support/incoming.ts';
import { memoryFolder } from '#test/support/memory-folder.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';

const length = 1200;
/** One set for all stores, so that authors have the same keys in each. */
const keys = openKeys(memoryFolder());
const message = (n: number): FetchedMessage => ({
  externalId: `m${n}`,
  at: monday + n * 60_000,
  actor: n % 5 === 4 ? 'agent' : 'customer',
  author: `author ${n % 7}`,
  authorName: null,
  visibility: 'public',
  kind: 'message',
  text: `My withdrawal number ${n} has not arrived, write to jo${n}@example.org`,
  inReplyTo: null,
  deletedAt: null,
});
const messages = (from: number, count: number) => Array.from({ length: count }, (_, index) => message(from + index));
const long = (coverage: 'whole' | 'part', change: Partial<FetchedConversation> = {}) =>
  fetched('c1', { coverage, channel: 'telegram', customer: 'jo', messages: messages(0, length), ...change });

/** Counts the turns of the event loop while it is open, and the most of anything that was done within one of them. */
function openWatch() {
  let turns = 0;
  let done = 0;
  let most = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    done = 0;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    did: () => {
      done += 1;
      most = Math.max(most, done);
    },
    end: () => {
      isOver = true;
      return { turns, most };
    },
  };
}

async function openDesk(onRead: (what: 'language' | 'score') => void) {
  const folder = memoryFolder();
  const db = await openDb(`${folder}/huiyin.db`, { migrate: true });
  await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
  const detector = {
    detect: () => {
      onRead('language');
      return { language: 'en', script: 'Latn', confidence: 1, others: [] };
    },
  };
  const scorers: typeof standInScorers = {
    version: standInScorers.version,
    open: standInScorers.open,
    score: (input) => {
      onRead('score');
      return standInScorers.score(input);
    },
  };
  return { db, pipeline: openPipeline({ db, keys: await keys, detector, scorers, clock: () => monday }) };
}

it('lets others have their turns between bounded portions of it', async () => {
  const watch = openWatch();
  const { db, pipeline } = await openDesk(watch.did);
  const { ready } = await pipeline.prepare('desk', [long('whole')]);
  const { turns, most } = watch.end();
  expect(ready.map((one) => one.messages.length)).toEqual([length]);
  expect(turns).toBeGreaterThan(length / 25);
  expect(most).toBeLessThan(50);
  await db.close();
});

it('holds everybody up where the same work is done in one go', async () => {
  const work = (did: () => void) => eachInPortions(messages(0, length), ({ text }) => text.length, did);
  const held = openWatch();
  inOneGo(work(held.did));
  expect(held.end()).toEqual({ turns: 0, most: length });
  const given = openWatch();
  await inTurns(work(given.did));
  expect(given.end().most).toBeLessThan(50);
});

it('is stored in one transaction all the same: others are served meanwhile and see none of it before its end', async () => {
  const { db, pipeline } = await openDesk(() => undefined);
  const { ready } = await pipeline.prepare('desk', [long('whole')]);
  const countStored = async () => (await db.query.select().from(db.tables.message)).length;
  const seen: number[] = [];
  let isOver = false;
  const look = async () => {
    while (!isOver) {
      seen.push(await countStored());
      await nextTurn();
    }
  };
  const looking = look();
  await saveConversations(db, { sourceId: 'desk', conversations: ready, now: monday });
  isOver = true;
  await looking;
  expect([await countStored(), new Set(seen).has(0)]).toEqual([length, true]);
  expect(seen.filter((n) => n !== 0 && n !== length)).toEqual([]);
  // A turn after each step of storing and within the longest: rests between lots of rows alone are six.
  expect(seen.filter((n) => n === 0).length).toBeGreaterThan(8);
  await db.close();
});

it('a further message of it is read without reading all others again', async () => {
  const read = { language: 0, score: 0 };
  const { db, pipeline } = await openDesk((what) => {
    read[what] += 1;
  });
  const readBy = async (conversation: FetchedConversation) => {
    Object.assign(read, { language: 0, score: 0 });
    await pipeline.take('desk', [conversation]);
    return { ...read };
  };
  expect(await readBy(long('part'))).toEqual({ language: length, score: length });
  expect(await readBy(long('part', { messages: messages(length, 1) }))).toEqual({ language: 1, score: 1 });
  // What comes whole is read whole.
  expect(await readBy(long('whole'))).toEqual({ language: length, score: length });
  await db.close();
});

it('comes out the same by message, in parts and as a whole', async () => {
  const told = async (pages: readonly FetchedConversation[]) => {
    const { db, pipeline } = await openDesk(() => undefined);
    for (const page of pages) await pipeline.take('desk', [page]);
    const [head] = (await findConversations(db, {})).conversations;
    const { messages: stored, revision: _revision, ...rest } = await getConversation(db, head?.id ?? 0);
    await db.close();
    return { ...rest, stored };
  };
  const few = messages(0, 12);
  const parts = few.map((one) => long('part', { messages: [one] }));
  expect(await told(parts)).toEqual(await told([long('whole', { messages: few })]));
});

it('remembers what was asked for last, and only what may be kept', () => {
  const made: string[] = [];
  const { recall } = openMemory<string>(2);
  const ask = (key: string, isKept?: () => boolean) =>
    recall(
      key,
      () => {
        made.push(key);
        return key.toUpperCase();
      },
      isKept,
    );
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map((key) => ask(key))).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  ask('d', () => false);
  ask('d', () => false);
  expect(made.slice(4)).toEqual(['d', 'd']);
});
