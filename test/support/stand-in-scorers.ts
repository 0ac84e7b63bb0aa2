// Scorers that know a handful of words, so that a test says what it sees; the real ones have tests of their own.
import type { CategoryScore, HarmScore, Highlight, RiskSignal, SentimentScore } from '#db/model/score.ts';
import { combineScorers, type ScorerSet } from '#ingest/scores/index.ts';
import type { ScoreInput } from '#ingest/scores/scorer.ts';

/** Where the first of these words stands in the text, if any does. */
function seen(text: string, words: readonly string[], weight: number): Highlight[] {
  for (const word of words) {
    const start = text.toLowerCase().indexOf(word);
    if (start >= 0) return [{ start, end: start + word.length, weight }];
  }
  return [];
}

const supported = ['en', 'zh-Hans', 'fr', 'de'];

function sentiment({ text, language }: ScoreInput): SentimentScore {
  if (text.includes('choke')) throw new Error('choked');
  const silent = { label: null, score: null, probabilities: null, isMixed: false, isAbstained: true, evidence: [] };
  if (!supported.includes(language)) return silent;
  const bad = seen(text, ['terrible', 'stuck', '糟糕'], -1);
  const good = seen(text, ['great', 'thanks', '很好'], 1);
  const [neg, pos] = [bad.length > 0 ? 0.8 : 0.1, good.length > 0 ? 0.8 : 0.1];
  const neu = Math.max(0.1, 1 - neg - pos);
  const sum = neg + neu + pos;
  const probabilities = { neg: neg / sum, neu: neu / sum, pos: pos / sum };
  const label = bad.length > 0 ? 'neg' : good.length > 0 ? 'pos' : 'neu';
  return {
    label,
    score: probabilities.pos - probabilities.neg,
    probabilities,
    isMixed: bad.length > 0 && good.length > 0,
    isAbstained: text.includes('perhaps'),
    evidence: [...bad, ...good],
  };
}

function category({ text }: ScoreInput): CategoryScore {
  const late = seen(text, ['stuck', 'deposit'], 1);
  if (late.length > 0) return { id: 'deposit.late', confidence: 0.9, evidence: late };
  const login = seen(text, ['login'], 1);
  return login.length > 0 ? { id: 'account.login', confidence: 0.7, evidence: login } : { id: null, confidence: 0, evidence: [] };
}

function harm({ text, redactions }: ScoreInput): HarmScore {
  const lost = seen(text, ['stolen'], 1);
  if (lost.length > 0) return { level: 'critical', reasons: ['funds-lost'], evidence: lost };
  if (redactions.includes('SEED_PHRASE')) return { level: 'critical', reasons: ['secret-exposed'], evidence: [] };
  const stuck = seen(text, ['stuck'], 1);
  return stuck.length > 0 ? { level: 'high', reasons: ['funds-stuck'], evidence: stuck } : { level: 'low', reasons: [], evidence: [] };
}

function risk({ text, actor, redactions }: ScoreInput): RiskSignal[] {
  const signals: RiskSignal[] = [];
  const asks = seen(text, ['send me your phrase'], 1);
  if (asks.length > 0)
    signals.push({ id: 'asks-for-secret', role: actor === 'agent' ? 'agent' : 'scammer', weight: 'high', evidence: asks });
  if (actor === 'customer' && redactions.includes('SEED_PHRASE')) {
    signals.push({ id: 'secret-exposed', role: 'victim', weight: 'high', evidence: [] });
  }
  return signals;
}

export const standInSet = {
  sentiment: { id: 'sentiment', version: '1', score: sentiment },
  category: { id: 'category', version: '1', score: category },
  harm: { id: 'harm', version: '1', score: harm },
  risk: { id: 'risk', version: '1', score: risk },
} as const satisfies ScorerSet;

export const standInScorers = combineScorers(standInSet);
