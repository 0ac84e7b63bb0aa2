// Keeps complaints true when conversations come in, are scored anew, or are derived anew.
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { findTouched } from './complaint-matches.ts';
import { relateComplaints } from './complaint-relations.ts';
import { hasComplaints, writeComplaints } from './complaint-rows.ts';
import type { FactSettings } from './page.ts';

export type Rederived = {
  readonly ids: readonly number[];
  readonly settings: FactSettings;
};

/**
 * Derives the complaints of these conversations, then relates them and those of the same customers to what is stored now. Gives the
 * conversations whose complaint came out different; readers have to be told of them.
 */
export async function deriveComplaints(tx: Db, { ids, settings }: Rederived): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const changed = await writeComplaints(tx, ids, settings);
  if (!(await hasComplaints(tx))) return changed;
  for (const id of await relateComplaints(tx, [...ids, ...(await findTouched(tx, ids))])) changed.add(id);
  return changed;
}

/** Gives conversations this change number, so that readers take them over again. */
export async function markChanged(tx: Db, ids: readonly number[], change: number): Promise<void> {
  const { conversation } = tx.tables;
  if (ids.length === 0) return;
  await tx.query
    .update(conversation)
    .set({ change })
    .where(inList(tx, conversation.id, ids));
}
