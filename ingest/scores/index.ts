// The list of scorers, opened once and asked together.
import type { ComplaintScore } from '#db/model/complaint.ts';
import { AppError } from '#db/model/errors.ts';
import type { LearnedModel, TaughtField } from '#db/model/learning.ts';
import type { CategoryScore, HarmScore, MessageScores, RiskSignal, SentimentScore } from '#db/model/score.ts';
import { toneVersion } from '#db/quality/reply-tone.ts';
import type { AppliedTaxonomy } from '#db/store/taxonomies.ts';
import { unpackAdjustment } from '../learning/adjustment.ts';
import type { Portions } from '../stages/portions.ts';
import { readTokens } from '../taxonomy/tokens.ts';
import { categoryScorerOf, type Learned } from './category.ts';
import { openComplaintScorer } from './complaint.ts';
import { openHarmScorer } from './harm.ts';
import { openCategoryReaderOf } from './own-category.ts';
import { openRiskScorer } from './risk.ts';
import type { ScoreInput, Scorer } from './scorer.ts';
import { openSentimentScorer } from './sentiment.ts';
import { taughtSentimentScorer } from './taught-sentiment.ts';

export type ScorerSet = {
  readonly sentiment?: Scorer<SentimentScore>;
  readonly category?: Scorer<CategoryScore>;
  readonly harm?: Scorer<HarmScore>;
  readonly risk?: Scorer<readonly RiskSignal[]>;
  readonly complaint?: Scorer<ComplaintScore>;
};

/** `failed` names the scorers that threw; what they would have said is null. */
export type Scoring = { readonly scores: MessageScores; readonly failed: readonly Scorer<unknown>['id'][] };

export type Scorers = {
  /** The versions of all scorers in one word: what it differs from was scored by others. */
  readonly version: string;
  readonly score: (input: ScoreInput) => Scoring;
  /** What has to be unpacked before messages of a language are scored, in portions; nothing where that was done. */
  readonly open: (language: string) => Portions<void>;
};

/** Customers are scored in full; of our agents only what they must not ask for is looked at; nobody else is. */
export function combineScorers(set: ScorerSet): Scorers {
  const list = [set.sentiment, set.category, set.harm, set.risk, set.complaint].filter((scorer) => scorer !== undefined);
  // Tone is told with the waits, from words of ours; it is named here so that a new list of words asks for rescoring like a new scorer.
  const version = [...list.map((scorer) => `${scorer.id}@${scorer.version}`), `tone@${toneVersion}`].join(' ');
  return {
    version,
    open: (language) => openAll(list, language),
    score: (asked) => {
      const input: ScoreInput = { ...asked, tokens: asked.tokens ?? readTokens(asked.text) };
      const failed: Scorer<unknown>['id'][] = [];
      const ask = <Score>(scorer: Scorer<Score> | undefined, otherwise: Score | null): Score | null => {
        if (scorer === undefined) return otherwise;
        try {
          return scorer.score(input);
        } catch {
          // A message that one scorer chokes on is still a message: the caller counts it.
          failed.push(scorer.id);
          return otherwise;
        }
      };
      const isCustomer = input.actor === 'customer';
      const scores: MessageScores = {
        sentiment: isCustomer ? ask(set.sentiment, null) : null,
        category: isCustomer ? ask(set.category, null) : null,
        harm: isCustomer ? ask(set.harm, null) : null,
        risks: isCustomer || input.actor === 'agent' ? (ask(set.risk, null) ?? []) : [],
      };
      const complaint = isCustomer ? ask(set.complaint, null) : null;
      return { scores: complaint === null || complaint.signs.length === 0 ? scores : { ...scores, complaint }, failed };
    },
  };
}

function* openAll(scorers: readonly Scorer<unknown>[], language: string): Portions<void> {
  for (const scorer of scorers) {
    try {
      if (scorer.open !== undefined) yield* scorer.open(language);
    } catch {
      // It fails again for each message that it is asked about, and there it is counted.
    }
  }
}

/** Models that were taught with labels of people, by field. */
export type TaughtModels = Partial<Record<TaughtField, Pick<LearnedModel, 'version' | 'baseVersion' | 'weights'>>>;

/** What was learned on top of another model than the one below says nothing here: it would move it by what another one lacked. */
function learnedFor(belowVersion: string, model: TaughtModels[TaughtField]): Learned | null {
  return model?.baseVersion !== belowVersion ? null : { version: model.version, adjustment: unpackAdjustment(model.weights) };
}

async function openCategory(taxonomy: AppliedTaxonomy | null, taught: TaughtModels): Promise<Scorer<CategoryScore>> {
  const reader = await openCategoryReaderOf(taxonomy);
  return categoryScorerOf(reader, learnedFor(reader.version, taught.category));
}

async function openSentiment(taught: TaughtModels): Promise<Scorer<SentimentScore>> {
  const below = await openSentimentScorer();
  const learned = learnedFor(below.version, taught.sentiment);
  return learned === null ? below : taughtSentimentScorer(below, learned);
}

/**
 * Opens every scorer; the weights are read here and not before. Categories are those of the taxonomy, the shipped ones where it is
 * null; `taught` are the models in force that were taught here.
 */
export async function openScorers(taxonomy: AppliedTaxonomy | null = null, taught: TaughtModels = {}): Promise<Scorers> {
  const openers: readonly (() => Promise<ScorerSet>)[] = [
    async () => ({ sentiment: await openSentiment(taught) }),
    async () => ({ category: await openCategory(taxonomy, taught) }),
    async () => ({ harm: await openHarmScorer() }),
    async () => ({ risk: await openRiskScorer() }),
    async () => ({ complaint: await openComplaintScorer() }),
  ];
  try {
    const sets = await Promise.all(openers.map((open) => open()));
    return combineScorers(Object.assign({}, ...sets));
  } catch (error) {
    throw new AppError('internal', 'the scorers could not be opened: their weights are missing or damaged', error);
  }
}
