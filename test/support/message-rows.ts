// Messages of a conversation as rows of the store, without a store.

import type { IncomingConversation } from '#db/model/conversation.ts';
import { deriveRows, type MessageRow } from '#db/store/derived-rows.ts';
import { toBareMessages, toTypedColumns } from '#db/store/incoming-rows.ts';
import { monday, plainSettings } from './incoming.ts';

export function messageRows(conversation: IncomingConversation): readonly MessageRow[] {
  const stamp = { id: 1, sourceId: 'mail', contentHash: '', revision: 1, change: 1, savedAt: monday };
  const typed = toTypedColumns(conversation, stamp);
  return deriveRows(
    { conversation: typed, messages: toBareMessages(conversation, [], stamp), statusChanges: [], mergedFirstAt: null },
    plainSettings,
  ).messages;
}
