// `huiyin import --format csv` from table to store: mapping, zones, scattered rows, and all or nothing of a conversation.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConversations } from '#db/store/conversations.ts';
import { temporaryFolder, writeFile } from '#test/support/import-files.ts';
import { countRows, openCommandRoom } from '#test/support/ingest-commands.ts';

const map = {
  rows: 'message',
  columns: { conversation_id: 'Ticket', at: 'Datum', role: 'Von', author: 'Name', text: 'Nachricht' },
  constants: { channel: 'email', lang: 'de' },
  values: { role: { Kunde: 'customer', Wir: 'agent' } },
  dates: ['dd.MM.yyyy HH:mm'],
  zone: 'Europe/Berlin',
};
const head = 'Ticket;Datum;Von;Name;Nachricht';

describe('huiyin import --format csv', { timeout: 180_000 }, () => {
  it('stores scattered German rows with the hours of the zone, and counts times at a change of the clock', async () => {
    const folder = temporaryFolder();
    const desk = openCommandRoom(folder);
    const rows = [
      '1;28.03.2026 23:30;Kunde;k1;"Wo bleibt mein Geld?\nIch warte; schon lange."',
      '2;25.10.2026 02:30;Kunde;k2;Die App stürzt ab',
      '1;29.03.2026 03:30;Wir;Anna;Ist unterwegs',
      '2;25.10.2026 09:00;Wir;Anna;Wir sehen nach',
    ];
    const file = writeFile(folder, 'export.csv', Buffer.from(`\uFEFF${head}\r\n${rows.join('\r\n')}\r\n`, 'utf16le'));
    const args = ['import', file, '--format', 'csv', '--source', 'desk', '--map', writeFile(folder, 'map.json', JSON.stringify(map))];
    const answer = await desk.json(args);
    expect(answer).toMatchObject({ read: 2, inserted: 2, rejected: 0, times: { ambiguous: 1, nonexistent: 0 } });
    expect(await desk.json(args)).toMatchObject({ read: 2, unchanged: 2 });
    const db = await desk.open();
    try {
      const { conversations } = await findConversations(db, { limit: 10 });
      // Between 23:30 and 03:30 an hour is missing that night.
      expect(conversations.map(({ externalId, firstReplyMs }) => [externalId, firstReplyMs]).sort()).toEqual([
        ['1', 3 * 3_600_000],
        ['2', 7.5 * 3_600_000],
      ]);
    } finally {
      await db.close();
    }
    const { stdout } = await desk.run(args);
    expect(stdout).toContain('1 times occurred twice (clocks went back) and were taken as the first of the two\n');
  });

  it('stores no part of a conversation of which one row is bad', async () => {
    const folder = temporaryFolder();
    const desk = openCommandRoom(folder);
    const rows = [
      '1;01.03.2026 10:00;Kunde;k1;a',
      '2;01.03.2026 10:00;Kunde;k2;b',
      '1;01.03.2026 11:00;Niemand;x;c',
      '2;01.03.2026 11:00;Wir;Anna;d',
    ];
    const file = writeFile(folder, 'export.csv', `${head}\n${rows.join('\n')}\n`);
    const args = ['import', file, '--format', 'csv', '--source', 'desk', '--map', writeFile(folder, 'map.json', JSON.stringify(map))];
    const answer = await desk.json(args);
    expect(answer).toMatchObject({ read: 2, inserted: 1, rejected: 1, rejects: [{ file, line: 4 }] });
    const db = await desk.open();
    try {
      expect(await countRows(db)).toMatchObject({ conversation: 1, message: 2, deadLetter: 1 });
    } finally {
      await db.close();
    }
  });

  it('stores nothing where the quoting breaks far down', async () => {
    const folder = temporaryFolder();
    const desk = openCommandRoom(folder);
    const rows = Array.from({ length: 3000 }, (_, index) => `${index};01.03.2026 10:00;Kunde;k;hello`);
    rows[2500] = '2500;01.03.2026 10:00;Kunde;k;"hello" there';
    const file = writeFile(folder, 'export.csv', `${head}\n${rows.join('\n')}\n`);
    const result = await desk.run([
      'import',
      file,
      '--format',
      'csv',
      '--source',
      'desk',
      '--map',
      writeFile(folder, 'map.json', JSON.stringify(map)),
    ]);
    expect(result.failure).toBe(
      `${path.join(folder, 'export.csv')}: line 2502: a quoted cell is followed by something that is no separator (quotes inside a cell must be doubled)`,
    );
    const db = await desk.open();
    try {
      expect(await countRows(db)).toMatchObject({ source: 0, conversation: 0, jobRun: 0 });
    } finally {
      await db.close();
    }
  });

  it('measures a table that has one row a call and no texts, and claims no language for it', async () => {
    const folder = temporaryFolder();
    const desk = openCommandRoom(folder);
    const calls = {
      rows: 'conversation',
      columns: { conversation_id: 'Id', at: 'Rang', first_reply_at: 'Answered' },
      constants: { channel: 'phone' },
    };
    const file = writeFile(folder, 'calls.csv', 'Id,Rang,Answered\n1,2026-03-02T10:00:00Z,2026-03-02T10:02:00Z\n2,2026-03-02T10:00:00Z,\n');
    const args = ['import', file, '--format', 'csv', '--source', 'calls', '--map', writeFile(folder, 'map.json', JSON.stringify(calls))];
    expect(await desk.json(args)).toMatchObject({ read: 2, inserted: 2 });
    const db = await desk.open();
    try {
      const { conversations } = await findConversations(db, { limit: 10 });
      expect(
        conversations
          .map(({ externalId, language, firstReplyMs, latestWait }) => [externalId, language, firstReplyMs, latestWait?.state])
          .sort(),
      ).toEqual([
        ['1', 'und', 120_000, 'answered'],
        ['2', 'und', null, 'open'],
      ]);
    } finally {
      await db.close();
    }
  });
});
