// The model below a field, as teaching needs it: what it says of a message, and what a conversation's label comes out as with or without what was learned.
import { summariseScores } from '#db/facts/score-summary.ts';
import type { TaughtField } from '#db/model/learning.ts';
import { type MessageScores, sentimentLabels } from '#db/model/score.ts';
import type { TaughtMessage } from '#db/store/taught-conversations.ts';
import type { AppliedTaxonomy } from '#db/store/taxonomies.ts';
import { categoryScorerOf, type Learned, leastSureOf } from '../scores/category.ts';
import { type Features, openCategoryFeatures } from '../scores/category-features.ts';
import { openCategoryReaderOf } from '../scores/own-category.ts';
import type { ScoreInput } from '../scores/scorer.ts';
import { leastSure, openSentimentScorer } from '../scores/sentiment.ts';
import { sentimentOrder } from '../scores/sentiment-order.ts';
import { taughtSentimentScorer } from '../scores/taught-sentiment.ts';
import { readTokens } from '../taxonomy/tokens.ts';

export type Told = { readonly probabilities: ArrayLike<number>; readonly features: Features };

/** A conversation's label, as figures count it; null where nothing is said. */
export type Judge = (messages: readonly TaughtMessage[]) => string | null;

export type FieldModel = {
  /** As scores name it where nothing was learned. */
  readonly version: string;
  readonly labels: readonly string[];
  /** Below this probability nothing is said of a message. */
  readonly leastSure: number;
  /** Null where it says nothing that could be moved. Features are valid until the next message. */
  readonly tell: (message: TaughtMessage) => Told | null;
  readonly judge: (learned: Learned | null) => Judge;
};

const inputOf = ({ text, language }: TaughtMessage): ScoreInput => ({ text, language, channel: null, actor: 'customer', redactions: [] });
const silent: MessageScores = { sentiment: null, category: null, harm: null, risks: [] };

function summed(messages: readonly TaughtMessage[], scoreOf: (input: ScoreInput) => Partial<MessageScores>) {
  const judged = messages.map((message) => ({
    actor: 'customer' as const,
    deletedAt: null,
    body: message.text,
    scores: { ...silent, ...scoreOf(inputOf(message)) },
  }));
  return summariseScores({ messages: judged, scorer: '' });
}

async function openCategoryModel(taxonomy: AppliedTaxonomy | null): Promise<FieldModel> {
  const reader = await openCategoryReaderOf(taxonomy);
  return {
    version: reader.version,
    labels: reader.model.labels,
    leastSure: leastSureOf(reader.model),
    tell: reader.read,
    judge: (learned) => {
      const { score } = categoryScorerOf(reader, learned);
      return (messages) => summed(messages, (input) => ({ category: score(input) })).scoredCategory;
    },
  };
}

async function openSentimentModel(): Promise<FieldModel> {
  const below = await openSentimentScorer();
  const reader = openCategoryFeatures();
  return {
    version: below.version,
    labels: sentimentOrder,
    leastSure,
    tell: (message) => {
      const { probabilities } = below.score(inputOf(message));
      if (probabilities === null) return null;
      const { neg, neu, pos } = probabilities;
      return { probabilities: [neg, neu, pos], features: reader.read(message.text, readTokens(message.text)) };
    },
    judge: (learned) => {
      const { score } = learned === null ? below : taughtSentimentScorer(below, learned);
      return (messages) => {
        const { sentiment } = summed(messages, (input) => ({ sentiment: score(input) }));
        return sentimentLabels.find((label) => label === sentiment) ?? null;
      };
    },
  };
}

/** Opens the model below a field: the shipped one, or that of the taxonomy in force. */
export async function openFieldModel(field: TaughtField, taxonomy: AppliedTaxonomy | null): Promise<FieldModel> {
  return field === 'category' ? await openCategoryModel(taxonomy) : await openSentimentModel();
}
