// One job of a trainer: a taxonomy's model, and what it says of conversations that are handed in.
import type { CategoryMove } from '#db/model/taxonomy-change.ts';
import type { Figures } from '../learn/figures.ts';
import { openCategoryScorer } from '../scores/category.ts';
import { openOwnCategoryScorer } from '../scores/own-category.ts';
import { learnTaxonomy } from '../training/train-own-taxonomy.ts';
import { type JudgedConversation, judgeConversation } from './judge-conversation.ts';
import type { Taxonomy } from './taxonomy.ts';

/** `taxonomy` null: the shipped one, which was trained already. */
export type TrainingJob = {
  readonly taxonomy: Taxonomy | null;
  /** What leaves that are gone have become, as far as that is known. */
  readonly moves: readonly CategoryMove[];
  readonly conversations: readonly JudgedConversation[];
};

export type Trained = {
  /** Packed, in base 64; null for the shipped one. */
  readonly model: string | null;
  readonly figures: Figures | null;
  /** Leaves that the shipped model goes on serving. */
  readonly inherited: number;
  /** In the order of the conversations; null where it could not place one. */
  readonly said: readonly (string | null)[];
};

export async function trainTaxonomy({ taxonomy, moves, conversations }: TrainingJob): Promise<Trained> {
  const trained = taxonomy === null ? null : await learnTaxonomy(taxonomy, moves);
  const model = trained?.model ?? null;
  const scorer = model === null ? await openCategoryScorer() : openOwnCategoryScorer({ document: taxonomy, model, version: 0 });
  return {
    model,
    figures: trained?.figures ?? null,
    inherited: trained?.inherited ?? 0,
    said: conversations.map((one) => judgeConversation(one, scorer)),
  };
}
