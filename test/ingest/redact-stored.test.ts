// Redacting the store once more: what earlier rules left is taken out, the rest is not touched, and a stopped run is gone on with.
import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/dialect/db.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { closeJobRun, findJobRuns, noRunCounts, openJobRun, saveJobRunPlace } from '#db/store/job-runs.ts';
import { saveSource } from '#db/store/sources.ts';
import { findStoredIncoming } from '#db/store/stored-incoming.ts';
import { redactStored, type StoredRedactionRequest } from '#ingest/redact-stored.ts';
import { openRandom } from '#test/fixtures/redaction/random.ts';
import { seedWords } from '#test/fixtures/redaction/secrets.ts';
import { asRedacted, incoming, incomingMessage, minute, monday } from '#test/support/incoming.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';
import { sqliteKind } from '#test/support/stores.ts';

const { openStore, cleanUp } = sqliteKind();
afterEach(cleanUp);

const phrase = seedWords(openRandom(3), 'english', 12);
const bodies = {
  plain: 'the app crashes',
  mail: 'write to jo@example.org',
  card: 'my password is Sonne1234, help',
};

/** A store as earlier rules would have left it: the texts went in as they were. */
async function openLeakyStore(): Promise<Db> {
  const db = await openStore();
  await saveSource(db, { id: 'desk', kind: 'import', label: 'desk' });
  const said = Object.entries(bodies).map(([id, body]) => incoming(id, { subject: null, messages: [incomingMessage('m1', { body })] }));
  const spread = incoming('spread', {
    subject: asRedacted('call +49 171 2345677'),
    messages: phrase.map((word, index) => incomingMessage(`m${index}`, { body: word, at: monday + index * minute })),
  });
  await saveConversations(db, { sourceId: 'desk', conversations: [...said, spread], now: monday });
  return db;
}

async function run(db: Db, request: Partial<StoredRedactionRequest> = {}) {
  return await redactStored({ db, scorers: standInScorers, clock: () => monday, ...request });
}

async function runsOf(db: Db) {
  return (await findJobRuns(db)).map(({ kind, state, reason, updated, place }) => ({ kind, state, reason, updated, place }));
}

async function textsOf(db: Db): Promise<Record<string, readonly (string | null)[]>> {
  const stored = await findStoredIncoming(db, 'desk', [...Object.keys(bodies), 'spread']);
  return Object.fromEntries([...stored].map(([id, { subject, messages }]) => [id, [subject, ...messages.map(({ body }) => body)]]));
}

describe('redacting the store once more', () => {
  it('takes out what earlier rules left, phrases over many messages too, and writes it down', async () => {
    const db = await openLeakyStore();
    const result = await run(db);
    expect(result).toEqual({ after: 0, fetched: 4, inserted: 0, updated: 3, unchanged: 1, rejected: 0, found: 15, scrubbed: true });
    expect(await textsOf(db)).toEqual({
      plain: [null, 'the app crashes'],
      mail: [null, 'write to [EMAIL]'],
      card: [null, 'my password is [PASSWORD], help'],
      spread: ['call [PHONE]', ...phrase.map(() => '[SEED_PHRASE]')],
    });
    const [entry] = await findAudit(db);
    expect([entry?.actor, entry?.action, entry?.details]).toEqual(['huiyin redact', 'redact stored', result]);
    expect(await runsOf(db)).toEqual([{ kind: 'redact', state: 'done', reason: null, updated: 3, place: 4 }]);
  });

  it('changes nothing the second time', async () => {
    const db = await openLeakyStore();
    await run(db);
    const before = await textsOf(db);
    expect(await run(db)).toEqual({ after: 0, fetched: 4, inserted: 0, updated: 0, unchanged: 4, rejected: 0, found: 0, scrubbed: null });
    expect(await textsOf(db)).toEqual(before);
  });

  it('goes on behind the page at which it was stopped', async () => {
    const db = await openLeakyStore();
    const stop = new AbortController();
    const stopped = run(db, { pageSize: 2, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopped).rejects.toThrow();
    const half = await textsOf(db);
    expect([half.mail?.[1], half.card?.[1]]).toEqual(['write to [EMAIL]', bodies.card]);
    const left = { kind: 'redact', state: 'failed', reason: 'failed unexpectedly', updated: 1, place: 2 };
    expect(await runsOf(db)).toEqual([left]);
    const rest = await run(db, { pageSize: 2 });
    expect([rest.after, rest.fetched, rest.updated]).toEqual([2, 2, 2]);
    expect((await textsOf(db)).card?.[1]).toBe('my password is [PASSWORD], help');
    expect(await runsOf(db)).toEqual([{ kind: 'redact', state: 'done', reason: null, updated: 2, place: 4 }, left]);
    expect((await run(db)).after).toBe(0);
  });

  it('goes on where a killed run kept its place, closes it, and scrubs though nothing more is found', async () => {
    const db = await openLeakyStore();
    await saveJobRunPlace(db, await openJobRun(db, { kind: 'redact', sourceId: null, now: monday - minute }), noRunCounts, 4);
    const result = await run(db);
    expect([result.after, result.fetched, result.scrubbed]).toEqual([4, 0, true]);
    expect((await runsOf(db)).map(({ state, reason, place }) => [state, reason, place])).toEqual([
      ['done', null, 4],
      ['failed', 'the process ended in the middle', 4],
    ]);
  });

  it('trusts the field alone: words in the reason are no place, and a failed run without one is gone over from the beginning', async () => {
    const db = await openLeakyStore();
    const old = await openJobRun(db, { kind: 'redact', sourceId: null, now: monday - minute });
    await closeJobRun(db, old, noRunCounts, { now: monday, reason: 'stopped behind conversation 4' });
    const { after, fetched, updated } = await run(db);
    expect([after, fetched, updated]).toEqual([0, 4, 3]);
  });
});
