// Redacts everything that is stored once more: page by page, to be stopped and gone on with, and written down at its end.
import type { Db } from '#db/dialect/db.ts';
import { scrubFreed } from '#db/dialect/scrub.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { saveAudit } from '#db/store/audit.ts';
import { type ConversationPlace, countConversations, findConversationPlaces } from '#db/store/conversation-places.ts';
import { saveConversations } from '#db/store/conversations.ts';
import type { DeadLetterInput } from '#db/store/dead-letters.ts';
import { groupBy } from '#db/store/group-by.ts';
import { closeJobRun, closeLeftRuns, findJobRuns, noRunCounts, openJobRun, type RunCounts, saveJobRunPlace } from '#db/store/job-runs.ts';
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

/** Whether the newest run was stopped before its end, and the place behind which it is gone on with; 0: from the beginning. */
async function findStopped(db: Db): Promise<{ readonly wasStopped: boolean; readonly place: number }> {
  const [latest] = await findJobRuns(db, { kind, limit: 1 });
  const wasStopped = latest !== undefined && latest.state !== 'done';
  return { wasStopped, place: wasStopped ? (latest.place ?? 0) : 0 };
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
  const { db, clock } = request;
  const { wasStopped, place } = await findStopped(db);
  await closeLeftRuns(db, kind, clock());
  const run = await openJobRun(db, { kind, sourceId: null, now: clock() });
  const far: Progress = { place, result: { ...noRunCounts, found: 0, after: place, scrubbed: null } };
  // Before the first page: a run that is killed in it has not come further than the one before.
  await saveJobRunPlace(db, run, countsOf(far.result), place);
  try {
    await redactPages(request, run, far);
  } catch (error) {
    await closeJobRun(db, run, countsOf(far.result), { now: clock(), reason: failureReason(error) });
    throw error;
  }
  // Also where this run found nothing more: the one before it may have been stopped before it came here.
  const scrubbed = far.result.updated > 0 || wasStopped ? await scrubFreed(db) : null;
  const result = { ...far.result, scrubbed };
  await closeJobRun(db, run, countsOf(result), { now: clock(), reason: null });
  await saveAudit(db, { at: clock(), actor: 'huiyin redact', action: 'redact stored', subject: `run ${run}`, details: result });
  return result;
}

/** How far a run has come; kept outside the loop, so that one that fails is closed with what it did. */
type Progress = { place: number; result: StoredRedaction };

async function redactPages(request: StoredRedactionRequest, run: number, far: Progress): Promise<void> {
  const { db, pageSize = 200 } = request;
  const total = await countConversations(db, far.place);
  for (;;) {
    request.signal?.throwIfAborted();
    const page = await findConversationPlaces(db, far.place, pageSize);
    if (page.length === 0) return;
    for (const [sourceId, places] of groupBy(page, (each) => each.sourceId)) {
      far.result = sum(far.result, await redactSource(request, sourceId, places));
    }
    far.place = page.at(-1)?.id ?? far.place;
    await saveJobRunPlace(db, run, countsOf(far.result), far.place);
    request.onProgress?.(far.result.fetched, Math.max(total, far.result.fetched));
  }
}

function countsOf({ fetched, inserted, updated, unchanged, rejected }: StoredRedaction): RunCounts {
  return { fetched, inserted, updated, unchanged, rejected };
}
