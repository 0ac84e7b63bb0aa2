// The scores of a conversation's messages summed up to what lists, filters and metrics ask about.
import type { MessageScores, SentimentScore, UrgencyLevel } from '../model/score.ts';
import { sentimentLabels, urgencyLevels } from '../model/score.ts';
import type { ScoredConversation, ScoredMessage, ScoreSummary, SentimentState } from '../model/scored.ts';

export const notScored: ScoreSummary = {
  sentiment: null,
  sentimentScore: null,
  sentimentOpening: null,
  sentimentClosing: null,
  scoredCategory: null,
  scoredCategoryConfidence: null,
  harm: null,
  harmReasons: null,
  risk: null,
  risks: null,
  scorer: null,
};

type JudgedMessage = Pick<ScoredMessage, 'actor' | 'deletedAt' | 'scores'> & { readonly body: string };

/** A scored conversation, as it comes in or as it is stored. */
export type Summarised = Pick<ScoredConversation, 'scorer'> & { readonly messages: readonly JudgedMessage[] };

/** A flag that comes before all others of its weight: whoever has given a secret away must move the funds at once. */
const gravestRisk = 'secret-exposed';

/**
 * Sentiment: the mean of the probabilities of all customer messages that have a label and do not abstain; its likeliest label.
 * Category: the id with the largest sum of confidence over the customer messages, the earlier one where two are equal.
 * Harm: the worst that any customer message tells of. Risks: of every message, ours too. Deleted messages say nothing.
 */
export function summariseScores({ messages, scorer }: Summarised): ScoreSummary {
  const present = messages.filter(({ deletedAt }) => deletedAt === null);
  const customer = present.filter(({ actor }) => actor === 'customer');
  const scores = customer.flatMap((message) => message.scores ?? []);
  return { ...sentimentOf(customer), ...categoryOf(scores), ...harmOf(scores), ...risksOf(present), scorer };
}

type SentimentPart = Pick<ScoreSummary, 'sentiment' | 'sentimentScore' | 'sentimentOpening' | 'sentimentClosing'>;

function sentimentOf(messages: readonly JudgedMessage[]): SentimentPart {
  const told = messages.flatMap(({ scores }) => {
    const sentiment = scores?.sentiment ?? null;
    return sentiment === null || sentiment.isAbstained || sentiment.probabilities === null ? [] : [sentiment];
  });
  if (told.length === 0) {
    return { sentiment: stateWithout(messages), sentimentScore: null, sentimentOpening: null, sentimentClosing: null };
  }
  const mean = (label: 'neg' | 'neu' | 'pos') => told.reduce((sum, one) => sum + (one.probabilities?.[label] ?? 0), 0) / told.length;
  const means = { neg: mean('neg'), neu: mean('neu'), pos: mean('pos') };
  return {
    sentiment: sentimentLabels.reduce((best, label) => (means[label] > means[best] ? label : best)),
    sentimentScore: means.pos - means.neg,
    sentimentOpening: told[0]?.score ?? null,
    sentimentClosing: told.at(-1)?.score ?? null,
  };
}

function stateWithout(messages: readonly JudgedMessage[]): SentimentState | null {
  const looked = messages.flatMap(({ scores }) => scores?.sentiment ?? []);
  if (looked.some((sentiment) => sentiment.label !== null)) return 'abstained';
  const spoken = messages.filter(({ body }) => /\p{L}/u.test(body.replaceAll(/\[[A-Z0-9_:]+\]/g, '')));
  if (spoken.length === 0) return 'no_text';
  return spoken.some(({ scores }) => isLooked(scores?.sentiment)) ? 'unsupported' : null;
}

function isLooked(sentiment: SentimentScore | null | undefined): boolean {
  return sentiment !== null && sentiment !== undefined;
}

function categoryOf(scores: readonly MessageScores[]): Pick<ScoreSummary, 'scoredCategory' | 'scoredCategoryConfidence'> {
  const sums = new Map<string, number>();
  let surest = 0;
  for (const { category } of scores) {
    if (category?.id !== null && category !== null) sums.set(category.id, (sums.get(category.id) ?? 0) + category.confidence);
  }
  let best: string | null = null;
  for (const [id, sum] of sums) if (best === null || sum > (sums.get(best) ?? 0)) best = id;
  for (const { category } of scores) if (category !== null && category.id === best) surest = Math.max(surest, category.confidence);
  return { scoredCategory: best, scoredCategoryConfidence: best === null ? null : surest };
}

function harmOf(scores: readonly MessageScores[]): Pick<ScoreSummary, 'harm' | 'harmReasons'> {
  const harms = scores.flatMap(({ harm }) => harm ?? []);
  if (harms.length === 0) return { harm: null, harmReasons: null };
  const rank = (level: UrgencyLevel) => urgencyLevels.indexOf(level);
  const worst = harms.reduce<UrgencyLevel>((level, harm) => (rank(harm.level) > rank(level) ? harm.level : level), 'low');
  return { harm: worst, harmReasons: [...new Set(harms.flatMap(({ reasons }) => reasons))] };
}

function risksOf(messages: readonly JudgedMessage[]): Pick<ScoreSummary, 'risk' | 'risks'> {
  const looked = messages.filter(({ scores }) => scores !== null);
  if (looked.length === 0) return { risk: null, risks: null };
  const order = (risk: { id: string; weight: string }) => (risk.id === gravestRisk ? 0 : risk.weight === 'high' ? 1 : 2);
  const flags = looked.flatMap(({ scores }) => scores?.risks ?? []).toSorted((a, b) => order(a) - order(b));
  const risks = [...new Set(flags.map(({ id }) => id))];
  return { risk: risks[0] ?? null, risks };
}
