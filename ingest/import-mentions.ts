// Conversations that come more than once in the files of one import: the last record has the last word.
import { hash } from 'node:crypto';
import { AppError } from '#db/model/errors.ts';
import type { FetchedConversation } from './fetched.ts';
import type { Origin } from './import-page.ts';

/** The last record of a conversation, and whether an earlier one says something else. */
type Mention = { last: number; digest: number; isContested: boolean };
export type Mentions = Map<string, Mention>;

/** Earlier records of a conversation: those that say the same as the last one, and those that do not. */
export type Earlier = { readonly same: readonly Origin[]; readonly different: readonly Origin[] };

/** Notes the record at `position` (counted over all files) while the files are read for the first time. */
export function noteMention(mentions: Mentions, conversation: FetchedConversation, position: number): void {
  const digest = digestOf(conversation);
  const known = mentions.get(conversation.externalId);
  if (known === undefined) {
    mentions.set(conversation.externalId, { last: position, digest, isContested: false });
    return;
  }
  known.isContested ||= known.digest !== digest;
  known.last = position;
  known.digest = digest;
}

/**
 * Replays the records in the same order: null for a record that a later one replaces, and for the last record of a
 * conversation those that it replaces. Throws `conflict` for a record that was not there the first time.
 */
export function openReplay(mentions: ReadonlyMap<string, Mention>) {
  const earlier = new Map<string, { same: Origin[]; different: Origin[] }>();
  return (conversation: FetchedConversation, position: number, origin: Origin): Earlier | null => {
    const id = conversation.externalId;
    const known = mentions.get(id);
    if (known === undefined || known.last < position) throw new AppError('conflict', `${origin.file}: changed while it was being read`);
    const found = earlier.get(id) ?? { same: [], different: [] };
    if (known.last === position) {
      earlier.delete(id);
      return found;
    }
    const isSame = !known.isContested || digestOf(conversation) === known.digest;
    found[isSame ? 'same' : 'different'].push(origin);
    earlier.set(id, found);
    return null;
  };
}

/** Tells records of one conversation apart, 48 bits are plenty for that. */
function digestOf(conversation: FetchedConversation): number {
  return hash('sha1', JSON.stringify(conversation), 'buffer').readUIntBE(0, 6);
}
