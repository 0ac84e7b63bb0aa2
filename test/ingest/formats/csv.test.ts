// CSV under a mapping: encodings, separators, quoting, scattered rows, and no conversation cut in two.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '#ingest/formats/csv.ts';
import { type CsvMapping, csvMappingSchema } from '#ingest/formats/csv-mapping.ts';
import { type Reading, readRecords, rejectsOf, temporaryFolder, writeFile } from '#test/support/import-files.ts';

const folder = temporaryFolder();
const mapping = (change: object = {}): CsvMapping =>
  csvMappingSchema.parse({
    rows: 'message',
    columns: { conversation_id: 'Ticket', at: 'Date', role: 'From', author: 'Name', text: 'Text' },
    constants: { channel: 'email' },
    ...change,
  });
const read = (content: string | Uint8Array, reading: Reading = {}) =>
  readRecords(csv, writeFile(folder, 'table.csv', content), { mapping: mapping(), ...reading });

const head = 'Ticket,Date,From,Name,Text';
const row = (ticket: string, minute: number, text: string, from = 'customer') =>
  `${ticket},2026-03-01T10:${String(minute).padStart(2, '0')}:00Z,${from},someone,${text}`;
const textsOf = (records: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(
    records.flatMap((record) =>
      record.kind === 'conversation' ? [[record.conversation.externalId, record.conversation.messages.map((one) => one.text)]] : [],
    ),
  );

describe('a CSV file with one message a row', () => {
  it('becomes conversations', async () => {
    const records = await read(`${head}\n${row('7', 1, 'Hello')}\n${row('7', 5, 'Hi there', 'agent')}\n`);
    expect(records).toEqual([
      {
        kind: 'conversation',
        line: 2,
        flags: [],
        conversation: {
          externalId: '7',
          channel: 'email',
          subject: null,
          openedAt: Date.parse('2026-03-01T10:01:00Z'),
          status: 'open',
          statusChanges: [],
          customer: 'someone',
          languageHint: null,
          category: null,
          team: null,
          country: null,
          tags: [],
          exclusion: null,
          mergedInto: null,
          isComplaint: false,
          messages: [
            {
              externalId: '#0',
              at: Date.parse('2026-03-01T10:01:00Z'),
              actor: 'customer',
              author: 'someone',
              authorName: null,
              visibility: 'public',
              kind: 'message',
              text: 'Hello',
              inReplyTo: null,
              deletedAt: null,
            },
            {
              externalId: '#1',
              at: Date.parse('2026-03-01T10:05:00Z'),
              actor: 'agent',
              author: 'someone',
              authorName: 'someone',
              visibility: 'public',
              kind: 'message',
              text: 'Hi there',
              inReplyTo: null,
              deletedAt: null,
            },
          ],
          ratings: [],
        },
      },
    ]);
  });

  it('is read in every encoding that it may come in', async () => {
    const text = `${head}\n${row('1', 1, 'Grüße, 你好'.replace(',', ';'))}\n`;
    const gb = Buffer.concat([Buffer.from(`${head}\n1,2026-03-01T10:01:00Z,customer,someone,`), Buffer.from('c4e3bac3', 'hex')]);
    const latin = Buffer.from(`${head}\n${row('1', 1, 'Grüße')}\n`, 'latin1');
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
    expect(textsOf(await read(text))).toEqual({ 1: ['Grüße; 你好'] });
    expect(textsOf(await read(`\uFEFF${text}`))).toEqual({ 1: ['Grüße; 你好'] });
    expect(textsOf(await read(wide))).toEqual({ 1: ['Grüße; 你好'] });
    expect(textsOf(await read(Buffer.from(wide).swap16()))).toEqual({ 1: ['Grüße; 你好'] });
    expect(textsOf(await read(gb, { mapping: mapping({ encoding: 'gb18030' }) }))).toEqual({ 1: ['你好'] });
    expect(textsOf(await read(latin, { mapping: mapping({ encoding: 'latin1' }) }))).toEqual({ 1: ['Grüße'] });
  });

  it('is refused, with the line, where its bytes are not in the encoding', async () => {
    const latin = Buffer.from(`${head}\n${row('1', 1, 'fine')}\n${row('2', 1, 'Grüße')}\n`, 'latin1');
    await expect(read(latin)).rejects.toThrow('line 3: bytes that are not utf-8; declare the right "encoding" in the mapping file');
    await expect(
      read(Buffer.concat([Buffer.from(`${head}\n`), Buffer.from([0x81, 0xff])]), { mapping: mapping({ encoding: 'gb18030' }) }),
    ).rejects.toThrow('line 2: bytes that are not gb18030');
  });

  it('finds its separator by the columns that it must have', async () => {
    const table = [head, row('1', 1, 'a')].join('\r\n');
    for (const separator of [';', '\t', '|']) expect(textsOf(await read(table.replaceAll(',', separator)))).toEqual({ 1: ['a'] });
    expect(textsOf(await read(`sep=;\r\n${table.replaceAll(',', ';')}`))).toEqual({ 1: ['a'] });
    expect(textsOf(await read(table.replaceAll(',', '^'), { mapping: mapping({ delimiter: '^' }) }))).toEqual({ 1: ['a'] });
  });

  it('keeps quoted separators, quotes and line breaks, and knows the line that a row begins on', async () => {
    const records = await read(`${head}\n${row('1', 1, '"one, ""two""\nthree"')}\n\n${row('2', 1, 'x', 'nobody')}\n`);
    expect(textsOf(records)).toEqual({ 1: ['one, "two"\nthree'] });
    expect(rejectsOf(records)).toEqual([
      { line: 5, reason: 'role is a text of 6 characters, expected one of customer, agent, bot, system, campaign, third_party' },
    ]);
  });

  it('is refused as a whole, with the line, where its quoting is broken: nobody can tell which rows would be lost', async () => {
    await expect(read(`${head}\n${row('1', 1, 'fine')}\n${row('2', 1, '"never ends')}\n${row('3', 1, 'x')}\n`)).rejects.toThrow(
      /line \d+: a quoted cell never ends/,
    );
    await expect(read(`${head}\n${row('1', 1, '"a"b')}\n`)).rejects.toThrow(
      'line 2: a quoted cell is followed by something that is no separator',
    );
    await expect(read(`${head}\n${row('1', 1, 'a "b" c')}\n`)).rejects.toThrow('line 2: a quote stands inside a cell that is not quoted');
    await expect(read(`${head}\n${row('1', 1, `"${'x'.repeat(3000)}"`)}\n`, { limits: { lineBytes: 1000 } })).rejects.toThrow(
      'a row is longer than allowed',
    );
  });

  it('is refused where a mapped column is not there, or is there twice', async () => {
    await expect(read('Ticket,When,From,Name,Text\n')).rejects.toThrow(
      'line 1: no column is called "Date"; there are: "Ticket", "When", "From", "Name", "Text"',
    );
    await expect(read('Ticket,Date,From,Name,Text,Text\n')).rejects.toThrow('line 1: two columns are called "Text"');
  });

  it('maps values, and fills empty cells with constants', async () => {
    const change = {
      values: { role: { Kunde: 'customer', Wir: 'agent', '': 'system' } },
      constants: { channel: 'phone', author: 'nobody known' },
    };
    const records = await read(`${head}\n1,2026-03-01T10:00:00Z,Kunde,,a\n1,,Wir,anna,b\n1,,,,constructor\n`, { mapping: mapping(change) });
    expect(records).toMatchObject([
      {
        conversation: {
          channel: 'phone',
          messages: [
            { actor: 'customer', author: 'nobody known' },
            { actor: 'agent', at: null },
            { actor: 'system', text: 'constructor' },
          ],
        },
      },
    ]);
    expect(rejectsOf(await read(`${head}\n1,,constructor,,a\n`))).toHaveLength(1);
  });

  it('reads times in the declared zone and formats, and flags those at a change of the clock', async () => {
    const change = { zone: 'Europe/Berlin', dates: ['dd.MM.yyyy HH:mm', 'iso'] };
    const rows = [
      '1,29.03.2026 02:30,customer,,a',
      '1,25.10.2026 02:30,agent,,b',
      '2,2026-03-01T10:00:00Z,customer,,c',
      '3,31.02.2026 10:00,customer,,d',
    ];
    const records = await read(`${head}\n${rows.join('\n')}\n`, { mapping: mapping(change) });
    expect(records.map((record) => (record.kind === 'conversation' ? record.flags : record.reason))).toEqual([
      ['nonexistent_time', 'ambiguous_time'],
      [],
      'at (column "Date") is a text of 16 characters, expected a time written as dd.MM.yyyy HH:mm or iso',
    ]);
    expect(rejectsOf(await read(`${head}\n1,2026-03-01 10:00:00,customer,,a\n`))).toEqual([
      { line: 2, reason: 'at (column "Date") is a time without a zone; declare "zone" in the mapping file, for example Asia/Shanghai' },
    ]);
  });

  it('rejects a whole conversation for one bad row, wherever it stands, and keeps the others', async () => {
    const rows = [
      row('1', 1, 'a'),
      row('2', 1, 'b'),
      row('1', 2, 'c', 'nobody'),
      row('2', 2, 'd'),
      '3,2026-03-01T10:00:00Z,customer',
      `4,,customer,x,y,more`,
      ',,customer,x,no id',
    ];
    const records = await read(`${head}\n${rows.join('\n')}\n`);
    expect(textsOf(records)).toEqual({ 2: ['b', 'd'] });
    expect(records.flatMap((record) => (record.kind === 'reject' ? [[record.line, record.externalId, record.reason]] : []))).toEqual([
      [4, '1', 'role is a text of 6 characters, expected one of customer, agent, bot, system, campaign, third_party'],
      [6, null, 'the row has 3 cells, the header has 5'],
      [7, null, 'the row has 6 cells, the header has 5'],
      [8, null, 'conversation_id is an empty text, expected an id'],
    ]);
  });

  it('refuses ids that a spreadsheet has rounded, because several would have become one', async () => {
    expect(rejectsOf(await read(`${head}\n${row('1.23E+17', 1, 'a')}\n`))).toEqual([
      { line: 2, reason: 'conversation_id is a number that a spreadsheet has rounded; export the column as text' },
    ]);
  });

  it('takes rows with a separator at the end of the line', async () => {
    expect(textsOf(await read(`${head}\n${row('1', 1, 'a')},,\n`))).toEqual({ 1: ['a'] });
  });

  it('puts scattered rows together in the order of the file, in little memory', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `c${index}`);
    const rows = [0, 1, 2, 3].flatMap((turn) => ids.map((id) => row(id, turn, `${id} says ${turn} ${'x'.repeat(200)}`)));
    const content = `${head}\n${rows.join('\n')}\n`;
    const wide = await read(content);
    const narrow = await read(content, { limits: { heldCharacters: 5_000 } });
    const sorted = (records: typeof wide) => Object.entries(textsOf(records)).sort(([a], [b]) => a.localeCompare(b));
    expect(narrow).toHaveLength(60);
    expect(sorted(narrow)).toEqual(sorted(wide));
    expect(textsOf(wide).c7?.map((text) => text.slice(0, 9))).toEqual(['c7 says 0', 'c7 says 1', 'c7 says 2', 'c7 says 3']);
  });

  it('loses and doubles no message, however rows are mixed and however little is held', async () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.stringMatching(/^[a-z "\n,]{0,20}$/)), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 0, max: 2000 }), async (entries, heldCharacters) => {
        const content = entries.map(([id, text]) => row(id, 1, `"${text.replaceAll('"', '""')}"`)).join('\n');
        const found = textsOf(await read(`${head}\n${content}\n`, { limits: { heldCharacters } }));
        const expected: Record<string, string[]> = {};
        for (const [id, text] of entries) expected[id] = [...(expected[id] ?? []), text.trim() === '' ? '' : text];
        expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a CSV file with one conversation a row', () => {
  const columns = {
    conversation_id: 'Id',
    at: 'Asked',
    first_reply_at: 'Answered',
    first_reply_author: 'Agent',
    solved_at: 'Solved',
    csat_stars: 'Stars',
    customer: 'Who',
  };
  const whole = mapping({ rows: 'conversation', columns, constants: { channel: 'phone' } });
  const header = 'Id,Who,Asked,Answered,Agent,Solved,Stars';

  it('gives the customer a first message and the agent a first reply', async () => {
    const content = `${header}\n1,u9,2026-03-01T10:00:00Z,2026-03-01T10:02:00Z,Anna,2026-03-01T11:00:00Z,5\n2,u8,2026-03-01T10:00:00Z,,,,\n`;
    const records = await read(content, { mapping: whole });
    expect(records).toMatchObject([
      {
        line: 2,
        conversation: {
          externalId: '1',
          customer: 'u9',
          status: 'solved',
          messages: [
            { externalId: '#0', actor: 'customer', at: Date.parse('2026-03-01T10:00:00Z'), text: '__notext__' },
            { externalId: '#1', actor: 'agent', at: Date.parse('2026-03-01T10:02:00Z'), authorName: 'Anna', text: '__notext__' },
          ],
          ratings: [{ value: 5 }],
        },
      },
      { line: 3, conversation: { externalId: '2', status: 'open', messages: [{ actor: 'customer' }] } },
    ]);
  });

  it('names the line and the column of what it cannot take', async () => {
    const records = await read(`${header}\n1,u9,2026-03-01T10:00:00Z,soon,,,\n2,u9,2026-03-01T10:00:00Z,,,,9\n3,u9\n`, { mapping: whole });
    expect(rejectsOf(records)).toEqual([
      { line: 2, reason: 'first_reply_at (column "Answered") is a text of 4 characters, expected a time written as iso' },
      { line: 3, reason: 'csat_stars is a text of 1 character, expected a number from 1 to 5' },
      { line: 4, reason: 'the row has 2 cells, the header has 7' },
    ]);
  });
});
