// The status of a conversation on a network that has none: open until we answer, closed after days without a word.
import { day, type Instant } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';

type Inferred = Pick<FetchedConversation, 'status' | 'statusChanges'>;

/**
 * Status and its changes from the messages alone, in the order of their times: a silence of `quietDays` closes (the system did it, nobody
 * solved anything), the next word opens again. Reading the same messages again tells the same changes.
 */
export function inferStatus(
  messages: readonly FetchedMessage[],
  { now, quietDays }: { readonly now: Instant; readonly quietDays: number },
): Inferred {
  const quiet = quietDays * day;
  const statusChanges: FetchedConversation['statusChanges'] = [];
  let before: Instant | null = null;
  for (const { at, actor } of messages) {
    if (at === null) continue;
    if (before !== null && at - before >= quiet) {
      statusChanges.push({ at: before + quiet, status: 'closed', by: 'system' });
      statusChanges.push({ at, status: 'open', by: actor === 'customer' ? 'customer' : 'agent' });
    }
    before = at;
  }
  if (before !== null && now - before >= quiet) {
    statusChanges.push({ at: before + quiet, status: 'closed', by: 'system' });
    return { status: 'closed', statusChanges };
  }
  const last = messages.findLast(({ actor, visibility }) => actor === 'customer' || (actor === 'agent' && visibility === 'public'));
  return { status: last?.actor === 'agent' ? 'pending' : 'open', statusChanges };
}
