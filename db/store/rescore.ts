// Stored messages scored anew, a batch of conversations at a time; how far a run is stands in the store, and is written with each batch.
import { and, asc, count, eq, gt, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { insertRows, updateRows } from '../dialect/write-rows.ts';
import { type Summarised, summariseScores } from '../facts/score-summary.ts';
import type { Instant } from '../model/instant.ts';
import { type Rescoring, rescoringSchema } from '../model/rescoring.ts';
import type { MessageScores } from '../model/score.ts';
import type { ScoreSummary } from '../model/scored.ts';
import { takeNumbers } from './change-state.ts';
import { toSignRows } from './complaint-rows.ts';
import { deriveComplaints, markChanged } from './derive-complaints.ts';
import type { ConversationRow, MessageRow } from './derived-rows.ts';
import { getFactSettings } from './fact-settings.ts';
import { closeJobRun, openJobRun, type RunCounts, reopenJobRun, saveJobRunCounts } from './job-runs.ts';
import { retellTones } from './reply-tones.ts';
import { rowsOf } from './score-rows.ts';
import { moveTally } from './source-tally.ts';
import { stableJson } from './stable-json.ts';
import { findMessages } from './stored-conversations.ts';

const key = 'rescoring';

export type RescoreOrder = { readonly scorer: string; readonly isAll: boolean; readonly now: Instant };

/** What the scorers say of one stored message. */
export type Judge = (message: MessageRow, channel: string) => { readonly scores: MessageScores | null; readonly hasFailed: boolean };

/** The run that has not come to its end; null where there is none. */
export async function findRescoring(db: Db): Promise<Rescoring | null> {
  const { setting } = db.tables;
  const [row] = await db.query.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return row === undefined ? null : rescoringSchema.parse(row.value);
}

/** Takes up the run that was stopped where it is the same one, else begins another. */
export async function beginRescoring(db: Db, { scorer, isAll, now }: RescoreOrder): Promise<Rescoring> {
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const stopped = await findRescoring(tx);
    if (stopped !== null && stopped.scorer === scorer && stopped.isAll === isAll) {
      await reopenJobRun(tx, stopped.runId);
      return stopped;
    }
    if (stopped !== null)
      await closeJobRun(tx, stopped.runId, countsOf(stopped), { now, reason: 'stopped, and another run took its place' });
    const { conversation } = tx.tables;
    const [row] = await tx.query.select({ n: count() }).from(conversation).where(toScore(tx, { scorer, isAll }));
    const begun = { runId: await openJobRun(tx, { kind: 'rescore', sourceId: null, now }), scorer, isAll, startedAt: now };
    const run = { ...begun, afterId: 0, total: row?.n ?? 0, conversations: 0, messages: 0, changed: 0, failures: 0 };
    await savePlace(tx, run);
    return run;
  });
}

/** Scores the next conversations in one transaction. Null where the run is over, ended here or by another process. */
export async function rescoreBatch(
  db: Db,
  { runId, judge, size, now }: { readonly runId: number; readonly judge: Judge; readonly size: number; readonly now: () => Instant },
): Promise<Rescoring | null> {
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    // Read in here and not handed in: two processes that work on one run take turns instead of doing the same twice.
    const run = await findRescoring(tx);
    if (run === null || run.runId !== runId) return null;
    const { conversation } = tx.tables;
    const rows = await tx.query
      .select()
      .from(conversation)
      .where(and(gt(conversation.id, run.afterId), toScore(tx, run)))
      .orderBy(asc(conversation.id))
      .limit(size);
    if (rows.length === 0) {
      await endRescoring(tx, run, now());
      return null;
    }
    const { messages, failures, changed } = await scoreRows(tx, rows, run.scorer, judge);
    const next = {
      ...run,
      afterId: rows.at(-1)?.id ?? run.afterId,
      conversations: run.conversations + rows.length,
      messages: run.messages + messages,
      changed: run.changed + changed,
      failures: run.failures + failures,
    };
    await savePlace(tx, next);
    await saveJobRunCounts(tx, runId, countsOf(next));
    return next;
  });
}

/** Writes down why a run was left; its place stays. */
export async function leaveRescoring(db: Db, runId: number, end: { readonly now: Instant; readonly reason: string }): Promise<void> {
  const run = await findRescoring(db);
  if (run?.runId === runId) await closeJobRun(db, runId, countsOf(run), end);
}

/** Conversations and changed ones in the words of all runs. */
function countsOf({ conversations, changed }: Rescoring): RunCounts {
  return { fetched: conversations, inserted: 0, updated: changed, unchanged: conversations - changed, rejected: 0 };
}

function toScore(tx: Db, { scorer, isAll }: Pick<Rescoring, 'scorer' | 'isAll'>): SQL | undefined {
  const { conversation } = tx.tables;
  return isAll ? undefined : or(isNull(conversation.scorer), ne(conversation.scorer, scorer));
}

async function savePlace(tx: Db, value: Rescoring): Promise<void> {
  const { setting } = tx.tables;
  await tx.query.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}

async function endRescoring(tx: Db, run: Rescoring, now: Instant): Promise<void> {
  const { setting } = tx.tables;
  await closeJobRun(tx, run.runId, countsOf(run), { now, reason: null });
  await tx.query.delete(setting).where(eq(setting.key, key));
}

type ScoredRow = Summarised & { readonly row: ConversationRow };

async function scoreRows(tx: Db, rows: readonly ConversationRow[], scorer: string, judge: Judge) {
  const ids = rows.map(({ id }) => id);
  const stored = await findMessages(tx, ids);
  let messages = 0;
  let failures = 0;
  const scored = rows.map((row) => ({
    row,
    scorer,
    messages: (stored.get(row.id) ?? []).map((message) => {
      const { scores, hasFailed } = judge(message, row.channel);
      if (scores !== null) messages += 1;
      if (hasFailed) failures += 1;
      return { ...message, scores };
    }),
  }));
  const { complaintSign, score } = tx.tables;
  await tx.query.delete(score).where(inList(tx, score.conversationId, ids));
  await tx.query.delete(complaintSign).where(inList(tx, complaintSign.conversationId, ids));
  await insertRows(
    tx,
    complaintSign,
    scored.flatMap((one) => toSignRows(one, one.row.id)),
  );
  await insertRows(
    tx,
    score,
    scored.flatMap((one) => rowsOf(one, one.row.id)),
  );
  await moveTally(
    tx,
    rows.map(({ sourceId, scorer: from }) => ({ sourceId, from, to: scorer })),
  );
  const changed = await saveSummaries(tx, scored);
  const complaints = await deriveComplaints(tx, { ids, settings: await getFactSettings(tx) });
  const retold = await retellTones(tx, stored);
  const others = [...new Set([...complaints, ...retold])].filter((id) => !changed.has(id));
  if (others.length > 0) await markChanged(tx, others, (await takeNumbers(tx, 0)).change);
  return { messages, failures, changed: changed.size + others.filter((id) => ids.includes(id)).length };
}

/** Only what came out different gets a new change number: nobody has to read the rest again. Gives which. */
async function saveSummaries(tx: Db, scored: readonly ScoredRow[]): Promise<Set<number>> {
  const { conversation } = tx.tables;
  const summed = scored.map((one) => ({ row: one.row, summary: summariseScores(one) }));
  const different = summed.filter(({ row, summary }) => stableJson(told(row)) !== stableJson(told(summary)));
  const same = summed.filter(({ row, summary }) => row.scorer !== summary.scorer && !different.some((one) => one.row.id === row.id));
  if (different.length > 0) {
    const { change } = await takeNumbers(tx, 0);
    await updateRows(
      tx,
      conversation,
      different.map(({ row, summary }) => ({ ...row, ...summary, change })),
    );
  }
  const [first] = same;
  if (first !== undefined) {
    const ids = same.map(({ row }) => row.id);
    await tx.query
      .update(conversation)
      .set({ scorer: first.summary.scorer })
      .where(inList(tx, conversation.id, ids));
  }
  return new Set(different.map(({ row }) => row.id));
}

function told(summary: ScoreSummary): Omit<ScoreSummary, 'scorer'> {
  const { sentiment, sentimentScore, sentimentOpening, sentimentClosing, scoredCategory, scoredCategoryConfidence } = summary;
  const { harm, harmReasons, risk, risks } = summary;
  return {
    sentiment,
    sentimentScore,
    sentimentOpening,
    sentimentClosing,
    scoredCategory,
    scoredCategoryConfidence,
    harm,
    harmReasons,
    risk,
    risks,
  };
}
