// What the engine reads to fill its columns: facts in the order of their changes.
import type { Db } from '../dialect/db.ts';
import { inSnapshot } from '../dialect/transaction.ts';
import type { FactRecord } from '../model/fact-record.ts';
import { readComplaints } from './complaint-records.ts';
import { readAskedFor, readSurveyOffers } from './fact-offers.ts';
import { type FactsPosition, readEpisodes, readHeads, readRatings, readWaits, toFactRecord } from './fact-rows.ts';
import { readReviews } from './review-rows.ts';
import { findStaffNames } from './staff.ts';
import { readTold } from './told-rows.ts';

export { type ChangeState, readChangeState } from './change-state.ts';

export type { FactsPosition } from './fact-rows.ts';

/**
 * The next conversations after a position, ordered by change and id; fewer than `limit` where the end is reached.
 * The same few queries for each call, whatever the limit: take thousands at a time.
 */
export async function readFacts(db: Db, position: FactsPosition): Promise<FactRecord[]> {
  return await inSnapshot(db, async (tx) => await readBatch(tx, position));
}

async function readBatch(tx: Db, position: FactsPosition): Promise<FactRecord[]> {
  const heads = await readHeads(tx, position);
  if (heads.length === 0) return [];
  const ids = heads.map(([id]) => id);
  const names = await findStaffNames(tx);
  const parts = {
    waits: await readWaits(tx, ids, names),
    episodes: await readEpisodes(tx, ids, names),
    ratings: await readRatings(tx, ids),
    told: await readTold(tx, ids),
    asked: await readAskedFor(tx, ids),
    surveys: await readSurveyOffers(tx, ids),
    complaints: await readComplaints(tx, ids),
    reviews: await readReviews(tx, ids, names),
  };
  return heads.map((head) => toFactRecord(head, names, parts));
}
