// Sealed secrets: opened only by the same keys, for the same place, unchanged.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '#db/sealed.ts';

const keysOf = (fill: number) => ({ hmacKey: Buffer.alloc(32, fill), hmacKeyVersion: 1, authSecret: 'x'.repeat(43) });

describe('sealed secrets', () => {
  const sealed = seal(keysOf(1), 'zendesk', 'token-密-1234');

  it('open again with the same keys for the same place', () => {
    expect(unseal(keysOf(1), 'zendesk', sealed)).toBe('token-密-1234');
  });

  it('do not hold the text, and are never the same twice', () => {
    expect(sealed).not.toContain('1234');
    expect(Buffer.from(sealed.slice(3), 'base64url').includes('token')).toBe(false);
    expect(seal(keysOf(1), 'zendesk', 'token-密-1234')).not.toBe(sealed);
  });

  it('stay shut for other keys, another place, a changed byte and rubbish', () => {
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const attempts = [
      () => unseal(keysOf(2), 'zendesk', sealed),
      () => unseal(keysOf(1), 'chatwoot', sealed),
      () => unseal(keysOf(1), 'zendesk', `s1.${bytes.toString('base64url')}`),
      () => unseal(keysOf(1), 'zendesk', randomBytes(8).toString('hex')),
      () => unseal(keysOf(1), 'zendesk', ''),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(/cannot be opened with the keys/);
  });
});
