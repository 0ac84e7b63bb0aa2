// Parts of one conversation that come in the same page become one, so that none hides the other.
import type { FetchedConversation } from './fetched.ts';

const latest = <T>(items: readonly T[], idOf: (item: T) => string): T[] => [...new Map(items.map((item) => [idOf(item), item])).values()];

function joined(before: FetchedConversation, after: FetchedConversation): FetchedConversation {
  return {
    ...before,
    ...after,
    subject: before.subject ?? after.subject,
    openedAt:
      before.openedAt === null || after.openedAt === null ? (before.openedAt ?? after.openedAt) : Math.min(before.openedAt, after.openedAt),
    customer: before.customer ?? after.customer,
    statusChanges: latest([...before.statusChanges, ...after.statusChanges], ({ at, status }) => `${at} ${status}`),
    tags: [...new Set([...before.tags, ...after.tags])],
    isComplaint: before.isComplaint || after.isComplaint,
    messages: latest([...before.messages, ...after.messages], ({ externalId }) => externalId),
    ratings: latest([...before.ratings, ...after.ratings], ({ externalId }) => externalId),
  };
}

/** Whole conversations stay as they are; of a part, every message of the page is kept, the later version of each. */
export function mergeParts(conversations: readonly FetchedConversation[]): FetchedConversation[] {
  const merged: FetchedConversation[] = [];
  const places = new Map<string, number>();
  for (const conversation of conversations) {
    const place = conversation.coverage === 'part' ? places.get(conversation.externalId) : undefined;
    const before = place === undefined ? undefined : merged[place];
    if (place !== undefined && before !== undefined) merged[place] = joined(before, conversation);
    else {
      if (conversation.coverage === 'part') places.set(conversation.externalId, merged.length);
      merged.push(conversation);
    }
  }
  return merged;
}
