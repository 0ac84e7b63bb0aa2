// `huiyin retrain`: teaches from a store, says what came of it, puts versions in force and back, and what comes in follows.
import { describe, expect, it } from 'vitest';
import { getLiveVersion } from '#db/store/learned-models.ts';
import { currentScorers, openScorersOf } from '#ingest/scores/current-scorers.ts';
import { temporaryFolder } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';
import { plantedStore } from '#test/support/planted-store.ts';

async function room(count: number, labelled: number) {
  const desk = openCommandRoom(temporaryFolder());
  const db = await desk.open();
  await plantedStore(db, { count, labelled });
  return { desk, db };
}

const text = 'hello, my glimbark did not zorple';
const input = { text, language: 'en', channel: null, actor: 'customer', redactions: [] } as const;

describe('retrain', () => {
  it('teaches, goes live, judges what comes in and what is scored anew, and goes back', async () => {
    const { desk, db } = await room(260, 240);
    const now = currentScorers(db);
    const shipped = await now();
    const dry = await desk.run(['retrain', '--field', 'category', '--dry-run']);
    expect(dry.stdout).toMatch(
      /category, a dry run: learned from \d+ conversations of \d+ customers, measured on \d+ of others, against the shipped model/,
    );
    expect([await getLiveVersion(db, 'category'), dry.stdout.includes('Nothing was stored.')]).toEqual([0, true]);
    const taught = await desk.run(['retrain', '--field', 'category']);
    expect(taught.stdout).toContain('category, version 1');
    expect(taught.stdout).toContain('It is clearly better. It judges what comes in from now on; huiyin rescore brings the rest up to it.');
    // A server that runs notices before its next read.
    const after = await now();
    expect(after.version).toBe(shipped.version.replace(/(category@\S+)/, '$1+r1'));
    expect([shipped.score(input).scores.category?.id, after.score(input).scores.category?.id]).not.toEqual([
      'trade.staking',
      'trade.staking',
    ]);
    expect(after.score(input).scores.category?.id).toBe('trade.staking');
    const evidence = after
      .score(input)
      .scores.category?.evidence.map(({ start, end }) => text.slice(start, end))
      .join(' ');
    expect(evidence).toMatch(/glimbark|zorple/);
    expect((await desk.run(['rescore'])).stdout).toContain('scored 260 conversations');
    const { conversation } = db.tables;
    const rows = await db.query.select({ category: conversation.scoredCategory, scorer: conversation.scorer }).from(conversation);
    expect([new Set(rows.map(({ scorer }) => scorer)), rows.some(({ category }) => category === 'trade.staking')]).toEqual([
      new Set([after.version]),
      true,
    ]);
    const list = await desk.run(['retrain', '--list']);
    expect(list.stdout).toContain('category: version 1 is in force');
    expect(list.stdout).toContain('sentiment: the shipped model is in force');
    expect((await desk.run(['retrain', '--field', 'category', '--use', '0'])).stdout).toContain('category: the shipped model judges');
    expect((await openScorersOf(db)).version).toBe(shipped.version);
    await db.close();
  });

  it('says by name what it has too little of', async () => {
    const { desk, db } = await room(60, 40);
    expect((await desk.run(['retrain', '--field', 'category'])).stdout).toMatch(
      /^category: too few labels, nothing was taught: \d+ to learn from \(60 are needed\) and \d+ of customers held out \(30 are needed\)\n$/,
    );
    const both = JSON.parse((await desk.run(['retrain', '--json'])).stdout);
    expect([both[0].outcome, both[1]]).toEqual(['too-few', { field: 'sentiment', outcome: 'too-few', taught: 0, heldOut: 0 }]);
    await db.close();
  });

  it('refuses what does not go together, fields without versions, and versions without a field', async () => {
    const { desk, db } = await room(20, 5);
    const failure = async (...args: string[]) => (await desk.run(['retrain', ...args])).failure;
    expect(await failure('--use', '1')).toBe('--use needs --field: category or sentiment');
    expect(await failure('--field', 'category', '--use', '3')).toContain('category has no version 3');
    expect(await failure('--list', '--force')).toContain('one at a time');
    expect(await failure('--dry-run', '--force')).toContain('stores nothing');
    expect(await failure('--field', 'harm')).toContain("argument 'harm' is invalid");
    await db.close();
  });
});
