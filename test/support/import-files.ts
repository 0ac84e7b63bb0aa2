// Files for import tests: temporary folders that clean up after themselves, and a format read to its end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant } from '#db/model/instant.ts';
import type { CsvMapping } from '#ingest/formats/csv-mapping.ts';
import type { FileRecord, Format } from '#ingest/formats/format.ts';
import { openImportFile } from '#ingest/formats/import-file.ts';
import { defaultLimits, type ReadLimits } from '#ingest/formats/limits.ts';
import { clearAfter } from './leavings.ts';

export const importNow: Instant = Date.parse('2026-11-23T12:00:00Z');

const folders: string[] = [];
clearAfter('file', () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A fresh folder that is removed when the tests of the file are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-import-'));
  folders.push(folder);
  return folder;
}

/** Writes a file and gives its path. */
export function writeFile(folder: string, name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

export type Reading = { readonly mapping?: CsvMapping | null; readonly limits?: Partial<ReadLimits> };

/** All records of a file. */
export async function readRecords(format: Format, name: string, reading: Reading = {}): Promise<FileRecord[]> {
  const limits = { ...defaultLimits, ...reading.limits };
  const file = await openImportFile(name, limits);
  const opened = await format.open(file, { now: importNow, limits, mapping: reading.mapping ?? null });
  const records: FileRecord[] = [];
  for await (const record of opened.records()) records.push(record);
  return records;
}

/** The rejects among records, as line and reason. */
export function rejectsOf(records: readonly FileRecord[]): { line: number; reason: string }[] {
  return records.flatMap((record) => (record.kind === 'reject' ? [{ line: record.line, reason: record.reason }] : []));
}
