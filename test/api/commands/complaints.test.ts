// `huiyin complaints`: the list, the ladder and the proof on the command line, as the API tells them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { openComplaintScorer } from '#ingest/scores/complaint.ts';
import { combineScorers } from '#ingest/scores/index.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { incoming, incomingMessage, minute, monday, plainSettings } from '#test/support/incoming.ts';

const day = 24 * 60 * minute;
let line: CommandLine;

beforeAll(async () => {
  line = openCommandLine(monday + 30 * day);
  const db = await line.openStore();
  const scorers = combineScorers({ complaint: await openComplaintScorer() });
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const told = (id: string, channel: string, body: string, at: number) =>
    scoreMessages(incoming(id, { channel, messages: [incomingMessage(`${id}-1`, { body, at })] }), scorers).conversation;
  const conversations = [
    told('ask', 'email', 'Where is my transfer?', monday),
    told('post', 'twitter', 'Nobody replies', monday + day),
    told('formal', 'email', 'This is a formal complaint', monday + 2 * day),
  ];
  await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  await db.close();
});
afterAll(() => line.close());

describe('huiyin complaints', () => {
  it('lists complaints, and those behind another metric', async () => {
    const { stdout } = await line.run('complaints', 'list', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ n: 2, complaints: [{ externalId: 'formal', rung: 'formal' }, { externalId: 'post' }] });
    expect((await line.run('complaints', 'list', '--metric', 'no-reply-claims')).stdout).toMatch(/^2 +public .*true \(not confirmed\)/m);
    expect((await line.run('complaints', 'list', '--metric', 'arrivals')).code).toBe(2);
  });

  it('shows the ladder and the way from each step to the next', async () => {
    const { stdout } = await line.run('complaints', 'ladder', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      rungs: [
        { rung: 'ticket', n: 1 },
        { rung: 'public', n: 1, climbed: 1 },
        { rung: 'formal', n: 1, climbed: 1 },
        { rung: 'regulator', n: 0 },
      ],
      moves: [
        { from: 'ticket', to: 'public', n: 1, medianMs: day },
        { from: 'public', to: 'formal', n: 1, medianMs: day },
      ],
    });
    expect((await line.run('complaints', 'ladder')).stdout).toMatch(/^public +1 +1 +100/m);
  });

  it('proves a claim, and says so where there is no complaint', async () => {
    expect((await line.run('complaints', 'proof', '2')).stdout).toMatch(/^public, 2026-03-03T02:00: true, not confirmed\n/);
    expect(await line.run('complaints', 'proof', '99')).toMatchObject({ code: 2, stderr: 'conversation 99 is no complaint\n' });
  });
});
