// Sentiment moved by what was learned from labels of people, on top of the shipped scorer.
import { taughtVersion } from '#db/model/learning.ts';
import type { Highlight, SentimentScore } from '#db/model/score.ts';
import { adjustedProbabilities, tokenMoves } from '../learning/adjustment.ts';
import { readTokens, type Token } from '../taxonomy/tokens.ts';
import type { Learned } from './category.ts';
import { openCategoryFeatures } from './category-features.ts';
import type { Scorer } from './scorer.ts';
import { leastSure } from './sentiment.ts';
import { sentimentOrder } from './sentiment-order.ts';

const mostWords = 3;

/** Where the label is another one than below: the words that moved it there most. */
function movedBy(moves: Float64Array, tokens: readonly Token[], sign: number): Highlight[] {
  const most = Math.max(...moves);
  return [...moves]
    .map((move, at) => ({ move, token: tokens[at] }))
    .filter(({ move }) => move > 0)
    .toSorted((a, b) => b.move - a.move)
    .slice(0, mostWords)
    .flatMap(({ move, token }) => (token === undefined ? [] : [{ start: token.start, end: token.end, weight: (sign * move) / most }]))
    .toSorted((a, b) => a.start - b.start);
}

/** What the scorer below cannot say at all stays unsaid: there is nothing to move. */
export function taughtSentimentScorer(below: Scorer<SentimentScore>, { version, adjustment }: Learned): Scorer<SentimentScore> {
  const reader = openCategoryFeatures();
  return {
    id: 'sentiment',
    open: below.open,
    version: taughtVersion(below.version, version),
    score: (input) => {
      const said = below.score(input);
      if (said.probabilities === null) return said;
      const tokens = input.tokens ?? readTokens(input.text);
      const features = reader.read(input.text, tokens);
      const { neg, neu, pos } = said.probabilities;
      const moved = adjustedProbabilities(adjustment, { probabilities: [neg, neu, pos], features, language: input.language });
      const probabilities = { neg: moved[0] ?? 0, neu: moved[1] ?? 0, pos: moved[2] ?? 0 };
      const at = moved.indexOf(Math.max(...moved));
      const label = sentimentOrder[at] ?? 'neu';
      const sign = { neg: -1, neu: 0, pos: 1 }[label];
      const isMoved = label !== said.label && sign !== 0;
      const words = isMoved ? movedBy(tokenMoves(adjustment, features, { label: at, tokenCount: tokens.length }), tokens, sign) : [];
      return {
        ...said,
        label,
        score: probabilities.pos - probabilities.neg,
        probabilities,
        isAbstained: probabilities[label] < leastSure,
        evidence: words.length === 0 ? said.evidence : words,
      };
    },
  };
}
