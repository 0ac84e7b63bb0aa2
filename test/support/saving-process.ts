// A process that saves page after page and says so after each, until it is killed or cannot go on. For crash tests.
import { writeSync } from 'node:fs';
import { openDb } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { findCursor } from '#db/store/cursors.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from './incoming.ts';

/** Conversations of page `number`; the last one of each page comes again, changed, in the next. */
export function pageOf(number: number) {
  const keys = [...(number > 0 ? [`p${number - 1}-29`] : []), ...Array.from({ length: 30 }, (_, index) => `p${number}-${index}`)];
  return keys.map((key, index) =>
    incoming(key, {
      category: `page ${number}`,
      messages: [
        incomingMessage(`${key}-1`, { at: monday + number * minute + index, body: `打不开 ${'的钱包提现'.repeat(20)} ${number}` }),
        incomingReply(`${key}-2`, monday + (number + 5) * minute),
      ],
    }),
  );
}

const [location] = process.argv.slice(2);
if (location !== undefined && process.argv[1]?.endsWith('saving-process.ts')) {
  const db = await openDb(location);
  await saveSource(db, { id: 'crash', label: 'Crash', kind: 'file' });
  try {
    for (let number = Number((await findCursor(db, 'crash')) ?? 0); ; number += 1) {
      await saveConversations(db, {
        sourceId: 'crash',
        conversations: pageOf(number),
        cursor: String(number + 1),
        now: monday,
        settings: plainSettings,
      });
      // Written at once: what stands here was acknowledged.
      writeSync(1, `${number}\n`);
    }
  } catch (error) {
    writeSync(1, `stopped: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`);
    process.exit(3);
  }
}
