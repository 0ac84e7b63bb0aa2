// What a taxonomy would say of the conversations that came last: how many each leaf gets, and how many fit nowhere.
import type { Db } from '#db/dialect/db.ts';
import type { CategoryScore } from '#db/model/score.ts';
import type { Scorer } from '../scores/scorer.ts';
import { judgeConversation } from './judge-conversation.ts';
import { newestConversations } from './newest-conversations.ts';

export type TriedTaxonomy = {
  readonly conversations: number;
  /** By leaf, most frequent first. */
  readonly leaves: readonly { readonly id: string; readonly n: number }[];
  /** Conversations that the scorer could not place. */
  readonly without: number;
};

export async function tryTaxonomy(db: Db, category: Scorer<CategoryScore>, most: number): Promise<TriedTaxonomy> {
  const counts = new Map<string | null, number>();
  let done = 0;
  for await (const page of newestConversations(db, most)) {
    for (const { row, messages } of page) {
      const said = judgeConversation({ channel: row.channel, messages }, category);
      counts.set(said, (counts.get(said) ?? 0) + 1);
    }
    done += page.length;
  }
  const leaves = [...counts].flatMap(([id, n]) => (id === null ? [] : [{ id, n }])).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  return { conversations: done, leaves, without: counts.get(null) ?? 0 };
}
