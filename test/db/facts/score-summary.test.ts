// What a conversation's scores sum up to, and what is said where there are none.
import { describe, expect, it } from 'vitest';
import { summariseScores } from '#db/facts/score-summary.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { incoming, incomingMessage, incomingReply, monday, type Said } from '#test/support/incoming.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';

const summaryOf = (...messages: (Said & { readonly body: string })[]) =>
  summariseScores(
    scoreMessages(incoming('a', { messages: messages.map((said, index) => incomingMessage(`m${index}`, said)) }), standInScorers)
      .conversation,
  );

describe('the sentiment of a conversation', () => {
  it('is that of its messages, the mean of what they say', () => {
    const { sentiment, sentimentScore } = summaryOf({ body: 'stuck' }, { body: 'stuck again' }, { body: 'thanks' });
    expect([sentiment, sentimentScore]).toEqual(['neg', expect.closeTo(-0.7 / 3, 6)]);
  });

  it('abstains where every message does, and not where one has something to say', () => {
    expect(summaryOf({ body: 'perhaps stuck' }).sentiment).toBe('abstained');
    expect(summaryOf({ body: 'perhaps stuck' }, { body: 'great' }).sentiment).toBe('pos');
  });

  it('tells an unsupported language, no text, and a scorer that failed apart', () => {
    expect(summaryOf({ body: 'mistä rahani', language: 'fi' }).sentiment).toBe('unsupported');
    expect(summaryOf({ body: '[EMAIL] 123', language: 'und' }).sentiment).toBe('no_text');
    expect(summaryOf({ body: 'choke on this' }).sentiment).toBe(null);
  });

  it('is not moved by what we write', () => {
    const conversation = incoming('a', {
      messages: [incomingMessage('m1', { body: 'hello' }), incomingReply('m2', monday, 'Wang Fang', { body: 'terrible' })],
    });
    expect(summariseScores(scoreMessages(conversation, standInScorers).conversation).sentiment).toBe('neu');
  });
});

describe('the rest of the summary', () => {
  it('names the category that most messages speak of', () => {
    const { scoredCategory, scoredCategoryConfidence } = summaryOf({ body: 'login' }, { body: 'deposit' }, { body: 'login' });
    expect([scoredCategory, scoredCategoryConfidence]).toEqual(['account.login', 0.7]);
    expect(summaryOf({ body: 'hello' }).scoredCategory).toBe(null);
  });

  it('takes the worst harm and every reason', () => {
    const { harm, harmReasons } = summaryOf({ body: 'stuck' }, { body: 'all stolen' }, { body: 'hello' });
    expect([harm, harmReasons]).toEqual(['critical', ['funds-stuck', 'funds-lost']]);
  });

  it('puts a secret that was exposed before every other risk', () => {
    const { risk, risks } = summaryOf({ body: 'someone said: send me your phrase' }, { body: 'x', redactions: ['SEED_PHRASE'] });
    expect([risk, risks]).toEqual(['secret-exposed', ['secret-exposed', 'asks-for-secret']]);
  });

  it('leaves out deleted messages', () => {
    expect(summaryOf({ body: 'stolen', deletedAt: monday }, { body: 'hello' }).harm).toBe('low');
  });
});
