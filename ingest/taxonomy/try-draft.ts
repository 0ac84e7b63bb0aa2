// What a draft would make of the newest conversations: how many go from where to where, with a few quotes of each.
import type { Db } from '#db/dialect/db.ts';
import type { TaxonomyTrial, TrialMove } from '#db/model/taxonomy-change.ts';
import { readCategoryNow } from '#db/store/category-now.ts';
import type { StoredConversation } from '#db/store/stored-conversations.ts';
import { elsewhere } from './category-moves.ts';
import { newestConversations } from './newest-conversations.ts';
import { findPastMoves } from './past-moves.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { TaxonomyTrainer } from './taxonomy-trainer.ts';

const mostTried = 1_000;
const mostMoves = 60;
const mostQuotes = 3;
const quoteLength = 160;

/** `taxonomy` null: the shipped one. Scored categories are compared; what sources say themselves stays whatever is scored. */
export async function tryDraft(db: Db, trainer: TaxonomyTrainer, taxonomy: Taxonomy | null): Promise<TaxonomyTrial> {
  const found: StoredConversation[] = [];
  for await (const page of newestConversations(db, mostTried)) found.push(...page);
  const now = await readCategoryNow(db);
  const conversations = found.map(({ row, messages }) => ({ channel: row.channel, messages }));
  const past = taxonomy === null ? [] : await findPastMoves(db, taxonomy);
  const { said, figures, inherited } = await trainer({ taxonomy, moves: past, conversations });
  const moves = new Map<string, TrialMove>();
  for (const [at, { row, messages }] of found.entries()) {
    const [from, to] = [now(row.scoredCategory), said[at] ?? null];
    const key = JSON.stringify([from, to]);
    const move = moves.get(key) ?? { from, to, n: 0, quotes: [] };
    moves.set(key, { ...move, n: move.n + 1, quotes: withQuote(move.quotes, row.id, messages) });
  }
  const all = [...moves.values()];
  const changed = all.filter(({ from, to }) => from !== to).toSorted((a, b) => b.n - a.n || order(a) - order(b));
  return {
    conversations: found.length,
    same: found.length - changed.reduce((sum, { n }) => sum + n, 0),
    without: said.filter((one) => one === null || one === elsewhere).length,
    withOwn: found.filter(({ row }) => row.category !== null).length,
    moves: changed.slice(0, mostMoves),
    inherited,
    unseen: figures === null ? null : { n: figures.n, accuracy: figures.accuracy },
  };
}

/** Where as many move, those that are now somewhere come first. */
const order = ({ from }: TrialMove): number => (from === null ? 1 : 0);

function withQuote(quotes: TrialMove['quotes'], conversationId: number, messages: StoredConversation['messages']): TrialMove['quotes'] {
  if (quotes.length >= mostQuotes) return quotes;
  const first = messages.find(({ actor, body, deletedAt }) => actor === 'customer' && deletedAt === null && body.trim() !== '');
  if (first === undefined) return quotes;
  const text = [...first.body.replace(/\s+/g, ' ').trim()];
  const short = text.length > quoteLength ? `${text.slice(0, quoteLength).join('')}…` : text.join('');
  return [...quotes, { conversationId, text: short }];
}
