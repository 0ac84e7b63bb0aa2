// Every reason that ingest can write down of a source has a code, so that the screen can say it in the language of its reader.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFound, readReason } from '#db/model/read-reason.ts';
import { reasonOf } from '#ingest/connectors/connector.ts';
import { openAddressGuard } from '#ingest/http/address-guard.ts';
import { type SourceFile, sourceFiles } from '#test/support/source-files.ts';
import { toldSentences } from '#test/support/told-sentences.ts';

/** Whose errors end a run, or become a dead letter or a gap. */
const rooms =
  /^ingest\/(connectors|http|mail|events|formats|stages|thread)\/|^ingest\/[\w-]+\.ts$|^db\/(sealed|store\/(job-runs|source-connections|save-page))\.ts$|^db\/dialect\/failed-statement\.ts$/;

/** Files that tell somebody else: who types a command, sends a push, fills in a form, or reads the log. */
const elsewhere: Readonly<Record<string, string>> = {
  'ingest/events/import-events.ts': 'a command',
  'ingest/formats/csv-mapping.ts': 'a command',
  'ingest/formats/csv.ts': 'a command',
  'ingest/formats/date-format.ts': 'a command, with its mapping file',
  'ingest/own-address.ts': 'a form',
  'ingest/push-desk.ts': 'a form',
  'ingest/connectors/settings-form.ts': 'who builds the program',
  'ingest/connectors/staff-list.ts': 'a form',
  'ingest/redact-stored.ts': 'a command',
  'ingest/scoring-desk.ts': 'a form',
  'ingest/answer-sight.ts': 'the log of restatements',
  'ingest/stages/needs-answer.ts': 'the facts: why no answer is needed',
};

/** Sentences of other files that are no reason, or a part of one that is checked as a whole below. */
const parts: readonly (readonly [file: string, pattern: RegExp])[] = [
  ['ingest/connectors/connector.ts', /^thing: thing$/],
  ['ingest/connectors/telegram-updates.ts', /^thing: thing$/],
  ['ingest/normalise.ts', /^thing: thing$/],
  ['ingest/import-page.ts', /^thing: thing$/],
  ['ingest/take-pushed.ts', /^thing: thing$|^conversations|^the push was not stored$/],
  ['ingest/connectors/imap.ts', /^folders: /],
  ['ingest/connectors/mail-sign-in.ts', /^serviceAccount: /],
  ['ingest/source-desk.ts', /^interval: /],
  ['ingest/source-runner.ts', /^no way out$/],
  ['ingest/import-session.ts', /^--source: |^the rehearsal gave no result$/],
  ['ingest/formats/import-file.ts', /^thing: thing$|^thing: is (a folder|not a regular file|thing; only)|^the gzip data is damaged/],
  ['ingest/formats/csv-table.ts', /^thing: (line 7: )?thing$/],
  ['ingest/http/address-guard.ts', /may not be reached: thing$/],
  ['ingest/http/client.ts', /^thing: desk.example.com: thing$|^thing: the account lacks/],
  ['ingest/thread/answer-in-thread.ts', /./],
  ['ingest/thread/serve-thread.ts', /./],
  ['ingest/thread/run-in-thread.ts', /^thing thing$/],
  ['db/store/job-runs.ts', /^no run thing$|^the run was not written down$/],
];

/** The client says of every failed exchange what was asked and which host. */
const wholeOf = (file: string, sentence: string): string =>
  file === 'ingest/http/transport.ts' && !sentence.startsWith('the answer') ? `a ticket: desk.example.com: ${sentence}` : sentence;

/** Sentences without a code, with their file. */
function untold(files: readonly Pick<SourceFile, 'name' | 'text'>[]): string[] {
  return files
    .filter(({ name }) => rooms.test(name) && elsewhere[name] === undefined)
    .flatMap((file) =>
      toldSentences(file)
        .filter((sentence) => !parts.some(([name, pattern]) => name === file.name && pattern.test(sentence)))
        .filter((sentence) => readReason(wholeOf(file.name, sentence)) === null)
        .map((sentence) => `${file.name}: ${sentence}`),
    );
}

describe('reasons that ingest writes down', () => {
  const files = sourceFiles(['.ts']);

  it('have a code, each of them', () => {
    expect(untold(files)).toEqual([]);
    expect(files.filter(({ name }) => rooms.test(name)).flatMap((file) => toldSentences(file)).length).toBeGreaterThan(150);
  });

  it('are found also where nobody thought of them', () => {
    const height = '$'.concat('{height}');
    const text = [
      "throw new AppError('invalid', 'the moon is full');",
      `const gap = { from, to, reason: isOld ? 'has no date' : \`the tide is ${height}\` };`,
      "function reasonOf() { return 'the wind blows'; }",
      'const asksOn = `the sun shines`;',
    ].join('\n');
    const name = 'ingest/connectors/moon.ts';
    expect(untold([{ name, text }])).toEqual([
      `${name}: the moon is full`,
      `${name}: the tide is thing`,
      `${name}: the wind blows`,
      `${name}: the sun shines`,
    ]);
  });

  it('are left out by name only where that file is there', () => {
    const names = new Set(files.map(({ name }) => name));
    expect([...Object.keys(elsewhere), ...parts.map(([name]) => name)].filter((name) => !names.has(name))).toEqual([]);
  });
});

const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

describe('reasons that are put together', () => {
  it('of addresses that may not be reached have a code', () => {
    const guard = openAddressGuard([]);
    const urls = ['ftp://a.example', 'https://me:you@a.example', 'https://a.example:22', 'https://10.0.0.1', 'http://localhost'];
    const mails = [
      { host: 'a.example', port: 25, security: 'tls' },
      { host: 'a.example', port: 993, security: 'none' },
      { host: '10.0.0.1', port: 993, security: 'tls' },
      { host: 'localhost', port: 143, security: 'starttls' },
    ];
    const told = [
      ...urls.map((url) => messageOf(() => guard.check(new URL(url)))),
      ...mails.map((mail) => messageOf(() => guard.checkMail(mail))),
    ];
    expect(told.map((sentence) => readReason(sentence)?.code)).toEqual([
      'closed_scheme',
      'closed_password',
      'closed_port',
      'closed_inside',
      'closed_inside',
      'closed_port',
      'closed_plain',
      'closed_inside',
      'closed_inside',
    ]);
  });

  it('of shapes that were not expected have a code, whatever was wrong', () => {
    const shape = z.strictObject({
      id: z.number().int().max(9),
      name: z.string().min(2).max(5).regex(/^a/),
      kind: z.enum(['a', 'b']),
      url: z.url(),
      parts: z.array(z.object({ at: z.iso.datetime() })).max(2),
      either: z.union([z.string(), z.null()]),
    });
    const fine = { id: 1, name: 'abc', kind: 'a', url: 'https://a.example', parts: [], either: null };
    expect(shape.safeParse(fine).success).toBe(true);
    const broken = [
      null,
      { ...fine, id: '1' },
      { ...fine, id: 1.5 },
      { ...fine, id: 10 },
      { ...fine, name: 'a' },
      { ...fine, name: 'abcdef' },
      { ...fine, name: 'bcd' },
      { ...fine, kind: 'c' },
      { ...fine, url: 'no' },
      { ...fine, parts: [{ at: 'x' }] },
      { ...fine, parts: [{}, {}, {}] },
      { ...fine, either: 7 },
      { ...fine, more: 1 },
    ];
    const codes = broken.map((value) => readReason(reasonOf(shape.safeParse(value).error))?.code ?? reasonOf(shape.safeParse(value).error));
    expect([...new Set(codes)].sort()).toEqual(['field_shape', 'item_shape']);
  });

  it('of files have a code also where their reader adds the line', () => {
    const told = [
      'a.csv: line 7: a quoted cell never ends',
      'a.csv: cannot be read as CSV',
      'a.jsonl.gz: the gzip data is damaged or ends too early',
    ];
    expect(told.map((sentence) => readReason(sentence)?.code)).toEqual(['file_quotes', 'file_quotes', 'file_damaged']);
  });
});

it('every count that a test of a connection finds has a code', () => {
  const probes = sourceFiles(['.ts']).filter(({ name }) => /^ingest\/connectors\/(?!connector|read-each)/.test(name));
  const counted = probes
    .flatMap((file) => toldSentences(file, 'found'))
    .filter((sentence) => /\b(topics|events|days|entries|incidents|reviews|releases?|agent)\b/.test(sentence));
  expect(counted.length).toBeGreaterThan(9);
  expect(counted.filter((found) => readFound(found) === null)).toEqual([]);
  expect(readFound('7 goats and a hen')).toBeNull();
});
