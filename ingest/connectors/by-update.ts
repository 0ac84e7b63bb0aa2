// Turns the pages of a list that is ordered by its time of change, by moving its lower bound along instead of counting pages.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';

export type ChangedRow = { readonly id: string; readonly at: Instant; readonly raw: unknown };

export type ByUpdate = {
  /** Rows that changed at or after an instant, oldest change first. Pages count from 1. */
  readonly list: (from: Instant, page: number) => Promise<readonly ChangedRow[]>;
  readonly from: Instant;
  /** The server's time when the reading began: a row that says it changed later changed while it was read, and is no mark. */
  readonly to: Instant;
  /** So many pages may share one instant; more cannot be told apart. */
  readonly mostPages: number;
};

export type ChangedPage = {
  readonly rows: readonly ChangedRow[];
  /** Everything that changed before is in: where to go on. */
  readonly mark: Instant;
};

/**
 * A page number means something else as soon as a row changes, so every page is asked for as the first one from the last time that was seen.
 * Rows of that same instant come again and are known by id and time; only where a page has no other instant the next page is turned.
 * Ends where nothing comes that was not seen, so it needs no count of pages, and a server that gives less than it was asked for loses nothing.
 */
export async function* byUpdate({ list, from: start, to, mostPages }: ByUpdate): AsyncGenerator<ChangedPage, void, undefined> {
  const seen = new Set<string>();
  const key = ({ id, at }: ChangedRow) => `${id} ${at}`;
  let from = start;
  let page = 1;
  let before = '';
  for (;;) {
    const rows = await list(from, page);
    const signature = rows.map(key).join();
    // A page behind the end is empty, or the last one once more.
    if (rows.length === 0 || (page > 1 && signature === before)) return;
    before = signature;
    const fresh = rows.filter((row) => !seen.has(key(row)));
    for (const row of fresh) seen.add(key(row));
    const mark = Math.max(from, ...rows.map(({ at }) => at).filter((at) => at <= to));
    if (fresh.length > 0) yield { rows: fresh, mark };
    page = mark > from ? 1 : page + 1;
    from = mark;
    if (page > mostPages)
      throw new AppError(
        'unavailable',
        `more than ${mostPages} pages changed at ${new Date(from).toISOString()}; they cannot be told apart`,
      );
  }
}
