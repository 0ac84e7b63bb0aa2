// The policy of a page names the hash of each inline script, so that only what was built can run.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pagePolicy, scriptHashes } from '#api/http/security-headers.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const script = '\n\t{ start("/_app") }\n';
const page = `<html><head><script src="/a.js"></script><script type="module" src='/b.js'></script></head><body><script>${script}</script></body></html>`;

describe('the policy of a page', () => {
  it('has the hash of each inline script and of nothing else', () => {
    expect(scriptHashes(page)).toEqual([hash(script)]);
  });

  it('changes where the script does', () => {
    expect(scriptHashes(page.replace('start', 'steal'))).not.toEqual([hash(script)]);
  });

  it('allows no inline script as such, no frames, no plugins, no other base', () => {
    const rules = new Map(
      pagePolicy(page)
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(rules.get('script-src')).toBe(`'self' ${hash(script)}`);
    expect([rules.get('object-src'), rules.get('base-uri'), rules.get('frame-ancestors')]).toEqual(["'none'", "'none'", "'none'"]);
  });
});
