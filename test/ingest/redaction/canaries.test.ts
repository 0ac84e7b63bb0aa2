// Canaries: secrets put in at every door of an import, and looked for in everything that the import leaves behind.
import { describe, expect, it } from 'vitest';
import { canaries, canariesIn, everything } from '#test/support/canaries.ts';
import { temporaryFolder, writeFile } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';

const { phrase } = canaries;
// Numbers of cards and phones cannot be told from the numbers of records, so ids keep them.
const { card, phone, ...idCanaries } = canaries;
const at = (hour: number) => `2026-03-01T${hour}:00:00Z`;

function record(id: string, canary: string): object {
  const message = (role: string, text: string, hour: number) => ({
    at: at(hour),
    role,
    author: `${role} ${canary}`,
    author_name: canary,
    text,
  });
  return {
    conversation_id: id,
    channel: canary.slice(0, 64),
    subject: `About ${canary}`,
    category: canary,
    team: canary,
    country: canary.slice(0, 64),
    tags: [canary],
    customer: canary,
    messages: [
      message('customer', `Please look: ${canary}`, 10),
      message('customer', `<p title="${canary}">${Buffer.from(`here: ${canary}`).toString('base64')}</p>`, 11),
      message('agent', `You wrote ${canary}`, 12),
    ],
  };
}

function ticket(id: number, canary: string): object {
  const comment = (number: number, author: number, body: string) => ({
    id: 100 * id + number,
    author_id: author,
    body,
    plain_body: body,
    public: true,
    created_at: at(10 + number),
    via: { channel: canary },
  });
  return {
    id,
    created_at: at(10),
    status: 'open',
    subject: canary,
    requester_id: 10,
    group_id: 98738,
    tags: [canary],
    via: { channel: canary },
    users: [
      { id: 10, role: 'end-user', name: canary, email: canary },
      { id: 14, role: 'agent', name: canary },
    ],
    comments: [comment(1, 10, canary), comment(2, 14, `seen: ${canary}`)],
  };
}

function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

const mapping = {
  rows: 'message',
  columns: {
    conversation_id: 'id',
    at: 'at',
    channel: 'channel',
    role: 'role',
    author: 'author',
    text: 'text',
    subject: 'subject',
    tags: 'tags',
    team: 'team',
  },
};

type Door = { readonly name: string; readonly file: string; readonly content: string; readonly format: string; readonly map?: object };

const each = Object.values(canaries);
const doors: readonly Door[] = [
  {
    name: 'conversations-jsonl',
    file: 'a.jsonl',
    format: 'conversations-jsonl',
    content: each.map((canary, index) => JSON.stringify(record(`c${index}`, canary))).join('\n'),
  },
  {
    name: 'ids of conversations-jsonl',
    file: 'ids.jsonl',
    format: 'conversations-jsonl',
    content: Object.values(idCanaries)
      .map((canary) => JSON.stringify(record(canary, 'nothing')))
      .join('\n'),
  },
  {
    name: 'lines that are rejected',
    file: 'broken.jsonl',
    format: 'conversations-jsonl',
    content: [
      ...Object.values(idCanaries).flatMap((canary) => [
        `{"conversation_id": "${canary}"`,
        JSON.stringify({ conversation_id: canary, channel: canary, messages: canary }),
        JSON.stringify({ ...record(canary, canary), status: canary }),
      ]),
      ...each.flatMap((canary) => [`"${canary}"`, canary, JSON.stringify({ ...record('an id', canary), status: canary })]),
    ].join('\n'),
  },
  {
    name: 'zendesk',
    file: 't.jsonl',
    format: 'zendesk',
    content: each.map((canary, index) => JSON.stringify(ticket(index + 1, canary))).join('\n'),
  },
  {
    name: 'csv',
    file: 'b.csv',
    format: 'csv',
    map: mapping,
    content: csvOf([
      ['id', 'at', 'channel', 'role', 'author', 'text', 'subject', 'tags', 'team'],
      ...each.map((canary, index) => [
        `r${index}`,
        at(10),
        canary.slice(0, 64),
        'customer',
        canary,
        `my ${canary}`,
        canary,
        canary,
        canary,
      ]),
      ...each.map((canary) => ['bad', canary, canary, canary, canary, canary, canary, canary, canary]),
    ]),
  },
  { name: 'the name of a file', file: `${phrase}.jsonl`, format: 'conversations-jsonl', content: '{"conversation_id": 1}' },
];

describe('a secret that comes in by', () => {
  it.each(doors)('$name is nowhere afterwards', async ({ file, content, format, map }) => {
    const incoming = temporaryFolder();
    const folder = temporaryFolder();
    const room = openCommandRoom(folder);
    const args = ['import', writeFile(incoming, file, content), '--format', format, '--source', 'desk'];
    const run = await room.run(map === undefined ? args : [...args, '--map', writeFile(incoming, 'map.json', JSON.stringify(map))]);
    // What the command prints names the file as the person who called it did.
    const printed = `${run.stdout}\n${run.stderr}\n${run.failure ?? ''}`.replaceAll(file, '');
    expect({ read: /read [1-9]/.test(printed), stored: canariesIn(everything(folder)), printed: canariesIn(printed) }).toEqual({
      read: true,
      stored: [],
      printed: [],
    });
  });

  it('a door that is open would be noticed', () => {
    const folder = temporaryFolder();
    writeFile(folder, 'leak.txt', `KEY ${canaries.email} ${Buffer.from(phrase).toString('base64')} ${phrase.replaceAll(' ', '\n')}`);
    expect(canariesIn(everything(folder))).toEqual(['phrase', 'email']);
  });
});
