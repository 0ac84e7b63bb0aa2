// `huiyin survey`: links for solved conversations as a file, each made once, reminders within their cap.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, minute } from '#db/model/instant.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { incoming, monday, plainSettings } from '#test/support/incoming.ts';

let line: CommandLine;

beforeAll(async () => {
  line = openCommandLine(monday + 2 * day);
  const db = await line.openStore();
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const solved = (id: string) =>
    incoming(id, { status: 'solved', statusChanges: [{ at: monday + 20 * minute, status: 'solved', by: 'agent' }] });
  await saveConversations(db, {
    sourceId: 'mail',
    conversations: [solved('=1+1'), solved('b'), incoming('c')],
    now: monday,
    settings: plainSettings,
  });
  await db.close();
});
afterAll(() => line.close());

describe('huiyin survey', () => {
  it('makes no links while it is off, and says how to turn it on', async () => {
    const { code, stderr } = await line.run('survey', 'links');
    expect([code, stderr]).toEqual([1, 'the survey is off: huiyin survey on, or Settings, Survey\n']);
  });

  it('makes a link for every solved conversation, once', async () => {
    expect((await line.run('survey', 'on', '--kind', 'ces')).stdout).toBe('the survey is on (ces)\n');
    const { code, stdout } = await line.run('survey', 'links', '--since', '2026-01-01');
    expect(code).toBe(0);
    expect(parse(stdout, { columns: true })).toEqual(
      ["'=1+1", 'b'].map((conversation) => ({
        source: 'mail',
        conversation,
        episode: '1',
        kind: 'ces',
        language: 'en',
        url: expect.stringMatching(/^http:\/\/localhost:4000\/s\/[\w-]{32}$/),
        reminders: '0',
        expiresAt: new Date(monday + 16 * day).toISOString(),
      })),
    );
    expect((await line.run('survey', 'links', '--since', '2026-01-01', '--format', 'json')).stdout).toBe('{\n  "links": []\n}\n');
    expect((await line.run('survey', 'links', '--since', '2026-01-01', '--remind', '--format', 'json')).stdout).toBe(
      '{\n  "links": []\n}\n',
    );
  });

  it.each([
    [['survey', 'links', '--since', 'yesterday'], '--since: must be a day'],
    [['survey', 'links', '--format', 'xml'], '--format: must be one of csv, json'],
    [['survey', 'on', '--kind', 'stars'], '--kind: must be one of csat, nps, ces'],
  ])('%j is one clear line and exit 2', async (argv, words) => {
    const { code, stderr } = await line.run(...argv);
    expect([code, stderr.trimEnd().split('\n').length, stderr.includes(words)]).toEqual([2, 1, true]);
  });
});
