// Loopback: which hosts stay on this machine, and which requests show a proxy or another name.
import { describe, expect, it } from 'vitest';
import { isLoopbackHost, isLoopbackRequest } from '#api/http/loopback.ts';

describe('loopback', () => {
  it('is known by its addresses', () => {
    expect(['127.0.0.1', '127.1.2.3', 'localhost', 'LOCALHOST', '::1', '[::1]'].filter((host) => !isLoopbackHost(host))).toEqual([]);
  });

  it('is not what only looks like it', () => {
    const others = ['0.0.0.0', '::', '192.168.0.1', 'localhost.example.com', '127.0.0.1.example.com', '1270.0.0.1', '', '127.0.0.1@evil'];
    expect(others.filter(isLoopbackHost)).toEqual([]);
  });

  it('is told by the Host header, with or without a port', () => {
    expect(isLoopbackRequest(new Headers({ host: '127.0.0.1:4000' }))).toBe(true);
    expect(isLoopbackRequest(new Headers({ host: '[::1]:4000' }))).toBe(true);
    expect(isLoopbackRequest(new Headers({ host: 'rebound.example.com:4000' }))).toBe(false);
    expect(isLoopbackRequest(new Headers())).toBe(false);
  });

  it('ends where a proxy shows itself', () => {
    for (const name of ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']) {
      expect(isLoopbackRequest(new Headers({ host: 'localhost', [name]: 'x' }))).toBe(false);
    }
  });
});
