// Replies: which messages stop the customer's clock, and why the others do not.
import { describe, expect, it } from 'vitest';
import { countsAsReply } from '#db/facts/counts-as-reply.ts';
import type { FactMessage } from '#db/facts/derive-facts.ts';
import { said } from './compose.ts';

const judged = (by: string, words: Partial<FactMessage> = {}) => countsAsReply(said('m', by, 0, words));

describe('countsAsReply', () => {
  it('names a reason for each actor', () => {
    expect(['agent', 'customer', 'bot', 'system', 'campaign', 'third_party'].map((actor) => judged(actor))).toEqual([
      { counts: true, reason: 'substantive' },
      { counts: false, reason: 'not_an_agent' },
      { counts: false, reason: 'bot' },
      { counts: false, reason: 'not_an_agent' },
      { counts: false, reason: 'campaign' },
      { counts: false, reason: 'not_an_agent' },
    ]);
  });

  it('names a reason for each kind of message of ours', () => {
    const kinds = ['message', 'auto_reply', 'reaction', 'survey', 'status', 'attachment'] as const;
    expect(kinds.map((kind) => judged('agent', { kind }).reason)).toEqual([
      'substantive',
      'auto_reply',
      'reaction_only',
      'survey',
      'status_change',
      'substantive',
    ]);
  });

  it.each(['👍', '👍🏽 🎉', '❤️', '🇨🇳', '1️⃣', '👨‍👩‍👧', '+1', '[微笑][赞]', '!!!', ':)', '...'])('takes %s for a reaction', (body) => {
    expect(judged('agent', { body })).toEqual({ counts: false, reason: 'reaction_only' });
  });

  it.each(['ok', '好的 👍', 'да', '123456', '👍 done', '[EMAIL_1]', 'Ⓐ ok', 'はい', '10 %'])('takes %s for words', (body) => {
    expect(judged('agent', { body })).toEqual({ counts: true, reason: 'substantive' });
  });

  it('tells an empty message, a bare attachment, a private note and a deleted reply apart', () => {
    expect([
      judged('agent', { body: ' \n' }),
      judged('agent', { body: '', kind: 'attachment' }),
      judged('agent', { visibility: 'private' }),
      judged('agent', { body: '', deletedAt: 1 }),
      judged('agent', { body: '', deletedAt: 1, visibility: 'private' }),
    ]).toEqual([
      { counts: false, reason: 'empty' },
      { counts: false, reason: 'attachment_only' },
      { counts: false, reason: 'private_note' },
      { counts: true, reason: 'deleted' },
      { counts: false, reason: 'private_note' },
    ]);
  });
});
