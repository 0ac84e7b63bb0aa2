// `huiyin taxonomy` and `huiyin rescore`: a company's own categories from a draft with faults to conversations that carry them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findAudit } from '#db/store/audit.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { importNow } from '#test/support/import-files.ts';
import { incoming, incomingMessage, monday, plainSettings } from '#test/support/incoming.ts';
import { type CommandRoom, openCommandRoom } from '#test/support/ingest-commands.ts';

const shop = `id: shop
groups:
  - { id: parcel, names: { en: Parcel, de: Paket } }
leaves:
  - id: parcel.late
    names: { en: Parcel late, de: Paket verspätet }
    keywords: { en: [parcel .. late] }
    examples:
      en: [my parcel has not come, where is my package, delivery takes too long, parcel still not here, shipping is late again]
  - id: size
    names: Wrong size
    keywords: { en: [too (small|big)] }
    examples:
      en: [the shoes are too small, does not fit me, wrong size sent, the shirt is too big, size runs small]
`;

let folder: string;
let room: CommandRoom;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'huiyin-taxonomy-'));
  room = openCommandRoom(folder);
  file = path.join(folder, 'shop.yaml');
  writeFileSync(file, shop);
  const db = await room.open();
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const said = ['my parcel is late', 'these shoes are too small for me', 'zzzz'];
  const conversations = said.map((body, id) => incoming(`c${id}`, { category: null, messages: [incomingMessage(`m${id}`, { body })] }));
  await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  await db.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function categories() {
  const db = await room.open();
  const { conversation } = db.tables;
  const rows = await db.query.select({ category: conversation.scoredCategory }).from(conversation).orderBy(asc(conversation.externalId));
  const actions = (await findAudit(db)).map(({ action }) => action);
  await db.close();
  return { categories: rows.map(({ category }) => category), actions };
}

const restToOther = ['--map', '*=other'];
const lines = (text: string) => text.trim().split('\n');

describe('huiyin taxonomy', () => {
  it('tells every fault of a draft with its line, and changes nothing', async () => {
    writeFileSync(file, shop.replace('too (small|big)', 'too (small').replace('id: size', 'id: post.size'));
    const { stdout, failure } = await room.run(['taxonomy', 'apply', file]);
    expect([lines(stdout), failure]).toEqual([
      [
        `${file}, line 10: leaf "post.size", id: there is no group "post"`,
        `${file}, line 12: leaf "post.size", keywords, en, number 1: pattern "too (small": a "(" that stands alone`,
      ],
      `${file}: 2 faults; nothing was changed`,
    ]);
    const { stdout: list } = await room.run(['taxonomy', 'list', '--json']);
    expect(JSON.parse(list)).toEqual([]);
  });

  it('checks a draft on its own examples and on what came last', async () => {
    const { stdout, failure } = await room.run(['taxonomy', 'check', file, '--sample', '10', '--json']);
    const { figures, tried, ...rest } = JSON.parse(stdout);
    expect([rest, failure]).toEqual([
      { isRight: true, faults: [], file, id: 'shop', leaves: 2, inherited: 0, examples: 12, redacted: 0 },
      null,
    ]);
    const leaves = [
      { id: 'parcel.late', n: 1 },
      { id: 'size', n: 1 },
    ];
    expect(tried).toEqual({ conversations: 3, leaves, without: 1 });
    expect([figures.n, figures.accuracy > 0.5]).toEqual([10, true]);
  });

  it('puts it in force under the next number; rescoring brings the store up to it, and an earlier one can be taken up again', async () => {
    const { stdout } = await room.run(['taxonomy', 'apply', file, ...restToOther]);
    const [inForce, heading, first1] = lines(stdout);
    expect([inForce, heading, first1]).toEqual([
      '"shop" is in force as version 1; huiyin rescore brings stored conversations up to it',
      'what was stored under categories that are gone is read as:',
      '  deposit.late -> other',
    ]);
    const { stdout: counted } = await room.run(['rescore', '--json']);
    const { scorer, ...counts } = JSON.parse(counted);
    expect([scorer.includes('category@shop-1-own'), counts]).toEqual([
      true,
      { run: 1, all: false, total: 3, resumedAt: 0, conversations: 3, messages: 3, changed: 3, unchanged: 0, failures: 0 },
    ]);
    const first = await categories();
    expect([first.categories, first.actions]).toEqual([
      ['parcel.late', 'size', null],
      ['rescoring_begun', 'taxonomy_applied'],
    ]);

    await room.run(['taxonomy', 'apply', '--shipped', '--map', 'parcel.late=deposit.late', ...restToOther]);
    await room.run(['rescore']);
    expect((await categories()).categories).not.toContain('parcel.late');
    const again = await room.run(['taxonomy', 'apply', '--version', '1', ...restToOther]);
    expect(again.stdout).toMatch(/^"shop" is in force as version 3/);
    await room.run(['rescore']);
    expect((await categories()).categories).toEqual(['parcel.late', 'size', null]);
    const { stdout: list } = await room.run(['taxonomy', 'list', '--json']);
    const records = JSON.parse(list).map(({ version, id, isShipped, appliedAt }: Record<string, unknown>) => [
      version,
      id,
      isShipped,
      appliedAt,
    ]);
    expect(records).toEqual([
      [3, 'shop', false, importNow],
      [2, 'wallet', true, importNow],
      [1, 'shop', false, importNow],
    ]);
  });

  it('learns from labelled texts, whose secrets are taken out, and refuses labels that no leaf has', async () => {
    const labels = path.join(folder, 'labels.jsonl');
    const write = (rows: readonly object[]) => writeFileSync(labels, rows.map((row) => JSON.stringify(row)).join('\n'));
    write([{ text: 'the courier lost it, write to anna.schmidt@example.com', label: 'parcel.late' }]);
    const { failure } = await room.run(['taxonomy', 'apply', file, '--labels', labels, ...restToOther]);
    const { stdout } = await room.run(['taxonomy', 'show']);
    const shown = JSON.parse(stdout).leaves[0].examples.und;
    expect([failure, shown]).toEqual([null, ['the courier lost it, write to [EMAIL]']]);
    write([{ text: 'no', label: 'colour' }]);
    expect((await room.run(['taxonomy', 'check', file, '--labels', labels])).failure).toBe(`${labels}: no leaf has the label "colour"`);
  });

  it('tells how a draft differs, and wants to be told what becomes of every category that goes away', async () => {
    await room.run(['taxonomy', 'apply', file, ...restToOther]);
    const next = shop.replace('id: size', 'id: parcel.size').replace('[parcel .. late]', '[parcel .. late, parcel .. lost]');
    writeFileSync(file, next.replace('en: Parcel late', 'en: Parcel overdue'));
    const { stdout } = await room.run(['taxonomy', 'diff', file]);
    expect(lines(stdout)).toEqual([
      'moved     size -> parcel.size',
      'renamed   parcel.late: "Parcel late" -> "Parcel overdue"',
      'words     parcel.late: another definition, keywords +1 -0, examples +0 -0',
      'apply wants to know what becomes of what goes away, for example:',
      '  --map size=parcel.size',
    ]);
    const untold = await room.run(['taxonomy', 'apply', file]);
    const nowhere = await room.run(['taxonomy', 'apply', file, '--map', 'size=shoe']);
    const stays = await room.run(['taxonomy', 'apply', file, '--map', 'size=parcel.size', '--map', 'parcel.late=parcel.size']);
    expect([untold.failure, nowhere.failure, stays.failure]).toEqual([
      'moves: nobody said what becomes of size',
      'moves: "size" cannot become "shoe", which is no leaf of the new taxonomy',
      'moves: "parcel.late" does not go away',
    ]);
    const told = await room.run(['taxonomy', 'apply', file, '--map', 'size=parcel.size', '--json']);
    const moves = [{ was: 'size', becomes: 'parcel.size' }];
    expect(JSON.parse(told.stdout)).toEqual({ version: 2, id: 'shop', isShipped: false, inherited: 0, moves });
    expect((await room.run(['taxonomy', 'diff', file])).stdout).toBe('nothing differs from what is in force\n');
  });

  it('wants one way and one only', async () => {
    const both = await room.run(['taxonomy', 'apply', file, '--shipped']);
    const neither = await room.run(['taxonomy', 'apply']);
    expect([both.failure, neither.failure]).toEqual(Array.from({ length: 2 }, () => 'name a file, or --version, or --shipped'));
  });

  it('shows how far rescoring is on a terminal', async () => {
    const { stderr, stdout } = await room.run(['rescore'], { isTerminal: true });
    expect(stderr).toMatch(/scoring \[/);
    expect(stdout).toMatch(/^scored 3 conversations with 3 messages; 3 came out different\n$/);
    expect((await room.run(['rescore'])).stdout).toMatch(/^nothing to score/);
  });
});
