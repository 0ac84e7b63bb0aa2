// Looks for emerging issues whenever the store has moved, and raises alerts.
import type { Logger } from 'pino';
import { type Repeating, repeat } from '#api/http/repeating.ts';
import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { readChangeState } from '#db/store/columns.ts';
import { raiseAlert } from '#db/store/issue-alerts.ts';
import { findIssueWindows } from '#db/store/issue-windows.ts';
import { findIssues } from '#db/store/issues.ts';
import { fewestCustomers, findSurprises } from './surprise.ts';

/** Judges the 24 hours up to `now`; gives the issues whose alert is a new one. */
export async function lookForEmerging(db: Db, now: Instant): Promise<string[]> {
  const windows = await findIssueWindows(db, now, fewestCustomers);
  if (windows.length === 0) return [];
  const standing = (await findIssues(db)).filter(({ isIgnored }) => !isIgnored).length;
  const surprises = findSurprises(windows, Math.max(standing, windows.length));
  if (surprises.length === 0) return [];
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const raised: string[] = [];
    for (const surprise of surprises) if (await raiseAlert(tx, surprise, now)) raised.push(surprise.issueId);
    return raised;
  });
}

type Parts = { readonly db: Db; readonly clock: () => Instant; readonly log: Logger; readonly everyMs?: number };

/** Twice a minute it asks for one number; it looks closer only where that has moved. */
export function watchIssues({ db, clock, log, everyMs = 30_000 }: Parts): Repeating {
  let seen = -1;
  const look = async () => {
    const { change } = await readChangeState(db);
    if (change === seen) return;
    await lookForEmerging(db, clock());
    seen = change;
  };
  return repeat(look, everyMs, (error) => log.error({ err: error }, 'emerging issues could not be looked for'));
}
