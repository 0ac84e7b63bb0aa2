// The limit on guessing: five wrong tries in a quarter of an hour for one account from one address.
import { HTTPException } from 'hono/http-exception';
import { describe, expect, it } from 'vitest';
import { openSignInLimit } from '#api/http/sign-in-limit.ts';

const minute = 60_000;

function openAt(start: number) {
  let now = start;
  return { limit: openSignInLimit(() => now), move: (ms: number) => (now += ms) };
}

function refusal(check: () => void): number | null {
  try {
    check();
    return null;
  } catch (error) {
    return error instanceof HTTPException ? Number(error.res?.headers.get('Retry-After')) : -1;
  }
}

describe('the limit on guessing', () => {
  it('lets five tries through and tells the sixth when to come back', () => {
    const { limit, move } = openAt(0);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(refusal(() => limit.check('a'))).toBeNull();
      limit.count('a');
      move(minute);
    }
    expect(refusal(() => limit.check('a'))).toBe(10 * 60);
  });

  it('does not lock out others', () => {
    const { limit } = openAt(0);
    for (let attempt = 0; attempt < 5; attempt += 1) limit.count('owner@example.com 198.51.100.7');
    expect(refusal(() => limit.check('owner@example.com 192.0.2.1'))).toBeNull();
  });

  it('forgets after a quarter of an hour, and after a right password', () => {
    const { limit, move } = openAt(0);
    for (let attempt = 0; attempt < 5; attempt += 1) limit.count('a');
    move(15 * minute);
    expect(refusal(() => limit.check('a'))).toBeNull();
    for (let attempt = 0; attempt < 5; attempt += 1) limit.count('a');
    limit.forget('a');
    expect(refusal(() => limit.check('a'))).toBeNull();
  });

  it('does not grow without end when strangers try many names', () => {
    const { limit } = openAt(0);
    for (let name = 0; name < 10_005; name += 1) for (let attempt = 0; attempt < 5; attempt += 1) limit.count(`n${name}`);
    expect(refusal(() => limit.check('n0'))).toBeNull();
    expect(refusal(() => limit.check('n10004'))).toBe(900);
  });
});
