// Sources that do not show what we answer: which they are, and whether the stored facts are derived by that yet.
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { hiddenAnswersTag } from '../model/conversation.ts';
import type { FactSettings } from './page.ts';

/** Ids in their order. */
export async function findHiddenAnswers(db: Db): Promise<string[]> {
  const { sourceConnection: s } = db.tables;
  const rows = await db.query.select({ id: s.sourceId }).from(s).where(eq(s.answersHidden, true)).orderBy(asc(s.sourceId));
  return rows.map(({ id }) => id);
}

type Told = { readonly sourceId: string; readonly tags: readonly string[] };

/** Whether what we answered cannot be seen in a conversation: its source never shows it, or said so of this one. */
export function hidesAnswers({ sourceId, tags }: Told, { hiddenAnswers }: Pick<FactSettings, 'hiddenAnswers'>): boolean {
  return hiddenAnswers.includes(sourceId) || tags.includes(hiddenAnswersTag);
}

/** Writes down what a connector says of its source; true where that is news. Facts that are stored stay as they are. */
export async function tellHiddenAnswers(db: Db, sourceId: string, answersHidden: boolean): Promise<boolean> {
  const { sourceConnection: s } = db.tables;
  const changed = await db.query
    .update(s)
    .set({ answersHidden })
    .where(and(eq(s.sourceId, sourceId), ne(s.answersHidden, answersHidden)))
    .returning({ id: s.sourceId });
  return changed.length > 0;
}

export type Unaligned = { readonly sourceId: string; readonly answersHidden: boolean };

/** Sources whose stored facts were last derived under the opposite. */
export async function findUnaligned(db: Db): Promise<Unaligned[]> {
  const { sourceConnection: s } = db.tables;
  return await db.query
    .select({ sourceId: s.sourceId, answersHidden: s.answersHidden })
    .from(s)
    .where(ne(s.answersHidden, s.factsHidden))
    .orderBy(asc(s.sourceId));
}

/** The facts of a source are all derived by what is said here. */
export async function markAligned(db: Db, { sourceId, answersHidden }: Unaligned): Promise<void> {
  const { sourceConnection: s } = db.tables;
  await db.query.update(s).set({ factsHidden: answersHidden }).where(eq(s.sourceId, sourceId));
}
