// The guarded client: patient where patience helps, quick to say so where it does not, and never further than the host.
import { describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { minute, second } from '#db/model/instant.ts';
import { type Reply, type Upstream, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';

const what = 'the page of tickets';
const url = 'https://desk.example/api?token=very-secret';
const broken = () => new AppError('unavailable', 'the connection failed (ECONNRESET)');

/** Gives the replies one after the other, the last one for ever. */
const script = (...replies: (Reply | Error)[]): Upstream => {
  let next = 0;
  return () => replies[Math.min(next++, replies.length - 1)] ?? broken();
};

describe('retries', () => {
  it('keeps exactly to Retry-After in seconds', async () => {
    const side = virtualHttp(script({ status: 429, headers: { 'retry-after': '37' } }, { body: { ok: true } }));
    await expect(side.http.json({ what, url })).resolves.toMatchObject({ value: { ok: true } });
    expect(side.pauses).toEqual([37 * second]);
  });

  it('keeps to Retry-After as a date, by the clock of the server and not by ours', async () => {
    const serverNow = virtualStart - 10 * minute;
    const headers = { date: new Date(serverNow).toUTCString(), 'retry-after': new Date(serverNow + 90 * second).toUTCString() };
    const side = virtualHttp(script({ status: 503, headers }, {}));
    await side.http.request({ what, url });
    expect(side.pauses).toEqual([90 * second]);
  });

  it.each([
    ['seconds since 1970', 'x-rate-limit-reset', String(virtualStart / 1000 + 20)],
    ['seconds left', 'ratelimit-reset', '20'],
    ['an ISO time', 'x-ratelimit-reset', new Date(virtualStart + 20 * second).toISOString()],
  ])('reads a reset header that is %s', async (_form, name, value) => {
    const side = virtualHttp(script({ status: 429, headers: { [name]: value } }, {}));
    await side.http.request({ what, url });
    expect(side.pauses).toEqual([20 * second]);
  });

  it('grows random pauses where nothing is said, and gives up after the fifth failure in a row', async () => {
    const side = virtualHttp(script({ status: 500 }));
    await expect(side.http.request({ what, url })).rejects.toMatchObject({
      code: 'unavailable',
      message: 'the page of tickets: desk.example answered 500',
    });
    expect(side.pauses).toEqual([2, 4, 8, 16].map((seconds) => seconds * second));
    expect(side.requests).toHaveLength(5);
    const pausesBefore = side.pauses.length;
    await expect(side.http.request({ what, url })).rejects.toThrow(/failed too often; it is left alone until/);
    expect(side.requests).toHaveLength(5);
    expect(side.pauses).toHaveLength(pausesBefore);
  });

  it('goes on after a broken connection, and the breaker forgets it', async () => {
    const side = virtualHttp(script(broken(), broken(), { body: 'x' }, broken(), { body: 'y' }));
    await side.http.request({ what, url });
    await side.http.request({ what, url });
    expect(side.requests).toHaveLength(5);
  });

  it('leaves a host alone that fails again and again, and asks the others of the source on', async () => {
    const down = 'https://down.example/x';
    const side = virtualHttp(({ url: { host } }) => (host === 'down.example' ? broken() : { body: 'well' }));
    await expect(side.http.request({ what, url: down })).rejects.toThrow(/down\.example/);
    const asked = side.requests.length;
    await expect(side.http.request({ what, url: down })).rejects.toThrow(/down\.example failed too often; it is left alone until/);
    expect(side.requests).toHaveLength(asked);
    expect((await side.http.request({ what, url })).status).toBe(200);
    // Its good answer makes the other no better.
    await expect(side.http.request({ what, url: down })).rejects.toThrow(/left alone/);
  });

  it('does not wait for a source that asks for an eternity', async () => {
    const side = virtualHttp(script({ status: 429, headers: { 'retry-after': '1000000000' } }));
    await expect(side.http.request({ what, url })).rejects.toThrow(/asks to wait until 2058-/);
    expect(side.pauses).toEqual([]);
  });

  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [410, 'not_found'],
    [422, 'invalid'],
  ])('never repeats a %i', async (status, code) => {
    const side = virtualHttp(script({ status }));
    await expect(side.http.request({ what, url })).rejects.toMatchObject({ code });
    expect(side.requests).toHaveLength(1);
  });

  it('waits after a 403 that only asks for patience', async () => {
    const side = virtualHttp(script({ status: 403, headers: { 'retry-after': '60' } }, { status: 200 }));
    await side.http.request({ what, url, asksForPatience: (answer) => Number(answer.header('retry-after')) * second });
    expect(side.pauses).toEqual([60 * second]);
  });

  it('gives back statuses that are answers', async () => {
    const side = virtualHttp(script({ status: 304 }));
    await expect(side.http.request({ what, url, accept: [304] })).resolves.toMatchObject({ status: 304 });
  });

  it('stops at once when it is told to', async () => {
    const side = virtualHttp(() => {
      side.abort();
      return { status: 500 };
    });
    await expect(side.http.request({ what, url })).rejects.toThrow('stopped');
    expect(side.requests).toHaveLength(1);
  });
});

describe('bodies', () => {
  it('asks again for JSON that is cut off, twice', async () => {
    const side = virtualHttp(script({ body: '{"a": [1, 2' }, { body: '{"a": [1, 2]}' }));
    await expect(side.http.json({ what, url })).resolves.toMatchObject({ value: { a: [1, 2] } });
    const cut = virtualHttp(script({ body: '{"a": [1, 2' }));
    await expect(cut.http.json({ what, url })).rejects.toThrow(/something that is no JSON, or is cut off/);
    expect(cut.requests).toHaveLength(3);
  });

  it('says that a sign-in page is no JSON, without repeating it', async () => {
    const side = virtualHttp(script({ body: '<!DOCTYPE html><title>Sign in</title>' }));
    await expect(side.http.json({ what, url })).rejects.toThrow(/answered a web page instead of JSON/);
    expect(side.requests).toHaveLength(1);
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302): Reply => ({ status, headers: { location } });

  it('stay within the host', async () => {
    const side = virtualHttp(script(to('/other?page=2'), { body: 'there' }));
    await side.http.request({ what, url });
    expect(side.requests.map((request) => request.url)).toEqual([url, 'https://desk.example/other?page=2']);
  });

  it.each(['https://evil.example/', 'http://desk.example/', 'https://desk.example:8443/', '//evil.example/', 'file:///etc/passwd'])(
    'are not followed to %s',
    async (location) => {
      const side = virtualHttp(script(to(location), { body: 'there' }));
      await expect(side.http.request({ what, url, headers: { authorization: 'x' } })).rejects.toThrow(/another host or scheme/);
      expect(side.requests).toHaveLength(1);
    },
  );

  it('do not go round for ever', async () => {
    const side = virtualHttp(script(to('/again')));
    await expect(side.http.request({ what, url })).rejects.toThrow(/more than 5 times/);
    expect(side.requests).toHaveLength(6);
  });
});

describe('politeness', () => {
  it('never asks more often than the budget allows', async () => {
    const side = virtualHttp(script({ body: 'x' }), { perMinute: 30 });
    for (let n = 0; n < 100; n += 1) await side.http.request({ what, url });
    const times = side.requests.map((request) => request.at);
    const inTheMinuteFrom = (from: number) => times.filter((at) => at >= from && at < from + minute).length;
    expect(Math.max(...times.map(inTheMinuteFrom))).toBe(30);
    expect(times.at(-1)).toBe(virtualStart + 3 * minute);
  });

  it('tells no address in its errors, for it may hold a token', async () => {
    const side = virtualHttp(script({ status: 400 }));
    await expect(side.http.request({ what, url })).rejects.toSatisfy(
      (error) => error instanceof Error && !error.message.includes('secret'),
    );
  });
});
