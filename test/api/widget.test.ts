// The widget as a file: small, complete in every language, and without anything that a strict page forbids.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { noticeLanguages } from '#db/model/notice.ts';
import { root } from '#test/support/source-files.ts';

const text = readFileSync(path.join(root, 'api', 'widget', 'notice.js'), 'utf8');

it('is under 8 kB when packed', () => {
  const size = gzipSync(text, { level: 6 }).length;
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThan(8_000);
});

it('says every word in every language', () => {
  const source = /const languages = (\{[\s\S]*?\n {2}\});/.exec(text)?.[1] ?? '';
  const languages: Record<string, Record<string, unknown>> = vm.runInNewContext(`(${source})`);
  expect(Object.keys(languages).sort()).toEqual([...noticeLanguages].sort());
  const keys = Object.keys(languages.en ?? {}).sort();
  for (const words of Object.values(languages)) expect(Object.keys(words).sort()).toEqual(keys);
  // No language stands in for another: each has its own words.
  expect(new Set(Object.values(languages).map(({ whom }) => whom)).size).toBe(noticeLanguages.length);
});

it('makes no markup out of text and runs no text as a script', () => {
  expect(text.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|<style/g)).toBeNull();
});
