// The conversations that came last, with their messages, a page at a time.
import { desc } from 'drizzle-orm';
import type { Db } from '#db/dialect/db.ts';
import { type StoredConversation, withMessages } from '#db/store/stored-conversations.ts';

const pageSize = 250;

/** At most `most` of them, newest first. */
export async function* newestConversations(db: Db, most: number): AsyncGenerator<readonly StoredConversation[]> {
  const { conversation } = db.tables;
  for (let done = 0; done < most; ) {
    const rows = await db.query
      .select()
      .from(conversation)
      .orderBy(desc(conversation.place))
      .limit(Math.min(pageSize, most - done))
      .offset(done);
    yield await withMessages(db, rows);
    done += rows.length;
    if (rows.length < pageSize) return;
  }
}
