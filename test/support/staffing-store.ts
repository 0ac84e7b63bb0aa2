// Nine weeks of chats for the tests of staffing: two an hour in the daytime, one person who answers them.
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { getFactSettings } from '#db/store/fact-settings.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, incomingMessage, incomingReply } from './incoming.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const usual = 63 * 20;

/** Chats from 08:00 to 18:00 UTC; every fifth waits for twenty minutes, every tenth is written in German; the last week has twice as many. */
export async function saveChats(db: Db, now: number): Promise<void> {
  await saveSource(db, { id: 'chats', label: 'Chats', kind: 'test' });
  const today = Math.floor(now / day) * day;
  const conversations = Array.from({ length: usual + 7 * 20 }, (_, nth) => {
    const [place, later] = nth < usual ? [nth, 0] : [nth - 7 * 20, 12 * minute];
    const at = today - 63 * day + Math.floor(place / 20) * day + 8 * hour + (place % 20) * 30 * minute + later;
    const first = at + (nth % 5 === 0 ? 20 : 1) * minute;
    const id = `chat-${nth}`;
    return incoming(id, {
      channel: 'chat',
      openedAt: at,
      language: nth % 10 === 0 ? 'de' : 'en',
      messages: [
        incomingMessage(`${id}-1`, { at }),
        incomingReply(`${id}-2`, first),
        incomingMessage(`${id}-3`, { at: first + 2 * minute }),
        incomingReply(`${id}-4`, first + 6 * minute),
      ],
    });
  });
  await saveConversations(db, { sourceId: 'chats', conversations, settings: await getFactSettings(db), now });
}
