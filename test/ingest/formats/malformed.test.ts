// Malformed input by the thousand: every line gets a clear reason that quotes nothing, every file ends in records or one clear error.
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { conversationsJsonl } from '#ingest/formats/conversations-jsonl.ts';
import { csvMappingSchema } from '#ingest/formats/csv-mapping.ts';
import type { FileRecord } from '#ingest/formats/format.ts';
import { formats } from '#ingest/formats/index.ts';
import { readRecords, temporaryFolder, writeFile } from '#test/support/import-files.ts';
import { canary, malformedFiles, malformedLines, soundLine } from '#test/support/malformed-lines.ts';

const folder = temporaryFolder();
const seed = 20261123;
const newline = Buffer.from('\n');
const asFile = (lines: readonly Buffer[]): Buffer => Buffer.concat(lines.flatMap((line) => [line, newline]));

/** A reason that helps: one line, not too long, printable, and nothing of what stood in the file. */
function isClear(reason: string): boolean {
  return (
    reason.length >= 10 &&
    reason.length <= 400 &&
    !/[\p{Cc}\p{Surrogate}]/u.test(reason) &&
    !reason.includes(canary) &&
    /[a-z]{3,} .*[a-z]{2,}/.test(reason)
  );
}

describe('malformed lines', () => {
  it('are each rejected with a clear reason, and the sound lines between them are taken', async () => {
    const bad = malformedLines(2000, seed);
    const lines = bad.flatMap((line, index) => (index % 10 === 0 ? [soundLine(`good-${index}`), line] : [line]));
    const records = await readRecords(conversationsJsonl, writeFile(folder, 'bad.jsonl', asFile(lines)));
    const taken = records.filter((record) => record.kind === 'conversation').map((record) => record.conversation.externalId);
    const rejected = records.flatMap((record) => (record.kind === 'reject' ? [record] : []));
    expect(taken).toEqual(Array.from({ length: 200 }, (_, index) => `good-${index * 10}`));
    expect(rejected).toHaveLength(2000);
    expect(rejected.filter((record) => !isClear(record.reason))).toEqual([]);
    // Every kind of fault has its own words; a parser that says "invalid" to everything would fail here.
    expect(new Set(rejected.map((record) => record.reason)).size).toBeGreaterThan(60);
  });

  it('would be noticed if a reason quoted them', () => {
    expect(isClear(`role "${canary}" is not known`)).toBe(false);
    expect(isClear('bad')).toBe(false);
    expect(isClear('role is a text of 6 characters, expected one of customer, agent')).toBe(true);
  });
});

describe('malformed files', () => {
  const mapping = csvMappingSchema.parse({
    rows: 'message',
    columns: { conversation_id: 'a', at: 'aa', role: '中', text: '{' },
    constants: { channel: 'email' },
  });

  for (const format of formats) {
    it(`end in records or in one clear error as ${format.id}`, async () => {
      const outcomes = { records: 0, errors: 0 };
      for (const [index, content] of malformedFiles(400, seed).entries()) {
        const head = format.id === 'csv' && index % 2 === 0 ? Buffer.from('a,aa,中,{\n') : Buffer.alloc(0);
        const name = writeFile(folder, `${format.id}-${index}`, Buffer.concat([head, content]));
        const found = await readRecords(format, name, { mapping: format.needsMapping ? mapping : null }).catch((error: unknown) => error);
        if (Array.isArray(found)) {
          outcomes.records += 1;
          const records: FileRecord[] = found;
          expect(records.filter((record) => record.kind === 'conversation' || !isClear(record.reason))).toEqual([]);
        } else {
          outcomes.errors += 1;
          expect(found).toBeInstanceOf(AppError);
          expect(found).toMatchObject({ message: expect.stringMatching(/^\S+: [^\n]{5,400}$/) });
        }
        rmSync(name);
      }
      expect(outcomes.records).toBeGreaterThan(20);
      expect(outcomes.errors).toBeGreaterThan(20);
    });
  }
});
