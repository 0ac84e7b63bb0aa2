// Loads the demo company into an empty store at the first start, and again where a start was cut off half-way.
import type { Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { closeJobRun, findJobRuns, openJobRun } from '#db/store/job-runs.ts';
import { findSources, removeDemo } from '#db/store/sources.ts';

export type LoadDemoParts = {
  readonly db: Db;
  readonly clock: () => Instant;
  /** Seeds the store; tells how far it is. */
  readonly seed: (
    onProgress: (done: number, total: number) => void,
  ) => Promise<{ readonly conversations: number; readonly refused: number }>;
  /** For the waiting page. */
  readonly say: (words: string) => void;
  /** For the terminal: progress as it goes on, one text after the other. */
  readonly stderr: (text: string) => void;
  readonly isTerminal: boolean;
};

const kind = 'seed';

/** True where nothing ever came in, or only the beginning of a demo whose loading was cut off. */
async function isToBeSeeded(db: Db): Promise<boolean> {
  const sources = await findSources(db);
  if (sources.length === 0) return true;
  if (!sources.every((source) => source.isDemo)) return false;
  const latest = (await findJobRuns(db)).find((run) => run.kind === kind);
  return latest !== undefined && latest.state !== 'done';
}

function toProgress({ say, stderr, isTerminal }: LoadDemoParts): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / Math.max(1, total));
    // A terminal redraws one line; a log gets a line for each tenth.
    const step = isTerminal ? percent : percent - (percent % 10);
    if (step === told) return;
    told = step;
    say(`Huiyin is loading the demo company: ${percent} %. This happens once and takes a minute or two.`);
    const line = `loading the demo company: ${step} % of ${total} conversations`;
    stderr(isTerminal ? `\r${line}${done >= total ? '\n' : ''}` : `${line}\n`);
  };
}

/** Returns whether it seeded. A failure is written down with the run, so that the next start begins anew. */
export async function loadDemoIfEmpty(parts: LoadDemoParts): Promise<boolean> {
  const { db, clock, seed } = parts;
  if (!(await isToBeSeeded(db))) return false;
  await removeDemo(db);
  const id = await openJobRun(db, { kind, sourceId: null, now: clock() });
  const nothing = { fetched: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0 };
  try {
    const { conversations, refused } = await seed(toProgress(parts));
    const counts = { ...nothing, fetched: conversations, inserted: conversations - refused, rejected: refused };
    await closeJobRun(db, id, counts, { now: clock(), reason: null });
    return true;
  } catch (error) {
    await closeJobRun(db, id, nothing, { now: clock(), reason: 'the demo company could not be loaded' });
    throw error;
  }
}
