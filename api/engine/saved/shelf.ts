// Where a desk takes its columns from, and when it puts them away: a file that cannot be used or written costs time, never a number.
import type { Db } from '#db/dialect/db.ts';
import { type Followed, followChanges, loadColumns } from '../follow.ts';
import { type KeepOptions, openKeeper } from './keeper.ts';

export type Shelf = {
  /** From the file with what changed since, or else from the store. */
  take(db: Db): Promise<Followed>;
  /**
   * Puts them away where a start would have much to read anew, and at once where everything was read anew: what was removed must not
   * stay in the file. Says with them that it has.
   */
  putSome(before: Followed, followed: Followed): Promise<Followed>;
  /** Puts them away where anything has changed. */
  put(followed: Followed): Promise<void>;
};

/** Takes what there is to say of the file; `isFailure` where somebody has to look after it. */
export type SayOfFile = (words: string, isFailure: boolean) => void;

type ShelfParts = { readonly location: string; readonly keep: KeepOptions | undefined; readonly say: SayOfFile };

/** So many conversations are read from the store within a second or two. */
const manyTaken = 25_000;
/** Columns of more than that are written less often: a share of them may be read anew. */
const shareTaken = 1 / 16;

const withoutFile: Shelf = { take: loadColumns, putSome: async (_before, followed) => followed, put: async () => undefined };

export function openShelf({ location, keep, say }: ShelfParts): Shelf {
  if (keep === undefined) return withoutFile;
  const keeper = openKeeper(keep);
  const isWritten = keep.newMark !== null;
  const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const write = async (followed: Followed): Promise<Followed> => {
    try {
      await keeper.write(location, followed);
    } catch (error) {
      say(`the columns could not be written to ${keep.file}: ${reasonOf(error)}`, true);
    }
    // Also where it failed: the next attempt comes when as much has changed again.
    return { ...followed, taken: 0 };
  };
  return {
    async take(db) {
      const found = await keeper.read(db);
      if (found.followed !== null) return await followChanges(db, found.followed);
      say(`columns are read from the store, not from ${keep.file}: ${found.why}`, false);
      const loaded = await loadColumns(db);
      return isWritten ? await write(loaded) : loaded;
    },
    async putSome(before, followed) {
      const many = Math.max(manyTaken, followed.columns.records.size * shareTaken);
      const isDue = followed.columns !== before.columns || followed.taken >= many;
      return isWritten && isDue ? await write(followed) : followed;
    },
    async put(followed) {
      if (isWritten && followed.taken > 0) await write(followed);
    },
  };
}
