// `huiyin issues faq`: candidates as a table, as JSON, and as Markdown.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveConversations } from '#db/store/conversations.ts';
import { saveFaqText } from '#db/store/faq.ts';
import { saveSource } from '#db/store/sources.ts';
import { openCommandLine } from '#test/support/command-line.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';

const line = openCommandLine();

beforeAll(async () => {
  const db = await line.openStore();
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const conversations = [
    'my watch does not sync',
    'watch will not sync',
    'the watch does not sync any more',
    'watch sync is broken',
    'no sync of my watch',
  ].map((body, at) =>
    incoming(`c${at}`, {
      customerKey: `c1_${at}`,
      messages: [
        incomingMessage('m', { body: `${body} with the phone`, at: monday + at, authorKey: `c1_${at}` }),
        incomingReply('r', monday + minute, 'Wang Fang', { body: 'Please remove the watch and pair it again.' }),
      ],
    }),
  );
  await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  await db.close();
  expect((await line.run('issues', 'place')).code).toBe(0);
});
afterAll(() => line.close());

describe('huiyin issues faq', () => {
  it('lists candidates, and prints what people kept as Markdown', async () => {
    expect((await line.run('issues', 'faq')).stdout).toMatch(/issue-1\s+5\s+0\s+5\s+candidate\s+-/);
    expect((await line.run('issues', 'faq', '--kept')).stdout).toBe('no candidate yet\n');
    expect((await line.run('issues', 'faq', '--markdown', '--kept')).stdout).toBe('# FAQ\n\n');
    const db = await line.openStore();
    const text = { issueId: 'issue-1', language: 'en', question: 'No sync?', answer: 'Pair *again*.', updatedAt: monday, updatedBy: 'u' };
    await saveFaqText(db, text);
    await db.close();
    expect((await line.run('issues', 'faq', 'issue-1', '--markdown', '--kept')).stdout).toBe(
      '# FAQ\n\n## No sync?\n\n<!-- issue-1; en; draft; 5 customers -->\n\nPair \\*again\\*.\n',
    );
    expect(JSON.parse((await line.run('issues', 'faq', '--json')).stdout).entries).toMatchObject([{ issueId: 'issue-1', kept: ['en'] }]);
    expect((await line.run('issues', 'faq', 'issue-9')).code).toBe(2);
  });
});
