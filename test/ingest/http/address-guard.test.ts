// The address guard: nothing inside is reached, however it is written, unless the operator named it.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress, openAddressGuard } from '#ingest/http/address-guard.ts';
import { openTransport } from '#ingest/http/transport.ts';

const inside = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.255',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '100::1',
];
const outside = ['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.255.255', '192.167.1.1', '2606:4700::1111', '2a00:1450::1'];

// Every way of writing an address inside that a URL parser is known to accept or to let through.
const written = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://a.localhost/',
  'http://１２７.0.0.1/',
  'http://127。0。0。1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0/',
  'http://user@1.1.1.1/',
  'http://user:pass@1.1.1.1/',
  'http://1.1.1.1:22/',
  'http://1.1.1.1:6379/',
  'ftp://1.1.1.1/',
  'file:///etc/passwd',
  'data:text/plain,a',
  'gopher://1.1.1.1/',
  'http://10.0.0.1/',
  'http://192.168.0.1/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
];

describe('the address guard', () => {
  it('tells addresses inside from addresses outside', () => {
    expect(inside.filter(isPublicAddress)).toEqual([]);
    expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
    expect(isPublicAddress('example.com')).toBe(false);
  });

  it('refuses every way of writing an address inside, odd ports, other schemes and passwords', () => {
    const guard = openAddressGuard([]);
    const passed = written.filter((url) => {
      try {
        guard.check(new URL(url));
        return true;
      } catch {
        return false;
      }
    });
    expect(passed).toEqual([]);
    expect(() => guard.check(new URL('https://example.com/'))).not.toThrow();
    expect(() => guard.check(new URL('http://8.8.8.8/'))).not.toThrow();
  });

  it('lets through what the operator named, with its port and no other', () => {
    const guard = openAddressGuard(['rt.internal:8080', '10.0.0.5']);
    expect(() => guard.check(new URL('http://rt.internal:8080/x'))).not.toThrow();
    expect(() => guard.check(new URL('http://rt.internal:8081/x'))).toThrow(/only the ports 80 and 443/);
    expect(() => guard.check(new URL('http://10.0.0.5/'))).not.toThrow();
    expect(() => guard.check(new URL('http://10.0.0.6/'))).toThrow(/not a public address/);
  });
});

describe('a name that leads inside', () => {
  const seen: string[] = [];
  const canary = http.createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end('reached');
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    port = (canary.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => canary.close(resolve)));

  const get = (url: string, allowed: readonly string[]) => {
    const { send } = openTransport(openAddressGuard(allowed));
    return send({ method: 'GET', url: new URL(url), headers: {}, body: null }, new AbortController().signal);
  };

  it('is resolved once, checked, and not connected to', async () => {
    // The name is one that any machine resolves to itself: what a hostile owner of a public name could do too.
    const guard = openAddressGuard([]);
    const found = await new Promise((resolve) =>
      guard.lookup('localhost', { all: true }, (error) => resolve(error?.message ?? 'let through')),
    );
    expect(found).toMatch(/leads to an address inside/);
    await expect(get(`http://127.0.0.1:${port}/a`, [])).rejects.toMatchObject({ code: 'forbidden' });
    expect(seen).toEqual([]);
  });

  it('is reached where it is named: the canary hears what gets through', async () => {
    await expect(get(`http://127.0.0.1:${port}/b`, [`127.0.0.1:${port}`])).resolves.toMatchObject({ status: 200 });
    await expect(get(`http://localhost:${port}/c`, [`localhost:${port}`])).resolves.toMatchObject({ status: 200 });
    expect(seen).toEqual(['/b', '/c']);
  });
});

describe('checkMail', () => {
  const guard = openAddressGuard(['mail.inside.example:1143', 'any.inside.example']);
  const why = (host: string, port: number, security = 'tls') => {
    try {
      guard.checkMail({ host, port, security });
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : 'failed';
    }
  };
  it.each([
    ['imap.example.com', 993, 'tls', null],
    ['imap.example.com', 143, 'starttls', null],
    [
      'imap.example.com',
      143,
      'none',
      'imap.example.com:143 may not be reached: without encryption only hosts that HUIYIN_ALLOW_HOSTS names are read',
    ],
    ['imap.example.com', 25, 'tls', 'imap.example.com:25 may not be reached: only the ports 143 and 993 are allowed'],
    ['127.0.0.1', 993, 'tls', '127.0.0.1:993 may not be reached: it is not a public address'],
    ['[::1]', 993, 'tls', '::1:993 may not be reached: it is not a public address'],
    ['localhost', 993, 'tls', 'localhost:993 may not be reached: it is this machine'],
    ['mail.inside.example', 1143, 'none', null],
    ['Mail.Inside.example', 1144, 'tls', 'mail.inside.example:1144 may not be reached: only the ports 143 and 993 are allowed'],
    ['any.inside.example', 9999, 'none', null],
  ])('%s on %i with %s', (host, port, security, reason) => {
    expect(why(host, port, security)).toBe(reason);
  });
});
