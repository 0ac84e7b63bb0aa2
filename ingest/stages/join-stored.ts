// Joins a part of a conversation to what is stored of it: mail and chat give us a message at a time, facts need them all.
import type { IncomingRating } from '#db/model/conversation.ts';
import type { RedactedText } from '#db/model/redacted-text.ts';
import type { StoredIncoming, StoredMessage, StoredRating } from '#db/store/stored-incoming.ts';
import { bodyLength, eachInPortions, type Portions } from './portions.ts';
import { redactText } from './redact.ts';
import type { Redacted, RedactedMessage } from './redact-conversation.ts';

/** Redacts what was redacted before. */
export type Redact = (text: string) => RedactedText;

/** Redacting what was redacted changes nothing, unless the rules have learned something since. */
export function redacted(text: string): RedactedText {
  return redactText(text).text;
}

function toRedacted(stored: StoredMessage, read: Redact): RedactedMessage {
  const { language: _language, languageConfidence: _confidence, needsAnswer: _needs, needsAnswerReason: _reason, ...message } = stored;
  return { ...message, body: read(message.body) };
}

function toRating({ comment, ...rating }: StoredRating): IncomingRating {
  return comment === undefined ? rating : { ...rating, comment: redacted(comment) };
}

/** In the order of their times; one without a time stays behind the one before it. */
function inOrder(messages: readonly RedactedMessage[]): RedactedMessage[] {
  let latest = Number.NEGATIVE_INFINITY;
  const placed = messages.map((message, index) => {
    latest = message.at ?? latest;
    return { message, at: latest, index };
  });
  return placed.sort((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at)).map(({ message }) => message);
}

const union = <T>(stored: readonly T[], fresh: readonly T[], idOf: (item: T) => string): T[] => [
  ...new Map([...stored, ...fresh].map((item) => [idOf(item), item])).values(),
];

function earliest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

/** Those of the subject that stays; a stored one from before its mentions were kept gets those of the same subject that came now. */
function joinedMentions(stored: StoredIncoming, part: Redacted): Pick<Redacted, 'mentions'> {
  const isSame = stored.subject === null || stored.subject === part.subject;
  return { mentions: stored.mentions ?? (isSame ? part.mentions : undefined) ?? [] };
}

/**
 * The whole conversation, message by message: what came now wins, what did not come stays as it was stored. `read` redacts stored texts;
 * in the place of `redacted` it may remember what that gave.
 */
export function* joinInPortions(part: Redacted, stored: StoredIncoming, read: Redact): Portions<Redacted> {
  const stays = yield* eachInPortions(stored.messages, bodyLength, (message) => toRedacted(message, read));
  return {
    ...part,
    channel: stored.channel,
    subject: stored.subject === null ? part.subject : redacted(stored.subject),
    openedAt: earliest(stored.openedAt, part.openedAt),
    statusChanges: union(stored.statusChanges, part.statusChanges, ({ at, status }) => `${at} ${status}`),
    customerKey: stored.customerKey ?? part.customerKey,
    languageHint: part.languageHint ?? (stored.language === 'und' ? null : stored.language),
    category: part.category ?? stored.category,
    team: part.team ?? stored.team,
    country: part.country ?? stored.country,
    tags: [...new Set([...stored.tags, ...part.tags])],
    exclusion: part.exclusion ?? stored.exclusion,
    mergedInto: part.mergedInto ?? stored.mergedInto,
    isComplaint: part.isComplaint || stored.isComplaint,
    ...joinedMentions(stored, part),
    messages: inOrder(union(stays, part.messages, ({ externalId }) => externalId)),
    ratings: union(stored.ratings.map(toRating), part.ratings, ({ externalId }) => externalId),
  };
}
