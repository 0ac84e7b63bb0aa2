// A conversation and a message as a source hands them over, with nothing in them that a test does not ask for.
import type { FetchedConversation, FetchedMessage } from '#ingest/fetched.ts';
import { monday } from './incoming.ts';

/** By e-mail, opened at `monday`, with nobody and no messages, unless told otherwise. */
export function fetched(externalId: string, changed: Partial<FetchedConversation> = {}): FetchedConversation {
  return {
    externalId,
    channel: 'email',
    subject: null,
    openedAt: monday,
    status: 'open',
    statusChanges: [],
    customer: null,
    languageHint: null,
    category: null,
    team: null,
    country: null,
    tags: [],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages: [],
    ratings: [],
    ...changed,
  };
}

/** Of a customer, in public, at `monday`, unless told otherwise. */
export function fetchedMessage(externalId: string, text: string, changed: Partial<FetchedMessage> = {}): FetchedMessage {
  return {
    externalId,
    at: monday,
    actor: 'customer',
    author: 'jo@example.org',
    authorName: null,
    visibility: 'public',
    kind: 'message',
    text,
    inReplyTo: null,
    deletedAt: null,
    ...changed,
  };
}
