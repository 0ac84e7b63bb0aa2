// Conversations ready to be stored, made from a few words: for tests of the store.
import { z } from 'zod';
import { notScored } from '#db/facts/score-summary.ts';
import type { IncomingConversation, IncomingMessage } from '#db/model/conversation.ts';
import type { RedactedText } from '#db/model/redacted-text.ts';
import type { FactSettings } from '#db/store/conversations.ts';
import { calendarOf } from './fact-settings.ts';

const redactedSchema = z.custom<RedactedText>((value) => typeof value === 'string');

/** Marks a text of a test as redacted: there is nothing secret in it. */
export function asRedacted(text: string): RedactedText {
  return redactedSchema.parse(text);
}

/** Monday 2026-03-02, 10:00 in Shanghai. */
export const monday = Date.UTC(2026, 2, 2, 2);
export const minute = 60_000;

export type Said = Partial<Omit<IncomingMessage, 'body'>> & { readonly body?: string };

/** A public customer message at `monday`, unless told otherwise. */
export function incomingMessage(externalId: string, said: Said = {}): IncomingMessage {
  const { body = `text of ${externalId}`, ...rest } = said;
  return {
    externalId,
    at: monday,
    actor: 'customer',
    authorKey: 'c1_someone',
    agentName: null,
    visibility: 'public',
    kind: 'message',
    body: asRedacted(body),
    language: 'en',
    languageConfidence: 0.9,
    needsAnswer: true,
    needsAnswerReason: null,
    inReplyTo: null,
    deletedAt: null,
    redactions: [],
    ...rest,
  };
}

/** A reply by an agent of ours. */
export function incomingReply(externalId: string, at: number, name = 'Wang Fang', said: Said = {}): IncomingMessage {
  return incomingMessage(externalId, {
    at,
    actor: 'agent',
    authorKey: `agent:${name.toLowerCase()}`,
    agentName: name,
    needsAnswer: false,
    ...said,
  });
}

/** A customer who asks at `monday` by e-mail and gets an answer after seven minutes, unless told otherwise. */
export function incoming(externalId: string, changed: Partial<IncomingConversation> = {}): IncomingConversation {
  return {
    externalId,
    channel: 'email',
    subject: asRedacted(`Subject of ${externalId}`),
    openedAt: monday,
    status: 'open',
    statusChanges: [],
    customerKey: 'c1_someone',
    language: 'en',
    category: null,
    team: null,
    country: null,
    tags: [],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages: [incomingMessage(`${externalId}-1`), incomingReply(`${externalId}-2`, monday + 7 * minute)],
    ratings: [],
    ...changed,
  };
}

/** Always open, and one promise: e-mail within an hour. */
export const plainSettings: FactSettings = {
  calendars: [calendarOf('always', 'UTC', true)],
  promises: [
    {
      id: 'email',
      label: 'E-mail',
      stage: 'reply',
      channels: ['kind:email'],
      versions: [
        {
          promiseId: 'email',
          version: 1,
          validFrom: null,
          type: 'calendar',
          durationMs: 60 * minute,
          workingDays: null,
          calendarId: 'always',
        },
      ],
    },
  ],
  reopenWindowMs: 0,
  hiddenAnswers: [],
};

const { risk: _, ...summary } = notScored;

/** What the detail of a conversation says of scores where nobody scored. */
export const unscoredDetail = { ...summary, harmReasons: [], risks: [] };
