// A store with scored conversations of a few languages, sentiments and degrees of doubt: for tests of annotation.
import type { MessageScores, SentimentLabel } from '#db/model/score.ts';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, incomingMessage, minute, monday, plainSettings } from './incoming.ts';

const languages = ['en', 'zh-Hans', 'de'] as const;
const labels = ['neg', 'neu', 'pos'] as const;

export type ScoredText = { readonly label: SentimentLabel; readonly confidence: number; readonly language: string; readonly body?: string };

/** The text of a number: every third of each sentiment, and sureness between 0.5 and 0.95. */
export function scoredText(index: number): ScoredText {
  return {
    label: labels[index % 3] ?? 'neu',
    confidence: 0.5 + ((index * 7) % 10) / 20,
    language: languages[Math.floor(index / 3) % 3] ?? 'en',
  };
}

export function scoresOf({ label, confidence }: ScoredText): MessageScores {
  const rest = (1 - confidence) / 2;
  const probabilities = { neg: rest, neu: rest, pos: rest, [label]: confidence };
  return {
    sentiment: { label, score: probabilities.pos - probabilities.neg, probabilities, isMixed: false, isAbstained: false, evidence: [] },
    category: { id: label === 'neg' ? 'deposit.late' : 'other', confidence, evidence: [] },
    harm: { level: label === 'neg' ? 'high' : 'low', reasons: [], evidence: [] },
    risks: [],
  };
}

/** Fills the store with `count` conversations, one customer message each. */
export async function scoredStore(db: Db, count: number, textOf: (index: number) => ScoredText = scoredText): Promise<Db> {
  await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
  for (let from = 0; from < count; from += 500) {
    const conversations = Array.from({ length: Math.min(500, count - from) }, (_, at) => {
      const index = from + at;
      const text = textOf(index);
      const said = incomingMessage('m', { at: monday + index * minute, language: text.language, body: text.body ?? `message ${index}` });
      return {
        ...incoming(`c${index}`, {
          language: text.language,
          channel: index % 2 === 0 ? 'email' : 'chat',
          openedAt: monday + index * minute,
        }),
        scorer: 'sentiment@1 category@1 harm@1',
        messages: [{ ...said, scores: scoresOf(text) }],
      };
    });
    await saveConversations(db, { sourceId: 'desk', conversations, deadLetters: [], now: monday, settings: plainSettings });
  }
  return db;
}
