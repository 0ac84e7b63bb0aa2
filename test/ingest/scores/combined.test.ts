// The scorers together: who is scored by what, one version for all, and a scorer that fails takes nothing else with it.
import { describe, expect, it } from 'vitest';
import { combineScorers, openScorers } from '#ingest/scores/index.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { incoming, incomingMessage, incomingReply, monday } from '#test/support/incoming.ts';
import { standInScorers, standInSet } from '#test/support/stand-in-scorers.ts';

const input = { text: 'my deposit is stuck', language: 'en', channel: null, actor: 'customer', redactions: [] } as const;

describe('combined scorers', () => {
  it('score customers in full, agents for risks only, and nobody else', () => {
    const { scores } = standInScorers.score(input);
    expect([scores.sentiment?.label, scores.category?.id, scores.harm?.level, scores.risks]).toEqual(['neg', 'deposit.late', 'high', []]);
    const agent = standInScorers.score({ ...input, actor: 'agent', text: 'send me your phrase, it is stuck' });
    expect(agent.scores).toEqual({
      sentiment: null,
      category: null,
      harm: null,
      risks: [{ id: 'asks-for-secret', role: 'agent', weight: 'high', evidence: [{ start: 0, end: 19, weight: 1 }] }],
    });
    expect(standInScorers.score({ ...input, actor: 'bot', text: 'send me your phrase' }).scores.risks).toEqual([]);
  });

  it('have one version, which moves with any of theirs', () => {
    const moved = combineScorers({ ...standInSet, harm: { ...standInSet.harm, version: '2' } });
    expect(standInScorers.version).toBe('sentiment@1 category@1 harm@1 risk@1 tone@1');
    expect(moved.version).not.toBe(standInScorers.version);
  });

  it('name the scorer that failed and give what the others say', () => {
    const { scores, failed } = standInScorers.score({ ...input, text: 'choke: stuck' });
    expect([failed, scores.sentiment, scores.category?.id]).toEqual([['sentiment'], null, 'deposit.late']);
  });

  it('open, and answer for every kind of message without failing', async () => {
    const scorers = await openScorers();
    for (const text of ['', '👍', 'my deposit is stuck', '提现不到账', 'x'.repeat(20_000)]) {
      expect(scorers.score({ ...input, text }).failed).toEqual([]);
    }
  });
});

describe('the score stage', () => {
  it('keeps a message that a scorer chokes on, without its score, and counts it', () => {
    const conversation = incoming('a', {
      messages: [
        incomingMessage('m1', { body: 'choke' }),
        incomingMessage('m2', { body: 'thanks' }),
        incomingReply('m3', monday, 'Wang Fang', { body: 'choke' }),
        incomingMessage('m4', { body: 'choke', deletedAt: monday }),
      ],
    });
    const { conversation: scored, failures } = scoreMessages(conversation, standInScorers);
    expect(failures).toBe(1);
    expect(scored.messages.map(({ externalId, body, scores }) => [externalId, body, scores?.sentiment?.label ?? null])).toEqual([
      ['m1', 'choke', null],
      ['m2', 'thanks', 'pos'],
      ['m3', 'choke', null],
      ['m4', 'choke', null],
    ]);
  });
});
