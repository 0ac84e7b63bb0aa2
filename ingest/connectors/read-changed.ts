// Reads whole items in the order of their changes, and keeps the mark up to which everything is in.
import { z } from 'zod';
import { hour, type Instant } from '#db/model/instant.ts';
import { type ByUpdate, byUpdate, type ChangedRow } from './by-update.ts';
import { type FetchPlan, parseCursor, type SourcePage } from './connector.ts';
import { idOfRaw, type ReadItems, readEach } from './read-each.ts';
import { isoTime } from './vendor-shapes.ts';

/** Rows of a list; one whose time of change cannot be read counts as changed at `from`, so that it is found unreadable and not left out. */
export function changedRows(raws: readonly unknown[], field: string, from: Instant): ChangedRow[] {
  const stamp = z.looseObject({ [field]: isoTime });
  return raws.map((raw) => ({ raw, id: idOfRaw(raw), at: stamp.safeParse(raw).data?.[field] ?? from }));
}

export type ChangedList<Item> = ByUpdate & {
  /** In a back-fill nothing is read that changed at `to` or later. */
  readonly isWindow: boolean;
  readonly read: (row: ChangedRow) => Promise<Item>;
};

/** Items page by page, with the mark that each page reaches. */
export async function* readChanged<Item>({
  isWindow,
  read,
  ...list
}: ChangedList<Item>): AsyncGenerator<ReadItems<Item> & { readonly mark: Instant }, void, undefined> {
  for await (const { rows, mark } of byUpdate(list)) {
    const wanted = isWindow ? rows.filter(({ at }) => at < list.to) : rows;
    yield { ...(await readEach(wanted, ({ id }) => id, read)), mark };
    if (isWindow && rows.every(({ at }) => at >= list.to)) return;
  }
}

/** Everything that changed before `mark`, by the server's clock, has been read. */
const cursorSchema = z.strictObject({ version: z.literal(1), mark: z.number() });

export type MarkedSource<Item> = Pick<ChangedList<Item>, 'list' | 'read' | 'mostPages'> & {
  /** How far before the mark a run begins, for lists that lag behind what was written. */
  readonly overlap: number;
  readonly serverAt: () => Instant | null;
  readonly clock: () => Instant;
};

/** Everything that changed since the last run, of a source whose place is one mark. */
export async function* readSinceMark<Item>(
  { list, read, mostPages, overlap, serverAt, clock }: MarkedSource<Item>,
  { cursor, since, window }: FetchPlan,
): AsyncGenerator<SourcePage<Item>, void, undefined> {
  const mark = cursor === null ? since : parseCursor(cursorSchema, cursor).mark;
  const from = window?.from ?? (cursor === null ? since : mark - overlap);
  const to = window?.to ?? serverAt() ?? clock() - hour;
  for await (const page of readChanged({ list, read, mostPages, from, to, isWindow: window !== null })) {
    const { items, malformed, missing } = page;
    yield { items, malformed, missing, cursor: JSON.stringify({ version: 1, mark: Math.max(mark, page.mark) }), serverAt: serverAt() };
  }
}
