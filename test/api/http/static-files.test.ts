// Static files: listed once, found by the path that a browser asks for, packed where the browser takes it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findStaticFiles, pickEncoding } from '#api/http/static-files.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'huiyin-static-'));
const page = '<!doctype html><title>x</title><script>start()</script>';
let house: TestApp;

beforeAll(async () => {
  mkdirSync(path.join(folder, '_app', 'immutable'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), page);
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(path.join(folder, '_app', 'immutable', 'a.js'), 'plain');
  writeFileSync(path.join(folder, '_app', 'immutable', 'a.js.br'), 'packed');
  writeFileSync(path.join(path.dirname(folder), 'outside.txt'), 'secret');
  house = await openTestApp({ dashboardFolder: folder });
});

afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

describe('the files of the dashboard', () => {
  it('are listed with their packed twins', () => {
    const files = findStaticFiles(folder);
    expect([...files.keys()].sort()).toEqual(['/_app/immutable/a.js', '/favicon.svg', '/index.html']);
    const script = files.get('/_app/immutable/a.js');
    expect(script && pickEncoding(script, 'gzip, br').encoding).toBe('br');
    expect(script && pickEncoding(script, 'gzip, br;q=0').encoding).toBeNull();
  });

  it('are kept for a year where their name changes with their content', async () => {
    const answer = await house.ask('/_app/immutable/a.js', { headers: { 'accept-encoding': 'br' } });
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-encoding'), await answer.text()]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'br',
      'packed',
    ]);
  });

  it('give the page for every address that is no file, under its own policy', async () => {
    for (const url of ['/', '/overview', '/conversations/12', '/setup', '/index.html']) {
      const answer = await house.ask(url);
      expect([url, answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([url, 200, page, 'no-cache']);
      expect(answer.headers.get('content-security-policy')).toContain("'sha256-");
    }
  });

  it('are missing as such where the build has no such file', async () => {
    expect((await house.ask('/_app/immutable/gone.js')).status).toBe(404);
  });

  it('never reach outside their folder', async () => {
    for (const url of ['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '//outside.txt']) {
      expect(await (await house.ask(url)).text()).not.toContain('secret');
    }
  });
});
