// `huiyin import` over a real store: counts that add up, no effect the second time, rejects named, dry runs that keep nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findConversations } from '#db/store/conversations.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { findSources } from '#db/store/sources.ts';
import { temporaryFolder, writeFile } from '#test/support/import-files.ts';
import { type CommandRoom, countRows, openCommandRoom, storeDigest } from '#test/support/ingest-commands.ts';

const jsonl = ['--format', 'conversations-jsonl', '--source', 'desk'];
const line = (id: string, text = 'Where is my money?', change: object = {}) =>
  JSON.stringify({
    conversation_id: id,
    channel: 'email',
    messages: [
      { at: '2026-03-01T10:00:00Z', role: 'customer', author: `${id}@example.org`, text },
      { at: '2026-03-01T11:00:00Z', role: 'agent', author: 'Anna', text: 'It is on its way to you.' },
    ],
    ...change,
  });
const counts = ({
  read,
  inserted,
  updated,
  unchanged,
  rejected,
}: {
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
}) => [read, inserted, updated, unchanged, rejected];
function room(): CommandRoom & { readonly folder: string } {
  const folder = temporaryFolder();
  return { ...openCommandRoom(folder), folder };
}

async function withStore<T>({ open }: CommandRoom, work: (db: Awaited<ReturnType<CommandRoom['open']>>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

describe('huiyin import', { timeout: 180_000 }, () => {
  it('stores conversations, makes the source, writes the run down, and changes nothing the second time', async () => {
    const desk = room();
    const file = writeFile(desk.folder, 'a.jsonl', `${line('1')}\n${line('2')}\n`);
    const first = await desk.run(['import', file, ...jsonl]);
    expect(first).toEqual({
      stdout: 'read 2 = inserted 2 + updated 0 + unchanged 0 + rejected 0\nsource: desk\n',
      stderr: '',
      failure: null,
    });
    const stored = await withStore(desk, countRows);
    expect(counts(await desk.json(['import', file, ...jsonl]))).toEqual([2, 0, 0, 2, 0]);
    expect(await withStore(desk, countRows)).toEqual({ ...stored, jobRun: 2 });
    expect(stored).toMatchObject({ source: 1, conversation: 2, message: 4, wait: 2, deadLetter: 0 });
    await withStore(desk, async (db) => {
      expect(await findSources(db)).toMatchObject([{ id: 'desk', kind: 'file', isDemo: false, conversations: 2 }]);
      expect(await findJobRuns(db)).toMatchObject([
        { kind: 'import', state: 'done', fetched: 2, unchanged: 2 },
        { kind: 'import', state: 'done', fetched: 2, inserted: 2 },
      ]);
    });
  });

  it('stores what has changed, and only that', async () => {
    const desk = room();
    await desk.json(['import', writeFile(desk.folder, 'a.jsonl', [line('1'), line('2'), line('3')].join('\n')), ...jsonl]);
    const changed = [line('1'), line('2', 'Where is my money now?'), line('4')].join('\n');
    expect(counts(await desk.json(['import', writeFile(desk.folder, 'b.jsonl', changed), ...jsonl]))).toEqual([3, 1, 1, 1, 0]);
  });

  it('lets the last record of a conversation stand, so that a second import finds everything unchanged', async () => {
    const desk = room();
    const a = writeFile(
      desk.folder,
      'a.jsonl',
      [line('1', 'first words'), line('2'), line('2'), line('1', 'other words'), line('3')].join('\n'),
    );
    const b = writeFile(desk.folder, 'b.jsonl', [line('3', 'last words'), line('2')].join('\n'));
    const answer = await desk.json(['import', a, b, ...jsonl]);
    expect(counts(answer)).toEqual([7, 3, 2, 2, 0]);
    expect(answer.files).toEqual([
      { file: a, read: 5, inserted: 1, updated: 2, unchanged: 2, rejected: 0 },
      { file: b, read: 2, inserted: 2, updated: 0, unchanged: 0, rejected: 0 },
    ]);
    expect(counts(await desk.json(['import', a, b, ...jsonl]))).toEqual([7, 0, 0, 7, 0]);
    const found = await withStore(desk, (db) => findConversations(db, { limit: 10 }));
    expect(found.conversations.map(({ externalId, snippet, revision }) => [externalId, snippet, revision]).sort()).toEqual([
      ['1', 'other words', 1],
      ['2', 'Where is my money?', 1],
      ['3', 'last words', 1],
    ]);
  });

  it('reports rejects by file, line and reason, keeps them as dead letters once, and closes those once the record is good', async () => {
    const desk = room();
    const secret = 'abandon abandon about';
    const bad = [line('1'), `{"${secret}`, line('2', secret, { status: secret }), line('3')].join('\n');
    const file = writeFile(desk.folder, 'a.jsonl', bad);
    const answer = await desk.json(['import', file, ...jsonl]);
    const rejects = [
      { file, line: 2, reason: 'not valid JSON (at character 24 of the line)' },
      { file, line: 3, reason: 'status is a text of 21 characters, expected one of open, pending, solved, closed' },
    ];
    expect([counts(answer), answer.rejects]).toEqual([[4, 2, 0, 0, 2], rejects]);
    const report = readFileSync(answer.report ?? '', 'utf8');
    expect(
      report
        .trim()
        .split('\n')
        .map((entry) => JSON.parse(entry)),
    ).toEqual(rejects);
    expect(path.dirname(answer.report ?? '')).toBe(path.join(desk.folder, 'imports'));
    await desk.json(['import', file, ...jsonl]);
    const letters = await withStore(desk, (db) => findDeadLetters(db));
    expect(letters.map(({ item, stage, reason, body, attempts }) => ({ item, stage, reason, body, attempts }))).toEqual([
      { item: 'a.jsonl:2', stage: 'parse', reason: `a.jsonl:2: ${rejects[0]?.reason}`, body: null, attempts: 2 },
      { item: '2', stage: 'parse', reason: `a.jsonl:3: ${rejects[1]?.reason}`, body: null, attempts: 2 },
    ]);
    expect(JSON.stringify([answer, report, letters])).not.toContain('abandon');
    await desk.json(['import', writeFile(desk.folder, 'b.jsonl', line('2')), ...jsonl]);
    expect((await withStore(desk, (db) => findDeadLetters(db))).map(({ item }) => item)).toEqual(['a.jsonl:2']);
  });

  it('succeeds with a warning where some records are rejected, and fails where nothing could be taken', async () => {
    const desk = room();
    const some = writeFile(desk.folder, 'some.jsonl', `${line('1')}\nnonsense\n5\n`);
    const warned = await desk.run(['import', some, ...jsonl]);
    expect(warned.failure).toBeNull();
    expect(warned.stderr).toMatch(/^\S+some\.jsonl: line 2: not valid JSON .*\(and 1 more rejected; all of them: \S+-rejects\.jsonl\)\n$/);
    const none = writeFile(desk.folder, 'none.jsonl', '{"text": "nice", "label": "pos"}\n');
    const failed = await desk.run(['import', none, ...jsonl]);
    expect(failed.failure).toBe(`${none}: line 1: conversation_id is missing, expected an id (none of its 1 records could be taken)`);
    expect(failed.stdout).toContain('read 1 = inserted 0 + updated 0 + unchanged 0 + rejected 1\n');
  });

  it('shows in a dry run what would be stored, redacted, with the counts of the import that follows, and stores nothing', async () => {
    const desk = room();
    await desk.json(['import', writeFile(desk.folder, 'a.jsonl', [line('1'), line('2')].join('\n')), ...jsonl]);
    const file = writeFile(
      desk.folder,
      'b.jsonl',
      [line('1'), line('2', 'Mail me at jo@example.org please'), line('3'), 'nonsense'].join('\n'),
    );
    const before = storeDigest(desk.location);
    const tried = await desk.json(['import', file, ...jsonl, '--dry-run']);
    expect(storeDigest(desk.location)).toEqual(before);
    expect([counts(tried), tried.dryRun, tried.report]).toEqual([[4, 1, 1, 1, 1], true, null]);
    expect(tried.preview?.map(({ externalId, messages }) => [externalId, messages[0]?.body])).toEqual([
      ['1', 'Where is my money?'],
      ['2', 'Mail me at [EMAIL] please'],
      ['3', 'Where is my money?'],
    ]);
    expect(readdirSync(desk.folder)).not.toContain('imports');
    const shown = await desk.run(['import', file, ...jsonl, '--dry-run']);
    expect(shown.stdout).toContain('2 · email · en · open\n  2026-03-01T10:00:00.000Z  customer: Mail me at [EMAIL] please\n');
    expect(shown.stdout).toContain('dry run: nothing was written to source "desk"\n');
    expect(counts(await desk.json(['import', file, ...jsonl]))).toEqual(counts(tried));
    // The control: the real import does change the store.
    expect(storeDigest(desk.location)).not.toEqual(before);
  });

  it('rehearses a new source without making it', async () => {
    const desk = room();
    const file = writeFile(desk.folder, 'a.jsonl', line('1'));
    expect(counts(await desk.json(['import', file, ...jsonl, '--dry-run']))).toEqual([1, 1, 0, 0, 0]);
    expect(await withStore(desk, findSources)).toEqual([]);
  });

  it('stores nothing of any file where one of them is spoiled', async () => {
    const desk = room();
    const good = writeFile(desk.folder, 'good.jsonl', line('1'));
    const packed = gzipSync(Array.from({ length: 500 }, (_, index) => line(`g${index}`)).join('\n'));
    const cut = writeFile(desk.folder, 'cut.jsonl.gz', packed.subarray(0, packed.length - 30));
    const result = await desk.run(['import', good, cut, ...jsonl]);
    expect(result).toMatchObject({ stdout: '', failure: `${cut}: the gzip data is damaged or ends too early` });
    expect(await withStore(desk, countRows)).toMatchObject({ source: 0, conversation: 0 });
  });

  it('ends with one clear line for wrong usage and for files that are no such file', async () => {
    const desk = room();
    const file = writeFile(desk.folder, 'a.jsonl', line('1'));
    const blank = writeFile(desk.folder, 'blank.jsonl', '\n \n');
    const missing = path.join(desk.folder, 'missing.jsonl');
    const usages: readonly (readonly [args: string[], failure: string])[] = [
      [
        ['import', file, '--format', 'xml', '--source', 'x'],
        "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are conversations-jsonl, csv, zendesk.",
      ],
      [['import', file, '--format', 'csv', '--source', 'x'], '--map: csv needs a mapping file'],
      [['import', file, '--format', 'csv', '--source', 'x', '--map', missing], `${missing}: no mapping file can be read there`],
      [['import', file, '--format', 'zendesk', '--source', 'x', '--map', file], '--map: zendesk takes no mapping file'],
      [['import', file, '--format', 'zendesk'], "error: required option '--source <name>' not specified"],
      [
        ['import', file, '--format', 'zendesk', '--source', '../x'],
        '--source: must be 1 to 64 letters, digits, spaces, dots, hyphens or underscores, beginning with a letter or digit',
      ],
      [['import', missing, ...jsonl], `${missing}: no such file`],
      [['import', blank, ...jsonl], `${blank}: holds no records`],
    ];
    for (const [args, failure] of usages) expect(await desk.run(args)).toEqual({ stdout: '', stderr: '', failure });
  });

  it('draws progress on a terminal only, and wipes it', async () => {
    const desk = room();
    const file = writeFile(desk.folder, 'a.jsonl', [line('1'), line('2')].join('\n'));
    expect((await desk.run(['import', file, ...jsonl])).stderr).toBe('');
    const { stderr } = await desk.run(['import', file, ...jsonl], { isTerminal: true });
    expect(stderr).toMatch(/checking 1.*importing \[#+\.*\] 50 % 1/s);
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('keeps customers as keyed hashes and agents by name, and leaks neither through any file of the data folder', async () => {
    const desk = room();
    await desk.json(['import', writeFile(temporaryFolder(), 'a.jsonl', `${line('1', 'call +49 151 23456789 today')}\n`), ...jsonl]);
    const kept = readdirSync(desk.folder)
      .map((name) => readFileSync(path.join(desk.folder, name), 'latin1'))
      .join('');
    expect(kept).toContain('Anna');
    expect(kept).not.toContain('1@example.org');
    expect(kept).not.toContain('23456789');
  });
});
