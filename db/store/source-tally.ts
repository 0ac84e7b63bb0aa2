// How many conversations of each source are in the store, by the scorers that judged them; kept current by whoever writes conversations.
import { eq, sql, sum } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';

/** One conversation that is new (`from` undefined) or that other scorers judge now. Null: nobody judged it. */
export type TallyMove = { readonly sourceId: string; readonly from: string | null | undefined; readonly to: string | null };

/** Inside the transaction that writes the conversations. */
export async function moveTally(tx: Db, moves: readonly TallyMove[]): Promise<void> {
  const changes = new Map<string, Map<string, number>>();
  const add = (sourceId: string, scorer: string | null, by: number) => {
    const ofSource = changes.get(sourceId) ?? new Map<string, number>();
    ofSource.set(scorer ?? '', (ofSource.get(scorer ?? '') ?? 0) + by);
    changes.set(sourceId, ofSource);
  };
  for (const { sourceId, from, to } of moves) {
    if (from !== undefined) add(sourceId, from, -1);
    add(sourceId, to, 1);
  }
  const { sourceTally } = tx.tables;
  const rows = [...changes].flatMap(([sourceId, ofSource]) =>
    [...ofSource].flatMap(([scorer, conversations]) => (conversations === 0 ? [] : [{ sourceId, scorer, conversations }])),
  );
  if (rows.length === 0) return;
  await tx.query
    .insert(sourceTally)
    .values(rows)
    .onConflictDoUpdate({
      target: [sourceTally.sourceId, sourceTally.scorer],
      set: { conversations: sql`${sourceTally.conversations} + excluded.conversations` },
    });
}

export async function removeTally(tx: Db, sourceId: string): Promise<void> {
  const { sourceTally } = tx.tables;
  await tx.query.delete(sourceTally).where(eq(sourceTally.sourceId, sourceId));
}

/** Conversations by the scorers that judged them, the most frequent first; scorers without any are left out. */
export async function findScorerTally(db: Db): Promise<{ readonly scorer: string | null; readonly conversations: number }[]> {
  const { sourceTally } = db.tables;
  const rows = await db.query
    .select({ scorer: sourceTally.scorer, conversations: sum(sourceTally.conversations).mapWith(Number) })
    .from(sourceTally)
    .groupBy(sourceTally.scorer);
  return rows
    .filter(({ conversations }) => conversations > 0)
    .map(({ scorer, conversations }) => ({ scorer: scorer === '' ? null : scorer, conversations }))
    .sort((a, b) => b.conversations - a.conversations);
}
