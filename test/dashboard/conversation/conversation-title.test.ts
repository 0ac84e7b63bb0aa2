// What a conversation is called.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import type { ConversationMessage } from '../../../dashboard/src/lib/api/shapes.ts';
import { conversationTitle } from '../../../dashboard/src/lib/conversation/conversation-title.ts';

const message = (actor: ConversationMessage['actor'], body: string, redactions: string[] = []): ConversationMessage => ({
  id: body.slice(0, 8),
  at: null,
  actor,
  agent: null,
  author: null,
  visibility: 'public',
  kind: 'message',
  body,
  language: 'en',
  needsAnswer: false,
  needsAnswerReason: null,
  countsAsReply: false,
  replyReason: 'bot',
  inReplyTo: null,
  redactions,
  deletedAt: null,
  score: null,
});

describe('conversationTitle', () => {
  it('is the subject where there is one', () => {
    expect(conversationTitle({ subject: 'Late', messages: [message('customer', 'x')], externalId: 'a-1' }, words)).toBe('Late');
  });

  it('is what the customer wrote first, in one line, with names for what was redacted', () => {
    const messages = [message('bot', 'Hello'), message('customer', 'my words\n[SEED_PHRASE]  help', ['SEED_PHRASE'])];
    expect(conversationTitle({ subject: null, messages, externalId: 'a-1' }, words)).toBe('my words [seed phrase removed] help');
  });

  it('is cut between letters, and is the id where nobody wrote', () => {
    const long = conversationTitle({ subject: null, messages: [message('customer', '💰'.repeat(200))], externalId: 'a-1' }, words);
    expect([long, conversationTitle({ subject: null, messages: [], externalId: 'a-1' }, words)]).toEqual([`${'💰'.repeat(120)}…`, 'a-1']);
  });
});
