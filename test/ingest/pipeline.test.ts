// The pipeline: stages in order, one page a transaction, and a conversation that fails a stage kept out by itself.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import { openDb } from '#db/open.ts';
import { findConversations, getConversation } from '#db/store/conversations.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { saveSource } from '#db/store/sources.ts';
import { initialiseWorkspace } from '#db/store/workspace.ts';
import type { FetchedConversation, FetchedMessage } from '#ingest/fetched.ts';
import { mostBodyBytes, normalise } from '#ingest/normalise.ts';
import { openPipeline } from '#ingest/pipeline.ts';
import { fetched, fetchedMessage } from '#test/support/fetched.ts';
import { importNow, temporaryFolder } from '#test/support/import-files.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';

const message = (externalId: string, text: string, change: Partial<FetchedMessage> = {}): FetchedMessage =>
  fetchedMessage(externalId, text, { at: importNow - 3_600_000, ...change });
const conversation = (externalId: string, text: string, change: Partial<FetchedConversation> = {}): FetchedConversation =>
  fetched(externalId, { openedAt: importNow - 3_600_000, customer: 'jo@example.org', messages: [message('m1', text)], ...change });

async function openParts() {
  const folder = temporaryFolder();
  const db = await openDb(`${folder}/huiyin.sqlite`, { migrate: true });
  await initialiseWorkspace(db, importNow);
  await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
  // A detector that knows one word, so that the test says what it sees; the real one has its own tests.
  const detector = {
    detect: (text: string) => {
      if (text.includes('tripwire')) throw new Error(`fell over ${text}`);
      return { language: text.includes('hello') ? 'en' : 'und', script: 'Latn', confidence: 1, others: [] };
    },
  };
  return {
    db,
    location: `${folder}/huiyin.sqlite`,
    keys: await openKeys(folder),
    detector,
    scorers: standInScorers,
    clock: () => importNow,
  };
}

const otherContent = "UPDATE conversation SET content_hash = 'of another content' WHERE external_id = 'c1'";
const removal = "DELETE FROM conversation WHERE external_id = 'c1'";

/** Writes over a connection of its own, as another process would. */
function meddle(location: string, statement: string): void {
  const other = new Database(location);
  other.pragma('foreign_keys = ON');
  other.exec(statement);
  other.close();
}

describe('the pipeline', { timeout: 180_000 }, () => {
  it('redacts, tells languages and stores, and finds a second time everything unchanged', async () => {
    const parts = await openParts();
    const pipeline = openPipeline(parts);
    const page = [conversation('c1', 'hello, write to jo@example.org please'), conversation('c2', 'hello again')];
    expect(await pipeline.take('desk', page)).toEqual({ inserted: 2, updated: 0, unchanged: 0, rejected: 0, refused: [], unscored: 0 });
    expect(await pipeline.take('desk', page)).toEqual({ inserted: 0, updated: 0, unchanged: 2, rejected: 0, refused: [], unscored: 0 });
    const { conversations } = await findConversations(parts.db, { limit: 10 });
    const found = conversations.find(({ externalId }) => externalId === 'c1');
    const detail = await getConversation(parts.db, found?.id ?? 0);
    expect(detail.messages.map(({ body, language }) => [body, language])).toEqual([['hello, write to [EMAIL] please', 'en']]);
    await parts.db.close();
  });

  it('scores nothing again that comes in unchanged, and all of what holds anything new', async () => {
    const parts = await openParts();
    let asked = 0;
    const scorers: typeof standInScorers = {
      ...standInScorers,
      score: (input) => {
        asked += 1;
        return standInScorers.score(input);
      },
    };
    const pipeline = openPipeline({ ...parts, scorers });
    const page = [conversation('c1', 'hello, thanks'), conversation('c2', 'hello, stuck')];
    const askedFor = async (conversations: FetchedConversation[]) => {
      asked = 0;
      const { inserted, updated, unchanged } = await pipeline.take('desk', conversations);
      return { inserted, updated, unchanged, asked };
    };
    expect([
      await askedFor(page),
      await askedFor(page),
      await askedFor([conversation('c1', 'hello, thanks'), conversation('c2', 'hello, still stuck')]),
    ]).toEqual([
      { inserted: 2, updated: 0, unchanged: 0, asked: 2 },
      { inserted: 0, updated: 0, unchanged: 2, asked: 0 },
      { inserted: 0, updated: 1, unchanged: 1, asked: 1 },
    ]);
    const { conversations } = await findConversations(parts.db, { limit: 10 });
    expect(conversations.map(({ externalId, sentiment }) => [externalId, sentiment]).sort()).toEqual([
      ['c1', 'pos'],
      ['c2', 'neg'],
    ]);
    await parts.db.close();
  });

  it.each(['changes', 'removes'])(
    'stores nothing unscored where another process %s a conversation while it is read again',
    async (does) => {
      const parts = await openParts();
      const page = [conversation('c1', 'hello, thanks'), conversation('c2', 'hello, stuck')];
      await openPipeline(parts).take('desk', page);
      let reads = 0;
      // The languages are told after the store was asked what it holds, and before anything is saved: another connection writes just then.
      const meddling = {
        detect: (text: string) => {
          reads += 1;
          if (reads === 1) meddle(parts.location, does === 'changes' ? otherContent : removal);
          return parts.detector.detect(text);
        },
      };
      const alongside: number[] = [];
      const { inserted, updated, unchanged, rejected, unscored } = await openPipeline({ ...parts, detector: meddling }).take('desk', page, {
        alongside: async (_tx, counts) => {
          alongside.push(counts.unchanged);
        },
      });
      expect({ inserted, updated, unchanged, rejected, unscored, alongside }).toEqual({
        inserted: does === 'changes' ? 0 : 1,
        updated: does === 'changes' ? 1 : 0,
        unchanged: 1,
        rejected: 0,
        unscored: 0,
        alongside: [1],
      });
      const { conversations } = await findConversations(parts.db, { limit: 10 });
      expect(conversations.map(({ externalId, sentiment }) => [externalId, sentiment]).sort()).toEqual([
        ['c1', 'pos'],
        ['c2', 'neg'],
      ]);
      await parts.db.close();
    },
  );

  it('makes a dead letter without a body of a conversation that fails a stage, and takes the rest', async () => {
    const parts = await openParts();
    const page = [
      conversation('good', 'hello'),
      conversation('doubled', 'hello', { messages: [message('m1', 'secret words'), message('m1', 'secret words')] }),
      conversation('language', 'secret tripwire'),
      conversation('channel', 'secret', { channel: 'x'.repeat(65) }),
    ];
    const counts = await openPipeline(parts).take('desk', page);
    expect(counts).toMatchObject({ inserted: 1, rejected: 3 });
    const letters = await findDeadLetters(parts.db);
    expect(letters.map(({ item, stage, reason, body }) => [item, stage, reason, body])).toEqual([
      ['doubled', 'normalise', 'messages.1: has the same id as messages.0', null],
      ['language', 'language', 'the stage language failed (Error)', null],
      ['channel', 'normalise', 'channel: Too big: expected string to have <=64 characters', null],
    ]);
    expect(JSON.stringify(letters)).not.toContain('secret');
    await parts.db.close();
  });

  it.each(['c1', 'tag:jo@example.org,2026:7'])('adds a part of %s to what is stored of it, under whatever id it is stored', async (id) => {
    const parts = await openParts();
    const pipeline = openPipeline(parts);
    const part = (key: string, text: string) => conversation(id, '', { coverage: 'part', messages: [message(key, text)] });
    await pipeline.take('desk', [part('m1', 'hello')]);
    await pipeline.take('desk', [part('m2', 'hello again')]);
    const { conversations } = await findConversations(parts.db, { limit: 10 });
    expect(conversations.length).toBe(1);
    const { messages } = await getConversation(parts.db, conversations[0]?.id ?? 0);
    expect(messages.map(({ body }) => body)).toEqual(['hello', 'hello again']);
    await parts.db.close();
  });

  it('links what two sources mention, and keeps the link of a part when another part comes', async () => {
    const parts = await openParts();
    await saveSource(parts.db, { id: 'forum', label: 'Forum', kind: 'file' });
    const pipeline = openPipeline(parts);
    const part = (key: string, text: string) => conversation('c1', '', { coverage: 'part', messages: [message(key, text)] });
    await pipeline.take('desk', [part('m1', 'hello, he wrote from Scam@example.org')]);
    await pipeline.take('forum', [conversation('t9', 'beware of scam@example.org')]);
    await pipeline.take('desk', [part('m2', 'hello again')]);
    const { mentions } = await getConversation(parts.db, 1);
    expect(mentions.map(({ kind, others }) => [kind, others])).toEqual([['EMAIL', 1]]);
    expect((await findConversations(parts.db, { mention: mentions[0]?.key ?? null })).n).toBe(2);
    await parts.db.close();
  });

  it('links what a subject mentions as it does texts, keeps no word of it, and keeps the link when a part without subject comes', async () => {
    const parts = await openParts();
    const pipeline = openPipeline(parts);
    const titled = conversation('c1', 'hello', { subject: 'Mail from Scam@example.org', coverage: 'part' });
    await pipeline.take('desk', [
      titled,
      conversation('c2', 'beware of scam@example.org'),
      conversation('c3', 'hello', { subject: 'Mail' }),
    ]);
    await pipeline.take('desk', [conversation('c1', '', { coverage: 'part', messages: [message('m2', 'hello again')] })]);
    const found = await Promise.all([1, 2, 3].map((id) => getConversation(parts.db, id)));
    expect(found.map(({ subject, mentions }) => [subject, mentions.map(({ kind, others }) => [kind, others])])).toEqual([
      ['Mail from [EMAIL]', [['EMAIL', 1]]],
      [null, [['EMAIL', 1]]],
      ['Mail', []],
    ]);
    expect(found[0]?.messages).toHaveLength(2);
    await parts.db.close();
  });

  it('keeps no secret of the id of what could not even become a conversation, tells two such apart, and closes each when it comes in', async () => {
    const parts = await openParts();
    const pipeline = openPipeline(parts);
    const ids = ['plain-7', 'tag:jo@example.org,2026:7', 'tag:kim@example.org,2026:7'];
    const deadLetters = ids.map((item) => ({ item, stage: 'parse', reason: 'has no date', body: null }));
    await pipeline.take('desk', [], { deadLetters });
    const open = async () => (await findDeadLetters(parts.db, { sourceId: 'desk' })).map(({ item }) => item);
    const hashed = expect.stringMatching(/^tag:\[EMAIL\],2026:7 \(c1_[\w-]{32}\)$/);
    expect(await open()).toEqual(['plain-7', hashed, hashed]);
    const [, , kept] = await open();
    await pipeline.take('desk', [conversation('plain-7', 'hello'), conversation(ids[1] ?? '', 'hello')]);
    expect(await open()).toEqual([kept]);
    await pipeline.take('desk', [conversation(ids[2] ?? '', 'tripwire')]);
    expect((await findDeadLetters(parts.db)).map(({ item, stage }) => [item, stage])).toEqual([
      [kept, 'parse'],
      [kept, 'language'],
    ]);
    await pipeline.take('desk', [conversation(ids[2] ?? '', 'hello')]);
    expect(await open()).toEqual([]);
    await parts.db.close();
  });

  it('stores nothing of a page that the store refuses', async () => {
    const parts = await openParts();
    const pipeline = openPipeline(parts);
    await expect(pipeline.take('nowhere', [conversation('c1', 'hello')])).rejects.toThrow('no source "nowhere"');
    expect((await findConversations(parts.db, { limit: 10 })).conversations).toEqual([]);
    await parts.db.close();
  });
});

describe('normalising', () => {
  it('takes out characters that cannot be stored', () => {
    const dirty = conversation('c1', 'a\0b\uD83D c😀', { tags: ['x\0'] });
    expect(normalise(dirty)).toMatchObject({ messages: [{ text: 'ab c😀' }], tags: ['x'] });
  });

  it('cuts a text that is too long between characters, and says so in a tag', () => {
    const long = normalise(conversation('c1', '中'.repeat(400_000)));
    expect(long.tags).toEqual(['truncated']);
    expect(Buffer.byteLength(long.messages[0]?.text ?? '')).toBe(mostBodyBytes - (mostBodyBytes % 3));
    expect(normalise(conversation('c1', 'short')).tags).toEqual([]);
  });

  it('never cuts through a secret, because the half of one would no longer be recognised', () => {
    const address = 'jo.longish.name@example.org';
    const cut = normalise(conversation('c1', `${'x '.repeat(mostBodyBytes / 2 - 5)}${address} and more`));
    const text = cut.messages[0]?.text ?? '';
    expect([text.endsWith('x '), text.includes('jo.long')]).toEqual([true, false]);
    // The control: without a secret there the text goes right up to the limit.
    expect(normalise(conversation('c1', 'x '.repeat(mostBodyBytes))).messages[0]?.text.length).toBe(mostBodyBytes);
  });
});
