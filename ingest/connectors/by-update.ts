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

// A list that changes faster than its pages are turned is left for the next run.
const mostSweeps = 20;

/**
 * A page number means something else as soon as a row changes, so every page is asked for as the first one from the last time that was seen.
 * Rows of that same instant come again and are known by id and time; only where a page has no other instant the next page is turned. Rows
 * that change meanwhile move the others up, past the page that is asked for next: an instant that took several pages is read until two
 * readings in a row are alike. Ends where nothing comes that was not seen, so a server that gives less than it was asked for loses nothing.
 */
export async function* byUpdate({ list, from: start, to, mostPages }: ByUpdate): AsyncGenerator<ChangedPage, void, undefined> {
  const seen = new Set<string>();
  let instant = openInstant(start);
  for (;;) {
    const { from, page } = instant;
    const rows = await list(from, page);
    const isOver = instant.isBehindTheEnd(rows);
    const mark = Math.max(from, ...rows.map(({ at }) => at).filter((at) => at <= to));
    const isLeft = isOver || mark > from;
    const isSure = isLeft && instant.isSure(rows);
    const fresh = rows.filter((row) => !seen.has(keyOf(row)));
    for (const row of fresh) seen.add(keyOf(row));
    // The mark moves on only when nothing of the instant can be missing, also where that page brings nothing new.
    if (fresh.length > 0 || (isSure && mark > from && page > 1)) yield { rows: fresh, mark: isSure ? mark : from };
    if (isSure && isOver) return;
    if (isSure) instant = openInstant(mark);
    else if (isLeft) instant.again(rows);
    else instant.turn(rows, mostPages);
  }
}

const keyOf = ({ id, at }: ChangedRow) => `${id} ${at}`;
const spell = (rows: readonly ChangedRow[]) => rows.map(keyOf).join();

/** The pages that begin with one instant. */
function openInstant(from: Instant) {
  let page = 1;
  let before = '';
  let sweep: string[] = [];
  let last: string | null = null;
  let sweeps = 0;
  const ofInstant = (rows: readonly ChangedRow[]) => spell(rows.filter(({ at }) => at <= from));
  return {
    from,
    get page() {
      return page;
    },
    /** A page behind the end is empty, or the last one once more. */
    isBehindTheEnd: (rows: readonly ChangedRow[]) => rows.length === 0 || (page > 1 && spell(rows) === before),
    isSure: (rows: readonly ChangedRow[]) => page === 1 || [...sweep, ofInstant(rows)].join() === last,
    turn: (rows: readonly ChangedRow[], mostPages: number) => {
      if (page >= mostPages) {
        throw new AppError(
          'unavailable',
          `more than ${mostPages} pages changed at ${new Date(from).toISOString()}; they cannot be told apart`,
        );
      }
      sweep.push(ofInstant(rows));
      before = spell(rows);
      page += 1;
    },
    again: (rows: readonly ChangedRow[]) => {
      sweeps += 1;
      if (sweeps > mostSweeps) throw new AppError('unavailable', 'the list changes faster than it can be read');
      last = [...sweep, ofInstant(rows)].join();
      sweep = [];
      before = '';
      page = 1;
    },
  };
}
