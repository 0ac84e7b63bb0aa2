// Keeping the columns in a file beside the store, so that a start reads the file and only what changed since.
import { z } from 'zod';
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import { openDb } from '#db/open.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { readChangeState } from '#db/store/columns.ts';
import { findColumnsMark, saveColumnsMark } from '#db/store/columns-mark.ts';
import { findPromises } from '#db/store/promises.ts';
import type { Followed } from '../follow.ts';
import { openArrays, writeArrays } from './array-file.ts';
import { programMark } from './program-mark.ts';
import { restoreColumns, saveColumns, savedHead } from './saved-columns.ts';

export type KeepOptions = {
  /** Where the file lies. */
  readonly file: string;
  /** A mark that was never given before; without it the file is read and never written. */
  readonly newMark: (() => string) | null;
  /** What tells the program that runs from others; by default a sum over its source. */
  readonly programMark?: (() => Promise<string>) | undefined;
};

export type Keeper = {
  /** The columns of the file as of when it was written, where it is of this store, of this program and whole; null otherwise, and why. */
  read(db: Db): Promise<{ readonly followed: Followed } | { readonly followed: null; readonly why: string }>;
  /** Writes the file, and makes it the one of the store. */
  write(location: string, followed: Followed): Promise<void>;
};

const aboutShape = z.object({ program: z.string(), mark: z.string(), epoch: z.number().int(), columns: savedHead });

export function openKeeper({ file, newMark, programMark: markProgram = programMark }: KeepOptions): Keeper {
  // Whoever writes asks at the start: what stands on the disk later may be another program. Whoever meets the failure is who needs it.
  const early = newMark === null ? null : markProgram();
  early?.catch(() => undefined);
  const program = () => early ?? markProgram();
  return {
    async read(db) {
      try {
        return { followed: await readFile(db, { file, program }) };
      } catch (error) {
        // Whatever it is, the store has all that the file has.
        return { followed: null, why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
      }
    },
    async write(location, { columns, epoch }) {
      if (newMark === null) return;
      const mark = newMark();
      const { head, arrays } = saveColumns(columns);
      const about: z.infer<typeof aboutShape> = { program: await program(), mark, epoch, columns: head };
      // First the store, then the file: a crash in between leaves a file that no store owns up to.
      await writeArrays(file, { about, arrays }, async () => {
        const db = await openDb(location);
        try {
          await saveColumnsMark(db, mark);
        } finally {
          await db.close();
        }
      });
    },
  };
}

async function readFile(db: Db, { file, program }: { readonly file: string; readonly program: () => Promise<string> }): Promise<Followed> {
  const found = await openArrays(file);
  if (found === null) throw new AppError('invalid', 'there is none yet');
  try {
    const read = aboutShape.safeParse(found.about);
    if (!read.success) throw new AppError('invalid', 'it says something else about itself');
    const { program: writer, mark, epoch, columns: head } = read.data;
    if (writer !== (await program())) throw new AppError('invalid', 'another version of the program wrote it');
    const [state, own] = [await readChangeState(db), await findColumnsMark(db)];
    if (mark !== own) throw new AppError('invalid', 'it belongs to another store, or to another past of this one');
    if (epoch !== state.epoch || head.change > state.change) throw new AppError('invalid', 'something was removed or renamed since');
    const columns = restoreColumns({ head, arrays: await found.readArrays() });
    return { columns, epoch, taken: 0, calendars: await findCalendars(db), promises: await findPromises(db) };
  } finally {
    await found.close();
  }
}
