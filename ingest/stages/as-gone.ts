// A stored conversation as it comes in once more, deleted at its source: no message of it came again.
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { StoredIncoming } from '#db/store/stored-incoming.ts';
import { redactText } from './redact.ts';

/** The store keeps a message that did not come again as a mark of its time, without its text; a rating stays, without what was written. */
export function asGone(stored: StoredIncoming): IncomingConversation {
  const ratings = stored.ratings.map(({ comment: _comment, commentRedactions: _kinds, ...rating }) => rating);
  return { ...stored, subject: stored.subject === null ? null : redactText('').text, exclusion: 'deleted', messages: [], ratings };
}
