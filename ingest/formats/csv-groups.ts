// Gathers the rows of each conversation, wherever they stand in the file, in bounded memory and without a copy on disk.
import { AppError } from '#db/model/errors.ts';
import type { FetchedMessage } from '../fetched.ts';
import { toConversation } from './conversation-record.ts';
import type { RowReader } from './csv-row.ts';
import type { CsvRow, CsvTable } from './csv-table.ts';
import type { FileRecord, TimeFlag } from './format.ts';
import type { ReadLimits } from './limits.ts';

type Group = {
  readonly line: number;
  rows: number;
  characters: number;
  messages: FetchedMessage[];
  readonly fields: Record<string, unknown>;
  readonly flags: TimeFlag[];
  fault: { line: number; reason: string } | null;
  /** False while only rows with a wrong number of cells were seen: their id may be a piece of text. */
  isCertain: boolean;
};

export type RowCounts = ReadonlyMap<string, number>;

/** Reads the whole table once: checks its quoting and counts the rows of every conversation. */
export async function countRows(table: CsvTable, reader: RowReader): Promise<RowCounts> {
  const counts = new Map<string, number>();
  for await (const row of table.rows()) {
    const id = attempt(() => reader.idOf(row));
    if (typeof id === 'string') counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const buckets = 64;

/**
 * Yields every conversation once, when its last row has been read. Files that keep a conversation's rows together, or
 * nearly so, take one pass. Where too much has to be held, ids of some buckets are put off to a further pass over the
 * file: a copy on disk would hold text that has not been redacted.
 */
export async function* groupRows(table: CsvTable, reader: RowReader, counts: RowCounts, limits: ReadLimits): AsyncGenerator<FileRecord> {
  const remaining = new Map(counts);
  for (let pass = 0; pass === 0 || remaining.size > 0; pass += 1) {
    const held = new Map<string, Group>();
    const postponed = new Set<number>();
    let kept: number | null = null;
    let characters = 0;
    for await (const row of table.rows()) {
      const id = attempt(() => reader.idOf(row));
      if (typeof id !== 'string') {
        if (pass === 0) yield { kind: 'reject', line: row.line, externalId: null, reason: id.message };
        continue;
      }
      const expected = remaining.get(id);
      const bucket = bucketOf(id, pass);
      if (expected === undefined || postponed.has(bucket)) continue;
      // The bucket of the first id is never put off, so every pass finishes at least that one.
      kept ??= bucket;
      const group = held.get(id) ?? newGroup(row);
      held.set(id, group);
      characters += addRow(group, row, reader, limits);
      if (group.rows === expected) {
        held.delete(id);
        remaining.delete(id);
        characters -= group.characters;
        yield finish(id, group, reader);
      } else if (characters > limits.heldCharacters) {
        characters -= postpone(held, postponed, pass, kept);
      }
    }
  }
}

function attempt(read: () => string): string | AppError {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return error;
    throw error;
  }
}

function newGroup(row: CsvRow): Group {
  return { line: row.line, rows: 0, characters: 0, messages: [], fields: {}, flags: [], fault: null, isCertain: false };
}

/** Returns by how many characters the group has grown (fewer than none where a fault freed its messages). */
function addRow(group: Group, row: CsvRow, reader: RowReader, limits: ReadLimits): number {
  const before = group.characters;
  const position = group.rows;
  group.rows += 1;
  group.isCertain ||= !row.isRagged;
  try {
    if (group.fault !== null) return 0;
    if (position >= limits.messagesPerConversation) {
      throw new AppError('invalid', `more than ${limits.messagesPerConversation} messages in one conversation`);
    }
    const content = reader.contentOf(row, position);
    for (const [name, value] of Object.entries(content.conversation)) if (!Object.hasOwn(group.fields, name)) group.fields[name] = value;
    group.messages.push(...content.messages);
    group.flags.push(...content.flags);
    group.characters += row.cells.reduce((sum, cell) => sum + cell.length, 200);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    group.fault = { line: row.line, reason: error.message };
    group.messages = [];
    group.characters = 0;
  }
  return group.characters - before;
}

function finish(id: string, group: Group, reader: RowReader): FileRecord {
  const rejected = (line: number, reason: string): FileRecord => ({
    kind: 'reject',
    line,
    externalId: group.isCertain ? id : null,
    reason,
  });
  if (group.fault !== null) return rejected(group.fault.line, group.fault.reason);
  try {
    const conversation = toConversation(group.fields, group.messages, reader.context);
    return { kind: 'conversation', line: group.line, conversation, flags: group.flags };
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return rejected(group.line, error.message);
    throw error;
  }
}

/** Puts off the fullest bucket but the kept one; returns the characters that this freed. */
function postpone(held: Map<string, Group>, postponed: Set<number>, pass: number, kept: number): number {
  const sizes = new Map<number, number>();
  for (const [id, group] of held) {
    const bucket = bucketOf(id, pass);
    if (bucket !== kept) sizes.set(bucket, (sizes.get(bucket) ?? 0) + group.characters);
  }
  const [fullest] = [...sizes].sort((a, b) => b[1] - a[1]);
  if (fullest === undefined) return 0;
  const [bucket, freed] = fullest;
  postponed.add(bucket);
  for (const id of held.keys()) if (bucketOf(id, pass) === bucket) held.delete(id);
  return freed;
}

/** FNV-1a with the pass as its seed, so that ids that shared a bucket are spread differently the next time. */
function bucketOf(id: string, pass: number): number {
  let hash = 0x811c9dc5 ^ pass;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 8) % buckets;
}
