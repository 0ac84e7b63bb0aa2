// False alarms: the real messages of ../shared, of which redaction may touch one in two thousand as critical and one in a hundred at all.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findSecrets } from '#ingest/stages/redact.ts';
import { isCritical } from '#ingest/stages/redaction/finding.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data');
const lineSchema = z.looseObject({
  lang: z.string().optional(),
  text: z.string().nullish(),
  messages: z.array(z.looseObject({ text: z.string().nullish() })).optional(),
});

type Tally = { messages: number; critical: number; any: number; readonly kinds: Record<string, number> };

function count(tally: Tally, text: string): void {
  const kinds = findSecrets(text).map((finding) => finding.kind);
  tally.messages++;
  if (kinds.length > 0) tally.any++;
  if (kinds.some(isCritical)) tally.critical++;
  for (const kind of kinds) tally.kinds[kind] = (tally.kinds[kind] ?? 0) + 1;
}

/** Tallies by language; the language of a file without one on its lines is in its name. */
function tallies(): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>();
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.jsonl.gz'))) {
    const lines = gunzipSync(readFileSync(path.join(folder, name)))
      .toString('utf8')
      .split('\n');
    for (const line of lines) {
      if (line === '') continue;
      const { lang, text, messages } = lineSchema.parse(JSON.parse(line));
      const language = (lang ?? /_([a-z]{2})\.jsonl/.exec(name)?.[1] ?? 'und').slice(0, 2);
      const tally = found.get(language) ?? { messages: 0, critical: 0, any: 0, kinds: {} };
      found.set(language, tally);
      for (const each of messages?.map((message) => message.text) ?? [text]) if (each) count(tally, each);
    }
  }
  return found;
}

describe.skipIf(!existsSync(folder))('real messages of ../shared', { timeout: 300_000 }, () => {
  it('are hardly touched: critical at most 0.05 %, all classes at most 1 % in every language with a thousand messages', () => {
    const found = tallies();
    console.table(Object.fromEntries([...found].map(([language, { kinds, ...counts }]) => [language, { ...counts, ...kinds }])));
    const large = [...found].filter(([, { messages }]) => messages >= 1000);
    expect(large.length).toBeGreaterThan(5);
    expect(large.filter(([, { messages, critical }]) => critical > messages * 0.0005)).toEqual([]);
    expect(large.filter(([, { messages, any }]) => any > messages * 0.01)).toEqual([]);
  });
});
