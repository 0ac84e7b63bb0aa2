// `huiyin events`: typed in, listed, removed, and imported from files of three kinds.
import { describe, expect, it } from 'vitest';
import { removeSource } from '#db/store/sources.ts';
import { temporaryFolder, writeFile } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';

describe('huiyin events', () => {
  it('adds one by hand, lists it and removes it', async () => {
    const room = openCommandRoom(temporaryFolder());
    const added = await room.run([
      'events',
      'add',
      '--kind',
      'release',
      '--label',
      'App 7',
      '--from',
      '2026-03-12T00:00:00Z',
      '--magnitude',
      '2',
    ]);
    expect(added.stdout).toBe('added typed-a-token-of-this-test\n');
    await room.run(['events', 'add', '--kind', 'campaign', '--label', 'Sale', '--from', '2026-03-01', '--to', '2026-03-05']);
    const listed = await room.run(['events', 'list']);
    expect(listed.stdout).toBe('2026-03-01T00:00:00.000Z to 2026-03-05T00:00:00.000Z  campaign  Sale  (typed-a-token-of-this-test)\n');
    expect(JSON.parse((await room.run(['events', 'list', '--kind', 'release', '--json'])).stdout)).toEqual([]);
    expect((await room.run(['events', 'list', '--from', '2026-03-06'])).stdout).toBe('no events\n');
    expect((await room.run(['events', 'remove', 'typed-a-token-of-this-test'])).failure).toBeNull();
    expect((await room.run(['events', 'remove', 'typed-a-token-of-this-test'])).failure).toBe('no such event');
  });

  it('imports a CSV, again without effect, and names the rows that it cannot take', async () => {
    const folder = temporaryFolder();
    const room = openCommandRoom(folder);
    const rows = [
      'Kind,From,To,Label,Magnitude',
      'release,2026-03-12,,App 7,',
      'incident,2026-03-10 10:00,2026-03-10 12:30,Nodes down,2.5',
    ];
    const file = writeFile(folder, 'events.csv', [...rows, 'party,2026-03-10,,x,', 'incident,2026-03-10,2026-03-09,x,', ''].join('\n'));
    const args = ['events', 'import', file, '--format', 'csv', '--source', 'our list', '--zone', 'Asia/Shanghai'];
    const first = await room.run(args);
    expect(first.stdout).toBe('our list: read 4 = inserted 2 + updated 0 + unchanged 0 + rejected 2\n');
    expect(first.stderr).toContain('row 4: kind is a text of 5 characters, expected one of release, incident');
    expect(first.stderr).toContain('row 5: to lies before from');
    expect((await room.run(args)).stdout).toBe('our list: read 4 = inserted 0 + updated 0 + unchanged 2 + rejected 2\n');
    expect(JSON.parse((await room.run(['events', 'list', '--json'])).stdout)).toMatchObject([
      { kind: 'incident', from: '2026-03-10T02:00:00.000Z', to: '2026-03-10T04:30:00.000Z', magnitude: 2.5, source: 'our list' },
      { kind: 'release', from: '2026-03-11T16:00:00.000Z', magnitude: null },
    ]);
    const [{ id }] = JSON.parse((await room.run(['events', 'list', '--json'])).stdout);
    expect((await room.run(['events', 'remove', id])).failure).toContain('comes from the source "our list"');
    const db = await room.open();
    await removeSource(db, 'our list');
    await db.close();
    expect((await room.run(['events', 'list'])).stdout).toBe('no events\n');
  });

  it('imports unusual moves of prices by the rule it is given, and takes old marks away under another', async () => {
    const folder = temporaryFolder();
    const room = openCommandRoom(folder);
    const days = Array.from(
      { length: 30 },
      (_, index) => `2026-01-${String(index + 1).padStart(2, '0')},${index < 25 ? 100 + (index % 2) : 80 + (index % 2)}`,
    );
    const file = writeFile(folder, 'btc.csv', ['date,close', ...days].join('\n'));
    const args = ['events', 'import', file, '--format', 'prices', '--source', 'prices', '--name', 'BTC', '--days', '10'];
    expect((await room.run(args)).stdout).toBe('prices: read 1 = inserted 1 + updated 0 + unchanged 0 + rejected 0\n');
    expect((await room.run(['events', 'list'])).stdout).toContain('market  BTC −19.0 %  (prices:BTC 2026-01-26)');
    expect((await room.run([...args, '--least-percent', '30'])).stdout).toBe(
      'prices: read 0 = inserted 0 + updated 0 + unchanged 0 + rejected 0\n',
    );
    expect((await room.run(['events', 'list'])).stdout).toBe('no events\n');
  });

  it('imports a calendar, and says what is wrong with a file', async () => {
    const folder = temporaryFolder();
    const room = openCommandRoom(folder);
    const calendar = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;VALUE=DATE:20261001',
      'SUMMARY:National Day',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const file = writeFile(folder, 'days.ics', calendar.join('\r\n'));
    const args = (name: string, format: string) => ['events', 'import', name, '--format', format, '--source', 'days', '--kind', 'holiday'];
    expect((await room.run(args(file, 'ics'))).stdout).toBe('days: read 1 = inserted 1 + updated 0 + unchanged 0 + rejected 0\n');
    expect((await room.run(args(file, 'csv'))).failure).toContain('the file has no column "kind"');
    expect((await room.run(args(`${file}.gone`, 'ics'))).failure).toContain('cannot be read');
    expect((await room.run([...args(file, 'ics'), '--zone', '+08:00'])).failure).toContain('--zone: not an IANA time zone');
    expect(
      (await room.run(['events', 'add', '--kind', 'release', '--label', 'x', '--from', '2026-03-02', '--to', '2026-03-01'])).failure,
    ).toBe('--to: lies before --from');
  });
});
