// A conversation as a source hands it over, with nothing in it that a test does not ask for.
import type { FetchedConversation } from '#ingest/fetched.ts';
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
