// Which file of columns belongs to the store: a store that was put back from a copy has the mark of its own past.
import type { Db } from '../dialect/db.ts';
import { findSetting, saveSetting } from './setting-values.ts';

const key = 'columns_mark';

/** The mark of the file that was written last; null where none was. */
export async function findColumnsMark(db: Db): Promise<string | null> {
  const mark = await findSetting(db, key);
  return typeof mark === 'string' ? mark : null;
}

export const saveColumnsMark = (db: Db, mark: string): Promise<void> => saveSetting(db, key, mark);
