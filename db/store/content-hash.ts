// The hash that tells whether a conversation came in with anything new.
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { IncomingConversation, IncomingMessage } from '../model/conversation.ts';
import { toStorable } from './incoming-rows.ts';
import { storableText } from './storable-text.ts';

/**
 * SHA-256 over everything that is stored of a conversation, each part in a fixed order. The order of messages, ratings and
 * tags makes no difference, except where a message has no time: then the order is all that places it.
 */
export function contentHash(conversation: IncomingConversation): string {
  const { messages, ratings, tags, statusChanges } = conversation;
  const content = [
    conversation.externalId,
    conversation.channel,
    conversation.subject,
    conversation.openedAt,
    conversation.status,
    [...statusChanges].sort((a, b) => a.at - b.at).map(({ at, status, by }) => [at, status, by]),
    conversation.customerKey,
    conversation.language,
    conversation.category,
    conversation.team,
    conversation.country,
    [...tags].sort(),
    conversation.exclusion,
    conversation.mergedInto,
    conversation.isComplaint,
    [...messages].sort(byExternalId).map(messageContent),
    messages.some(({ at }) => at === null) ? messages.map(({ externalId }) => externalId) : null,
    [...ratings].sort(byExternalId).map(({ externalId, kind, value, scaleMin, scaleMax, at, comment = null }) =>
      // Left out where there is none, so that what was stored before comments were kept stays unchanged.
      [externalId, kind, value, scaleMin, scaleMax, at, ...(comment === null ? [] : [comment])],
    ),
    ...mentionContent(conversation),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function messageContent(message: IncomingMessage): unknown[] {
  return [
    message.externalId,
    message.at,
    message.actor,
    message.authorKey,
    message.agentName,
    message.visibility,
    message.kind,
    message.body,
    message.language,
    message.languageConfidence,
    message.needsAnswer,
    message.needsAnswerReason,
    message.inReplyTo,
    message.deletedAt,
    message.redactions,
    ...mentionContent(message),
  ];
}

/** Left out where there is none, so that what was stored before mentions were kept stays unchanged. */
function mentionContent({ mentions = [] }: Pick<IncomingMessage, 'mentions'>): unknown[] {
  return mentions.length === 0 ? [] : [mentions.map(({ key }) => key).sort()];
}

function byExternalId(a: { readonly externalId: string }, b: { readonly externalId: string }): number {
  return a.externalId < b.externalId ? -1 : a.externalId > b.externalId ? 1 : 0;
}

/** The hashes of stored conversations of a source, by external id. */
export type StoredHashes = ReadonlyMap<string, string>;

/** What is written meanwhile it does not know. */
export async function findStoredHashes(db: Db, sourceId: string, externalIds: readonly string[]): Promise<StoredHashes> {
  const { conversation } = db.tables;
  if (externalIds.length === 0) return new Map();
  const rows = await db.query
    .select({ externalId: conversation.externalId, hash: conversation.contentHash })
    .from(conversation)
    .where(and(eq(conversation.sourceId, sourceId), inList(db, conversation.externalId, externalIds)));
  return new Map(rows.map(({ externalId, hash }) => [externalId, hash]));
}

/** Whether a conversation that was read, scored or not, holds what is stored of it already. */
export function isStoredAs(hashes: StoredHashes, incoming: IncomingConversation): boolean {
  const known = hashes.get(storableText(incoming.externalId));
  return known !== undefined && known === contentHash(toStorable(incoming));
}
