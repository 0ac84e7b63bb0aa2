// What a taxonomy would say of the conversations that came last: how many each leaf gets, and how many fit nowhere.
import { desc } from 'drizzle-orm';
import type { Db } from '#db/dialect/db.ts';
import { summariseScores } from '#db/facts/score-summary.ts';
import type { CategoryScore } from '#db/model/score.ts';
import { withMessages } from '#db/store/stored-conversations.ts';
import type { Scorer } from '../scores/scorer.ts';

export type TriedTaxonomy = {
  readonly conversations: number;
  /** By leaf, most frequent first. */
  readonly leaves: readonly { readonly id: string; readonly n: number }[];
  /** Conversations that the scorer could not place. */
  readonly without: number;
};

const pageSize = 250;

export async function tryTaxonomy(db: Db, category: Scorer<CategoryScore>, most: number): Promise<TriedTaxonomy> {
  const { conversation } = db.tables;
  const counts = new Map<string | null, number>();
  let done = 0;
  while (done < most) {
    const rows = await db.query
      .select()
      .from(conversation)
      .orderBy(desc(conversation.place))
      .limit(Math.min(pageSize, most - done))
      .offset(done);
    for (const { row, messages } of await withMessages(db, rows)) {
      const judged = messages.map((message) => ({
        ...message,
        scores:
          message.actor === 'customer' && message.deletedAt === null
            ? { sentiment: null, harm: null, risks: [], category: category.score({ ...message, text: message.body, channel: row.channel }) }
            : null,
      }));
      const { scoredCategory } = summariseScores({ messages: judged, scorer: '' });
      counts.set(scoredCategory, (counts.get(scoredCategory) ?? 0) + 1);
    }
    done += rows.length;
    if (rows.length < pageSize) break;
  }
  const leaves = [...counts].flatMap(([id, n]) => (id === null ? [] : [{ id, n }])).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  return { conversations: done, leaves, without: counts.get(null) ?? 0 };
}
