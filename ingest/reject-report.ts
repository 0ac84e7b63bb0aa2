// The report of an import: which records were rejected and why, one JSON line each, never with message text.
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '#db/model/instant.ts';
import type { Reject } from './import-page.ts';
import { redactText } from './stages/redact.ts';

export type RejectReport = {
  readonly add: (reject: Reject) => Promise<void>;
  /** The first rejects, for the answer of the command; the file has them all. */
  readonly kept: readonly Reject[];
  /** Path of the report, or null where there was nothing to report. May be called again. */
  readonly close: () => Promise<string | null>;
};

/** So many rejects are held in memory and printed with `--json`. */
export const mostKept = 10_000;
const bufferedLines = 500;

/** Nothing is written before the first reject, and nothing at all where the report is not kept. */
export function openRejectReport(options: { dataFolder: string; sourceId: string; now: Instant; isKept: boolean }): RejectReport {
  const kept: Reject[] = [];
  let lines: string[] = [];
  let file: { handle: FileHandle; path: string } | null = null;
  let isClosed = false;

  const write = async (): Promise<void> => {
    if (lines.length === 0) return;
    file ??= await createReport(options);
    await file.handle.appendFile(lines.join(''));
    lines = [];
  };

  return {
    kept,
    add: async (reject) => {
      if (kept.length < mostKept) kept.push(reject);
      if (!options.isKept) return;
      lines.push(`${JSON.stringify({ ...reject, file: withoutSecrets(reject.file) })}\n`);
      if (lines.length >= bufferedLines) await write();
    },
    close: async () => {
      if (!isClosed) {
        isClosed = true;
        await write();
        await file?.handle.close();
      }
      return file?.path ?? null;
    },
  };
}

/** The report stays behind in the data folder; the name of a file may be what its sender typed. */
function withoutSecrets(file: string): string {
  return path.join(path.dirname(file), redactText(path.basename(file)).text);
}

async function createReport({ dataFolder, sourceId, now }: { dataFolder: string; sourceId: string; now: Instant }) {
  const folder = path.join(dataFolder, 'imports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const name = `${stamp}-${sourceId.replaceAll(/[^\p{L}\p{N}_-]/gu, '_')}`;
  // Two imports may start in the same millisecond; neither may write into the other's report.
  for (let attempt = 1; ; attempt += 1) {
    const place = path.join(folder, `${name}${attempt === 1 ? '' : `-${attempt}`}-rejects.jsonl`);
    try {
      return { handle: await open(place, 'wx', 0o600), path: place };
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isTaken || attempt > 1000) throw error;
    }
  }
}
