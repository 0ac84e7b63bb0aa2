// One import from files to store: source, run record, pages, report of rejects; or the same as a rehearsal that keeps nothing.
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Keys } from '#db/keys.ts';
import type { IncomingConversation } from '#db/model/conversation.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { closeJobRun, openJobRun } from '#db/store/job-runs.ts';
import { findSources, saveSource } from '#db/store/sources.ts';
import { type FileToImport, type ImportResult, importFiles, type Survey } from './import-files.ts';
import { type Counts, noCounts, type PageSteps } from './import-page.ts';
import { openPipelineOver } from './pipeline.ts';
import { openRejectReport, type RejectReport } from './reject-report.ts';
import type { Stages } from './stages/run-stages.ts';

export type ImportSession = {
  readonly db: Db;
  readonly keys: Keys;
  readonly stages: Stages;
  readonly clock: () => Instant;
  readonly dataFolder: string;
  readonly sourceId: string;
  /** Stores nothing: every page is saved and rolled back, so the counts are those of a real import. */
  readonly isRehearsal: boolean;
  readonly onProgress: (counts: Readonly<Counts>) => void;
};

export type SessionResult = ImportResult & {
  readonly rejects: RejectReport['kept'];
  /** Path of the report; null where nothing was rejected, or in a rehearsal. */
  readonly report: string | null;
  /** The first conversations as they are stored: redacted, languages told. */
  readonly preview: readonly IncomingConversation[];
  /** Messages that some scorer choked on; they are kept without its score. */
  readonly unscored: number;
};

const previewLength = 3;

/** Imports what the survey saw. */
export async function runImport(session: ImportSession, files: readonly FileToImport[], survey: Survey): Promise<SessionResult> {
  const { db, sourceId, clock, isRehearsal } = session;
  const known = (await findSources(db)).find((source) => source.id === sourceId);
  if (known?.isDemo) throw new AppError('conflict', `--source: "${sourceId}" belongs to the demo; choose another name`);
  const isNew = known === undefined;
  if (isNew && !isRehearsal) await addSource(db, sourceId);
  const report = openRejectReport({ dataFolder: session.dataFolder, sourceId, now: clock(), isKept: !isRehearsal });
  const preview: IncomingConversation[] = [];
  const marks = { preview, unscored: 0 };
  const steps = { savePage: pageSaver(session, isNew, marks), onReject: report.add, onProgress: session.onProgress };
  if (isRehearsal) return { ...(await importFiles(files, survey, steps)), rejects: report.kept, report: null, ...marks };
  try {
    const result = await recorded(session, (onProgress) => importFiles(files, survey, { ...steps, onProgress }));
    return { ...result, rejects: report.kept, report: await report.close(), ...marks };
  } finally {
    await report.close();
  }
}

async function addSource(db: Db, sourceId: string): Promise<void> {
  await saveSource(db, { id: sourceId, label: sourceId, kind: 'file' });
}

/** What an import notes on its way beside its counts. */
type Marks = { readonly preview: IncomingConversation[]; unscored: number };

function pageSaver(session: ImportSession, isNew: boolean, marks: Marks): PageSteps['savePage'] {
  const { db, keys, stages, clock, sourceId, isRehearsal } = session;
  const { preview } = marks;
  const pipelineOver = (store: Db) => openPipelineOver({ db: store, keys, stages, clock });
  const pipeline = pipelineOver(db);
  return async (conversations, deadLetters) => {
    if (!isRehearsal) {
      const saved = await pipeline.take(sourceId, conversations, { deadLetters });
      marks.unscored += saved.unscored;
      return saved;
    }
    const wanted = previewLength - preview.length;
    if (wanted > 0) preview.push(...(await pipeline.prepare(sourceId, conversations.slice(0, wanted))).ready);
    return await rolledBack(db, async (tx) => {
      if (isNew) await addSource(tx, sourceId);
      return await pipelineOver(tx).take(sourceId, conversations, { deadLetters });
    });
  };
}

/** Does the work in a transaction, keeps its result and undoes its writes. */
async function rolledBack<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const undo = new Error('rehearsal');
  const results: T[] = [];
  try {
    await inTransaction(db, async (tx) => {
      results.push(await work(tx));
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  const [result] = results;
  if (result === undefined) throw new AppError('internal', 'the rehearsal gave no result');
  return result;
}

/** Writes the run down with its counts, also where it fails half way: the pages before the failure are stored. */
async function recorded(
  session: ImportSession,
  work: (onProgress: ImportSession['onProgress']) => Promise<ImportResult>,
): Promise<ImportResult> {
  const { db, sourceId, clock } = session;
  const run = await openJobRun(db, { kind: 'import', sourceId, now: clock() });
  let latest: Readonly<Counts> = noCounts();
  const toRun = ({ read, ...outcomes }: Readonly<Counts>) => ({ fetched: read, ...outcomes });
  try {
    const result = await work((counts) => {
      latest = counts;
      session.onProgress(counts);
    });
    await closeJobRun(db, run, toRun(result.counts), { now: clock(), reason: null });
    return result;
  } catch (error) {
    const reason = failureReason(error);
    // Where the store itself has failed this fails too, and the first failure is the one to tell.
    await closeJobRun(db, run, toRun(latest), { now: clock(), reason }).catch(() => undefined);
    throw error;
  }
}
