// The conversation files of ../shared, where they are there, and what a first and a second import of one must say.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from './import-files.ts';
import { countRows, openCommandRoom } from './ingest-commands.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');

/** Null where the folder is absent. */
export const sharedConversations: readonly string[] | null = existsSync(folder)
  ? readdirSync(folder).filter((name) => /^conv_.*\.jsonl\.gz$/.test(name))
  : null;

/** Records and messages as counted by an independent script over the files. */
export const sharedCounts: Readonly<Record<string, readonly [conversations: number, messages: number, ratings: number]>> = {
  'conv_crypto_appstore.jsonl.gz': [3363, 6726, 3363],
  'conv_ibm_twitter_en.jsonl.gz': [523, 1203, 0],
  'conv_stc3_csat_en.jsonl.gz': [1738, 7315, 1351],
  'conv_stc3_csat_zh.jsonl.gz': [3372, 14167, 2982],
  'conv_twcs_multi.jsonl.gz': [1030, 3805, 0],
  'conv_uss_csat_en.jsonl.gz': [1606, 38179, 1606],
};

/** Imports a file twice into a fresh store: all inserted, then all unchanged, with every message and rating stored once. */
export async function expectTwice(name: string): Promise<void> {
  const [conversations = 0, messages = 0, ratings = 0] = sharedCounts[name] ?? [];
  const desk = openCommandRoom(temporaryFolder());
  const args = ['import', path.join(folder, name), '--format', 'conversations-jsonl', '--source', 'shared'];
  expect(await desk.json(args)).toMatchObject({
    read: conversations,
    inserted: conversations,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    report: null,
  });
  const db = await desk.open();
  try {
    const stored = await countRows(db);
    expect(stored).toMatchObject({ conversation: conversations, message: messages, rating: ratings, deadLetter: 0 });
    expect(await desk.json(args)).toMatchObject({
      read: conversations,
      inserted: 0,
      updated: 0,
      unchanged: conversations,
      rejected: 0,
      report: null,
    });
    expect(await countRows(db)).toEqual({ ...stored, jobRun: 2 });
  } finally {
    await db.close();
  }
}
