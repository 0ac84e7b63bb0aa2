// A store whose conversations were answered by several people, in two channels and two teams: for tests of reply quality.
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from './incoming.ts';

export const writers = ['Ann', 'Bo', 'Chen', 'Dee'] as const;

/**
 * Fills the store with `count` conversations, a minute apart: a question, and a reply by one of four people after seven minutes, in
 * every third one after two hours. They are solved an hour after the reply.
 */
export async function repliedStore(db: Db, count: number): Promise<Db> {
  await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
  const conversations = Array.from({ length: count }, (_, index) => {
    const at = monday + index * minute;
    const replyAt = at + (index % 3 === 2 ? 120 : 7) * minute;
    const name = writers[index % writers.length] ?? 'Ann';
    return incoming(`c${index}`, {
      channel: index % 2 === 0 ? 'email' : 'chat',
      team: index % 5 === 0 ? 'Security' : 'Tier 1',
      openedAt: at,
      status: 'solved',
      statusChanges: [{ at: replyAt + 60 * minute, status: 'solved', by: 'agent' }],
      messages: [
        incomingMessage(`c${index}-1`, { at }),
        incomingReply(`c${index}-2`, replyAt, name, { body: `Hi, thank you. We will check it within 2 hours, number ${index}.` }),
      ],
    });
  });
  await saveConversations(db, { sourceId: 'desk', conversations, deadLetters: [], now: monday, settings: plainSettings });
  return db;
}
