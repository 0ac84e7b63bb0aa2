// Phone logs by CSV: waits counted by hand, abandoned calls never answered, and contradictions refused.
import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { temporaryFolder, writeFile } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';

const map = {
  rows: 'call',
  columns: {
    conversation_id: 'Call',
    at: 'Queued',
    answered_at: 'Answered',
    ended_at: 'Ended',
    wait: 'Wait',
    outcome: 'Result',
    author: 'Caller',
    agent: 'Agent',
    team: 'Queue',
    csat: 'Stars',
  },
  constants: { lang: 'de' },
  dates: ['yyyy-MM-dd HH:mm:ss'],
  zone: 'Europe/Berlin',
};
const header = 'Call,Queued,Answered,Ended,Wait,Result,Caller,Agent,Queue,Stars';

/** Imports rows and gives what the command said and what the store holds of each call. */
async function imported(rows: readonly string[], mapping: unknown = map) {
  const folder = temporaryFolder();
  const room = openCommandRoom(folder);
  const file = writeFile(folder, 'calls.csv', [header, ...rows, ''].join('\n'));
  const args = ['import', file, '--format', 'csv', '--source', 'phone', '--map', writeFile(folder, 'map.json', JSON.stringify(mapping))];
  const { stdout, failure } = await room.run([...args, '--json']);
  const db = await room.open();
  try {
    return { answer: stdout === '' ? null : JSON.parse(stdout), failure, calls: await callsOf(db) };
  } finally {
    await db.close();
  }
}

/** Of each call: channel, state and length of its waits, its status, and when its episode was solved. */
async function callsOf(db: Db): Promise<Record<string, unknown>> {
  const { conversation, wait, episode } = db.tables;
  const conversations = await db.query.select().from(conversation);
  const waits = await db.query.select().from(wait);
  const episodes = await db.query.select().from(episode);
  return Object.fromEntries(
    conversations.map(({ id, externalId, channel, status, team }) => [
      externalId,
      {
        channel,
        team,
        status,
        waits: waits
          .filter((one) => one.conversationId === id)
          .map(({ state, calendarMs, dueAt, fromAt }) => [state, calendarMs, (dueAt ?? 0) - fromAt]),
        talkedMs: episodes.find((one) => one.conversationId === id)?.calendarMs ?? null,
      },
    ]),
  );
}

const seconds = 1000;

describe('a phone log', { timeout: 120_000 }, () => {
  it('becomes conversations whose waits run from the queue to the answer, or to the caller hanging up', async () => {
    // A Monday at 15:00 in Shanghai, where the calendar of a new workspace is open.
    const { answer, calls } = await imported([
      // 09:00:00 to 09:00:42: 42 seconds of wait, solved at 09:05:00, five minutes after it began.
      'a,2026-06-01 09:00:00,2026-06-01 09:00:42,2026-06-01 09:05:00,,answered,+49 30 1,Anna,Cards,5',
      // 4 minutes and 10 seconds: past the promise of three minutes.
      'b,2026-06-01 09:10:00,2026-06-01 09:14:10,,,,+49 30 2,Anna,Cards,',
      // Hung up after 95 seconds.
      'c,2026-06-01 09:20:00,,2026-06-01 09:21:35,,abandoned,+49 30 3,,Cards,',
      // Only the length of the wait is known: 1:05 is 65 seconds.
      'd,2026-06-01 09:30:00,,,1:05,answered,+49 30 4,Ben,Login,',
      'e,2026-06-01 09:40:00,,,90,missed,+49 30 5,,Login,',
      // Nothing but times: no answer, so abandoned.
      'f,2026-06-01 09:50:00,,2026-06-01 09:50:03,,,+49 30 6,,Login,',
      // In the night that the clocks went back: 02:59:50 is taken as the first of the two, 03:00:10 is an hour and 20 seconds later.
      'g,2025-10-26 02:59:50,,2025-10-26 03:00:10,,abandoned,+49 30 7,,Login,',
    ]);
    expect(answer).toMatchObject({ read: 7, inserted: 7, rejected: 0, times: { ambiguous: 1, nonexistent: 0 } });
    const due = 180 * seconds;
    const call = { channel: 'phone', team: 'Cards' };
    expect(calls).toMatchObject({
      a: { ...call, status: 'solved', waits: [['answered', 42 * seconds, due]], talkedMs: 300 * seconds },
      b: { ...call, status: 'open', waits: [['answered', 250 * seconds, due]], talkedMs: null },
      c: { ...call, status: 'closed', waits: [['closed_unanswered', 95 * seconds, due]] },
      d: { team: 'Login', status: 'open', waits: [['answered', 65 * seconds, due]] },
      e: { team: 'Login', status: 'closed', waits: [['closed_unanswered', 90 * seconds, due]] },
      f: { team: 'Login', status: 'closed', waits: [['closed_unanswered', 3 * seconds, due]] },
      g: { team: 'Login', status: 'closed', waits: [['closed_unanswered', 3_620 * seconds, expect.any(Number)]] },
    });
  });

  it('is refused row by row where it contradicts itself or leaves the wait open to guesses', async () => {
    const { answer, calls } = await imported([
      'a,2026-06-01 09:00:00,2026-06-01 09:00:42,,,abandoned,,,,',
      'b,2026-06-01 09:00:00,2026-06-01 08:59:59,,,answered,,,,',
      'c,2026-06-01 09:00:00,2026-06-01 09:02:00,2026-06-01 09:01:00,,answered,,,,',
      'd,2026-06-01 09:00:00,,,,answered,,,,',
      'e,2026-06-01 09:00:00,,,,abandoned,,,,',
      'f,2026-06-01 09:00:00,,,,,,,,',
      'g,2026-06-01 09:00:00,,,soon,answered,,,,',
      'h,2026-06-01 09:00:00,,,10,transferred,,,,',
      'i,,,,10,answered,,,,',
      'j,2026-06-01 09:00:00,,,10,answered,,,,',
    ]);
    expect(answer).toMatchObject({ read: 10, inserted: 1, rejected: 9 });
    expect(answer.rejects.map(({ reason }: { reason: string }) => reason)).toEqual([
      'answered_at is given for a call that was abandoned',
      'answered_at is before at',
      'ended_at is before the call was answered or came in',
      'an answered call needs answered_at or wait',
      'an abandoned call needs ended_at or wait',
      'an abandoned call needs ended_at or wait',
      'wait is a text of 4 characters, expected seconds, m:ss or h:mm:ss',
      'outcome is a text of 11 characters, expected one of answered, abandoned',
      'at is missing, expected the time at which the call came into the queue',
    ]);
    expect(Object.keys(calls)).toEqual(['j']);
  });

  it('takes the words of the log, a status of its own and another channel', async () => {
    const own = {
      ...map,
      columns: { ...map.columns, status: 'Stars' },
      constants: { channel: 'hotline' },
      values: { outcome: { transferred: 'answered' } },
    };
    const { csat: _csat, ...columns } = own.columns;
    const { calls } = await imported(['a,2026-06-01 09:00:00,,2026-06-01 09:09:00,10,transferred,,,,pending'], { ...own, columns });
    expect(calls).toMatchObject({ a: { channel: 'hotline', status: 'pending', waits: [['answered', 10 * seconds, 180 * seconds]] } });
  });

  it('needs to say how a call ended, and has no place for columns of other tables', async () => {
    const { answered_at: _answered, outcome: _outcome, ...columns } = map.columns;
    const silent = await imported([], { ...map, columns });
    expect(silent.failure).toContain('columns.answered_at: is needed, or outcome with wait');
    const mixed = await imported([], { ...map, columns: { ...map.columns, first_reply_at: 'Answered' } });
    expect(mixed.failure).toContain('columns.first_reply_at: does not go with "rows": "call"');
  });
});
