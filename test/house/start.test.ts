// What a server reads before it answers: neither the rules of redaction nor models nor holidays, which are read when first needed.
import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles } from '#test/support/source-files.ts';

const imports = sourceFiles(['.ts']).flatMap(importsOf);
const atOnce = imports.filter(({ typeOnly, isLazy }) => !typeOnly && isLazy !== true);

/** Every file that comes along when one is imported. */
function cameAlong(name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const { from, to } of atOnce) if (from === name) cameAlong(to, seen);
  return seen;
}

const slow = ['ingest/stages/redact.ts', 'ingest/scores/index.ts', 'ingest/stages/language.ts', 'db/facts/holidays.ts'];

describe('the start of the server', () => {
  it.each(['ingest/open-sources.ts', 'api/http/start-house.ts', 'api/app.ts'])(
    '%s brings nothing along that takes long to read',
    (name) => {
      const along = cameAlong(name);
      expect(along.size).toBeGreaterThan(50);
      expect(slow.filter((file) => along.has(file))).toEqual([]);
    },
  );

  it('would be caught where it did: the pipeline needs the rules of redaction', () => {
    expect(slow.filter((file) => cameAlong('ingest/pipeline.ts').has(file))).toContain('ingest/stages/redact.ts');
  });
});
