// Lines and files that cannot be imported, generated from a seed: each carries a canary that no report may show.
import fc from 'fast-check';

/** Stands in every text and id of a generated line: whoever prints a part of a line prints this. */
export const canary = 'CANARY-7f3a';

type Message = { at: string | null; role: string; text: string; [name: string]: unknown };
type Line = { conversation_id: string; channel: string; messages: Message[]; [name: string]: unknown };

function goodLine(id: string): Line {
  return {
    conversation_id: id,
    channel: 'email',
    subject: `${canary} subject`,
    messages: [
      { at: '2026-03-01T10:00:00Z', role: 'customer', author: `${canary}-author`, text: `${canary} where is it` },
      { at: '2026-03-01T11:00:00Z', role: 'agent', author: 'desk', text: `${canary} here it is` },
    ],
  };
}

const notAText = fc.oneof(fc.integer(), fc.boolean(), fc.constant({ secret: canary }), fc.constant([canary]));
const badTimes = fc.oneof(
  fc.constantFrom(
    '2026-03-01T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-03-01',
    '01.03.2026 10:00',
    'yesterday',
    '',
    `${canary}`,
    '2026-03-01T25:00:00Z',
    '1970-01-01T00:00:00Z',
    '2199-01-01T00:00:00Z',
    '2026-03-01T10:00:00+25:00',
  ),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant({ at: canary }),
);
const badIds = fc.oneof(
  fc.constantFrom('', '   ', null, true, 2 ** 60, 1.5, `${canary}${'x'.repeat(600)}`),
  fc.constant({ id: canary }),
  fc.constant([canary]),
);

/** One fault in an otherwise good line. */
const faults: readonly fc.Arbitrary<(line: Line) => void>[] = [
  badIds.map((id) => (line) => void Object.assign(line, { conversation_id: id })),
  fc.constantFrom(null, '', 7, 'none', {}, []).map((messages) => (line) => void Object.assign(line, { messages })),
  fc.constantFrom(null, canary, 5, [canary]).map((message) => (line) => void line.messages.splice(1, 1, message as never)),
  badTimes.map((at) => (line) => void Object.assign(line.messages[1] ?? {}, { at })),
  fc.constantFrom('', 'boss', canary, null, 3, undefined).map((role) => (line) => void Object.assign(line.messages[0] ?? {}, { role })),
  notAText.map((text) => (line) => void Object.assign(line.messages[0] ?? {}, { text })),
  fc.constant((line: Line) => void delete (line.messages[0] as { text?: string } | undefined)?.text),
  fc.constant((line: Line) => void delete (line.messages[1] as { at?: unknown } | undefined)?.at),
  fc.constant((line: Line) => {
    for (const message of line.messages) message.message_id = canary;
  }),
  fc
    .constantFrom(null, '', ' ', {}, [], true, `${canary}${'y'.repeat(80)}`)
    .map((channel) => (line) => void Object.assign(line, { channel })),
  fc.constantFrom('escalated', 5, canary, {}).map((status) => (line) => void Object.assign(line, { status })),
  fc
    .constantFrom(0, 6, 'great', canary, {}, [5])
    .map(
      (stars) => (line) =>
        void Object.assign(line, { csat_stars: typeof stars === 'object' && !Array.isArray(stars) ? { value: 9 } : stars }),
    ),
  fc.constantFrom(canary, 5, {}).map((spam) => (line) => void Object.assign(line, { spam })),
  badTimes.filter((at) => at !== '').map((at) => (line) => void Object.assign(line, { closed_at: at })),
  fc
    .constantFrom([{ at: null, status: 'open' }], [{ at: '2026-03-01T10:00:00Z', status: canary }], canary, [canary])
    .map((changes) => (line) => void Object.assign(line, { status_changes: changes })),
  fc
    .constantFrom([{ kind: canary, value: 1 }], [{ kind: 'nps' }], [canary], canary)
    .map((ratings) => (line) => void Object.assign(line, { ratings })),
  fc.constantFrom('secretive', 5, {}).map((visibility) => (line) => void Object.assign(line.messages[1] ?? {}, { visibility })),
  fc.constantFrom(canary, 9, []).map((kind) => (line) => void Object.assign(line.messages[1] ?? {}, { kind })),
  fc
    .constantFrom([[canary]], [{ tag: canary }], [`${canary}${'z'.repeat(200)}`], 5)
    .map((tags) => (line) => void Object.assign(line, { tags })),
];

const brokenRecord = fc.oneof(...faults).map((fault) => {
  const line = goodLine(`bad-${canary}`);
  fault(line);
  return Buffer.from(JSON.stringify(line));
});

const brokenText = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((length) => Buffer.from(JSON.stringify(goodLine('cut')).slice(0, length))),
  fc
    .constantFrom(
      'null',
      'true',
      '5',
      `"${canary}"`,
      `["${canary}"]`,
      '{}',
      '[]',
      `{${canary}}`,
      `${canary}`,
      `{"text": "${canary}"}`,
      '{"conversation_id": 1,}',
      "{'conversation_id': 1}",
    )
    .map((text) => Buffer.from(text)),
  fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
  fc.string({ minLength: 1, maxLength: 80 }).map((text) => Buffer.from(`!${text.replaceAll(/[\r\n]/g, ' ')}`)),
  fc
    .uint8Array({ minLength: 1, maxLength: 60 })
    .map((bytes) => Buffer.from([0x7b, 0xff, ...bytes.map((byte) => (byte === 0x0a || byte === 0 ? 0x20 : byte))])),
);

/** Lines of conversations-jsonl that must be rejected, the same ones for the same seed. */
export function malformedLines(count: number, seed: number): Buffer[] {
  return fc.sample(fc.oneof({ weight: 3, arbitrary: brokenRecord }, { weight: 1, arbitrary: brokenText }), { numRuns: count, seed });
}

/** A line that must be taken. */
export function soundLine(id: string): Buffer {
  return Buffer.from(JSON.stringify(goodLine(id)));
}

/** Whole files of any content: noise, cut archives, mixtures of good and bad. */
export function malformedFiles(count: number, seed: number): Buffer[] {
  const noise = fc.uint8Array({ minLength: 1, maxLength: 4000 }).map((bytes) => Buffer.from(bytes));
  const magic = fc
    .constantFrom('1f8b08', '504b0304', 'fffe', 'feff', 'efbbbf', '28b52ffd', '1f8b')
    .chain((hex) => noise.map((bytes) => Buffer.concat([Buffer.from(hex, 'hex'), bytes])));
  const text = fc
    .string({ maxLength: 2000, unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', 'a', '{', '}', '\\', '中', ' ') })
    .map((content) => Buffer.from(content || ' '));
  return fc.sample(fc.oneof(noise, magic, text), { numRuns: count, seed });
}
