// Rows of many conversations, dealt out to each.

/** Rows whose first column is their conversation, as items by it. */
export function byConversation<Row extends readonly [number, ...unknown[]], Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): Map<number, Item[]> {
  const items = new Map<number, Item[]>();
  for (const row of rows) {
    const known = items.get(row[0]);
    if (known === undefined) items.set(row[0], [toItem(row)]);
    else known.push(toItem(row));
  }
  return items;
}
