// The environment: defaults, what each variable does, and one clear line for what cannot be used.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressOf, readConfig } from '#api/config.ts';

describe('the environment', () => {
  it('needs nothing: loopback, port 4000, a data folder beside the program', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      dataFolder: path.resolve('data'),
      publicUrl: null,
      allowedHosts: [],
      logLevel: 'warn',
      location: path.resolve('data', 'huiyin.db'),
    });
  });

  it('takes a database elsewhere and an address in front, whatever path stands behind it', () => {
    expect(
      readConfig({
        DATABASE_URL: 'postgres://u:p@db/huiyin',
        HUIYIN_URL: 'https://feedback.example.com/x',
        PORT: '0',
        HOST: '0.0.0.0',
        HUIYIN_DATA: '/srv/h',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 0,
      dataFolder: '/srv/h',
      publicUrl: 'https://feedback.example.com',
      allowedHosts: [],
      logLevel: 'warn',
      location: 'postgres://u:p@db/huiyin',
    });
  });

  it('reads an empty variable as an absent one', () => {
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '', HUIYIN_DATA: '', HUIYIN_URL: '' }).port).toBe(4000);
  });

  it.each([
    [{ PORT: 'four' }, 'environment: PORT: must be a number'],
    [{ PORT: '70000' }, 'environment: PORT: '],
    [{ DATABASE_URL: 'mysql://u:secret@db' }, 'environment: DATABASE_URL: must begin with postgres://'],
    [{ HUIYIN_URL: 'feedback' }, 'environment: HUIYIN_URL: '],
    [{ HUIYIN_LOG: 'loud' }, 'environment: HUIYIN_LOG: '],
  ])('is refused for %j, without repeating the value', (environment, words) => {
    expect(() => readConfig(environment)).toThrow(words);
    expect(() => readConfig(environment)).not.toThrow('secret');
  });

  it('gives the address that people type', () => {
    const addresses = [{}, { HOST: '0.0.0.0' }, { HOST: '::1', PORT: '80' }, { HUIYIN_URL: 'https://x.example' }].map((environment) =>
      addressOf(readConfig(environment)),
    );
    expect(addresses).toEqual(['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:80', 'https://x.example']);
  });
});
