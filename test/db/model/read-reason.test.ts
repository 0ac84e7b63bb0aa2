// Codes of reasons: read back from the sentence that is stored, with what stood in its places; what is of no list has none.
import { describe, expect, it } from 'vitest';
import { foundCodes, readFound, readReason, reasonCodes } from '#db/model/read-reason.ts';

describe('the code of a reason', () => {
  it.each([
    [
      'the page of tickets: acme.example.com:8443 answered 401: the credentials are wrong or have expired',
      'credentials',
      { what: 'the page of tickets', host: 'acme.example.com:8443', status: '401' },
    ],
    [
      'the page of tickets: acme.example.com answered 503',
      'answered',
      { what: 'the page of tickets', host: 'acme.example.com', status: '503' },
    ],
    ['a post: [::1]:80: the connection failed (ECONNREFUSED)', 'connection', { what: 'a post', host: '[::1]:80', error: 'ECONNREFUSED' }],
    [
      'acme.example.com failed too often; it is left alone until 2026-11-29T07:21:08.835Z',
      'left_alone',
      { host: 'acme.example.com', until: '2026-11-29T07:21:08.835Z' },
    ],
    ["a post: Weibo's limit of requests is reached (10022)", 'patience', { what: 'a post', service: 'Weibo', error: '10022' }],
    [
      'messages.0.at: Invalid input: expected string, received undefined',
      'field_shape',
      { field: 'messages.0.at', problem: 'input: expected string, received undefined' },
    ],
    [': Invalid input: expected object, received null', 'item_shape', { problem: 'input: expected object, received null' }],
    ['the list of tickets does not move on', 'in_circles', { what: 'the list of tickets' }],
    ['stopped', 'stopped', {}],
  ])('of "%s"', (sentence, code, places) => {
    expect(readReason(sentence)).toEqual({ code, places });
  });

  it('keeps the place of a record, in a file or in what was pushed, beside the reason itself', () => {
    expect(readReason('mails.csv:12: messages.at is missing, expected a time')).toEqual({
      code: 'field_missing',
      places: { column: 'messages.at', expected: 'a time', record: 'mails.csv:12' },
    });
    expect(readReason('push of 2026-11-29T07:21:08.835Z, record 3: not valid JSON')).toEqual({
      code: 'not_json',
      places: { record: 'push of 2026-11-29T07:21:08.835Z, record 3' },
    });
  });

  it('is none for what no list knows, or what is too long to be of one', () => {
    expect(readReason('the moon is full')).toBeNull();
    expect(readReason('has no date at all')).toBeNull();
    expect(readReason(`the list of ${'t'.repeat(2000)} does not move on`)).toBeNull();
  });

  it('reads a sentence that was made to be slow as fast as any', () => {
    const began = performance.now();
    for (let round = 0; round < 20; round += 1) readReason(`${'a: b answered 5: '.repeat(58)}!`);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

it('tells what a test found where it is counted, and leaves names alone', () => {
  expect(readFound('12 topics on the first page of the forum')).toEqual({ code: 'topics', places: { count: '12' } });
  expect(readFound('3 entries, such as "Version 2: faster"')).toEqual({
    code: 'entries_such',
    places: { count: '3', name: 'Version 2: faster' },
  });
  expect(readFound('Acme (admin)')).toBeNull();
});

it('gives no code twice', () => {
  expect([reasonCodes.length, foundCodes.length]).toEqual([new Set(reasonCodes).size, new Set(foundCodes).size]);
});
