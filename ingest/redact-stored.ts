// Redacts everything that is stored once more: page by page, to be stopped and gone on with, and written down at its end.
import type { Db } from '#db/dialect/db.ts';
import { scrubFreed } from '#db/dialect/scrub.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { saveAudit } from '#db/store/audit.ts';
import { type ConversationPlace, countConversations, findConversationPlaces } from '#db/store/conversation-places.ts';
import { saveConversations } from '#db/store/conversations.ts';
import type { DeadLetterInput } from '#db/store/dead-letters.ts';
import { groupBy } from '#db/store/group-by.ts';
import { closeJobRun, findJobRuns, noRunCounts, openJobRun, type RunCounts } from '#db/store/job-runs.ts';
import { findStoredIncoming } from '#db/store/stored-incoming.ts';
import type { Scorers } from './scores/index.ts';
import { redactAgain } from './stages/redact-again.ts';
import { quotableId } from './stages/redact-conversation.ts';
import { scoreMessages } from './stages/scored.ts';

export type StoredRedaction = RunCounts & {
  /** Secrets that the earlier rules had left. */
  readonly found: number;
  /** Id behind which the run began; 0 where it began at the beginning. */
  readonly after: number;
  /** Whether the old texts are out of the files too; null where nothing had to be changed. */
  readonly scrubbed: boolean | null;
};

export type StoredRedactionRequest = {
  readonly db: Db;
  readonly scorers: Scorers;
  readonly clock: () => Instant;
  readonly pageSize?: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

const kind = 'redact';
// Where a run was stopped is told by its reason, which is brought up to date with every page: even a killed one says how far it came.
const stopped = /^stopped behind conversation (\d+)$/;

/** Where the newest run was stopped, 0 where it came to its end or there was none. */
async function placeToGoOn(db: Db): Promise<number> {
  const [latest] = await findJobRuns(db, { kind, limit: 1 });
  return Number(stopped.exec(latest?.reason ?? '')?.[1] ?? 0);
}

type PageResult = { readonly counts: RunCounts; readonly found: number };

async function redactSource(request: StoredRedactionRequest, sourceId: string, places: readonly ConversationPlace[]): Promise<PageResult> {
  const { db, scorers, clock } = request;
  const stored = await findStoredIncoming(
    db,
    sourceId,
    places.map(({ externalId }) => externalId),
  );
  const changed = [];
  const deadLetters: DeadLetterInput[] = [];
  let found = 0;
  for (const conversation of stored.values()) {
    try {
      const again = redactAgain(conversation);
      found += again.found;
      if (again.found > 0) changed.push(scoreMessages(again.conversation, scorers).conversation);
    } catch (error) {
      deadLetters.push({
        item: quotableId(conversation.externalId),
        stage: 'redact',
        reason: error instanceof AppError ? error.message : 'the redactor failed',
        body: null,
      });
    }
  }
  if (changed.length + deadLetters.length > 0) await saveConversations(db, { sourceId, conversations: changed, deadLetters, now: clock() });
  const rejected = deadLetters.length;
  const counts = {
    fetched: stored.size,
    inserted: 0,
    updated: changed.length,
    unchanged: stored.size - changed.length - rejected,
    rejected,
  };
  return { counts, found };
}

function sum(left: StoredRedaction, { counts, found }: PageResult): StoredRedaction {
  return {
    after: left.after,
    scrubbed: null,
    found: left.found + found,
    fetched: left.fetched + counts.fetched,
    inserted: 0,
    updated: left.updated + counts.updated,
    unchanged: left.unchanged + counts.unchanged,
    rejected: left.rejected + counts.rejected,
  };
}

/** Goes over all stored conversations, or over those behind the place where the last run was stopped. */
export async function redactStored(request: StoredRedactionRequest): Promise<StoredRedaction> {
  const { db, clock, pageSize = 200 } = request;
  const after = await placeToGoOn(db);
  const total = await countConversations(db, after);
  const run = await openJobRun(db, { kind, sourceId: null, now: clock() });
  let result: StoredRedaction = { ...noRunCounts, found: 0, after, scrubbed: null };
  let place = after;
  for (;;) {
    await closeJobRun(db, run, countsOf(result), { now: clock(), reason: `stopped behind conversation ${place}` });
    request.signal?.throwIfAborted();
    const page = await findConversationPlaces(db, place, pageSize);
    if (page.length === 0) break;
    for (const [sourceId, places] of groupBy(page, (each) => each.sourceId)) {
      result = sum(result, await redactSource(request, sourceId, places));
    }
    place = page.at(-1)?.id ?? place;
    request.onProgress?.(result.fetched, Math.max(total, result.fetched));
  }
  // Also where this run found nothing more: one before it may have been stopped before it came here.
  if (result.updated > 0 || after > 0) result = { ...result, scrubbed: await scrubFreed(db) };
  await closeJobRun(db, run, countsOf(result), { now: clock(), reason: null });
  await saveAudit(db, { at: clock(), actor: 'huiyin redact', action: 'redact stored', subject: `run ${run}`, details: result });
  return result;
}

function countsOf({ fetched, inserted, updated, unchanged, rejected }: StoredRedaction): RunCounts {
  return { fetched, inserted, updated, unchanged, rejected };
}
