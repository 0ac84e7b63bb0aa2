// The list of edge cases: each has a test by its name, and none of the definitions is missing.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edgeCaseNames } from './edge-case-names.ts';

describe('the list of edge cases', () => {
  const source = ['edge-cases-of-hours.test.ts', 'edge-cases-of-messages.test.ts'].map((name) =>
    readFileSync(new URL(name, import.meta.url), 'utf8'),
  );
  const titles = [...source.join('\n').matchAll(/\bit\((['"])(.*?)\1, \(\) =>/gs)].map((match) => match[2] ?? '');
  const untested = (names: readonly string[]) => names.filter((name) => !titles.some((title) => title.startsWith(name)));

  it('has a test for each name', () => {
    expect(untested(edgeCaseNames)).toEqual([]);
  });

  it('would notice a name without a test', () => {
    expect(untested(['Carrier pigeon'])).toEqual(['Carrier pigeon']);
  });

  const metrics = new URL('../../../../shared/METRICS.md', import.meta.url);
  describe.skipIf(!existsSync(metrics))('against the definitions (needs ../shared)', () => {
    it('holds the rows of section 7, in their order', () => {
      const section = readFileSync(metrics, 'utf8').split('\n## 7.')[1]?.split('\n## 8.')[0] ?? '';
      const rows = [...section.matchAll(/^\| ([^|]+?) \|/gm)].map((match) => match[1]).filter((name) => name !== 'Case');
      expect(rows).toEqual([...edgeCaseNames]);
    });
  });
});
