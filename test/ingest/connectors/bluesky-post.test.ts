// Posts of Bluesky by themselves: times that authors make up, and links that lead elsewhere than they say.
import { describe, expect, it } from 'vitest';
import { postText, postTime } from '#ingest/connectors/bluesky-post.ts';

describe('the time of a post', () => {
  it.each([
    ['2026-10-01T08:00:00Z', '2026-10-01T08:00:01Z', '2026-10-01T08:00:00.000Z'],
    ['2031-01-01T00:00:00Z', '2026-10-01T08:00:01Z', '2026-10-01T08:00:01.000Z'],
    ['1970-01-01T00:00:00Z', '2026-10-01T08:00:01Z', '2026-10-01T08:00:01.000Z'],
    ['soon', '2026-10-01T08:00:01Z', '2026-10-01T08:00:01.000Z'],
    ['2026-10-01T08:00:00Z', '', '2026-10-01T08:00:00.000Z'],
  ])('claimed %s and seen %s is %s', (createdAt, indexedAt, expected) => {
    expect(new Date(postTime(createdAt, indexedAt) ?? 0).toISOString()).toBe(expected);
  });

  it('is unknown where nobody says one', () => {
    expect(postTime('soon', '')).toBeNull();
  });
});

describe('the words of a post', () => {
  const link = (byteStart: number, byteEnd: number, uri: string) => ({
    index: { byteStart, byteEnd },
    features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
  });

  it('tell where a link leads, counted in bytes', () => {
    const text = '钱包 acme.com/help and acme.com';
    const facets = [link(7, 20, 'https://evil.example/x'), link(25, 33, 'https://acme.com')];
    expect(postText({ text, createdAt: '', facets })).toBe('钱包 acme.com/help (https://evil.example/x) and acme.com');
  });

  it('are left alone by facets that point outside', () => {
    expect(postText({ text: 'short', createdAt: '', facets: [link(2, 99, 'https://evil.example')] })).toBe('short');
  });

  it('hold the address of a card, once', () => {
    const embed = { $type: 'app.bsky.embed.external', external: { uri: 'https://acme.com/a' } };
    expect(postText({ text: 'see', createdAt: '', embed })).toBe('see\nhttps://acme.com/a');
    expect(postText({ text: 'see https://acme.com/a', createdAt: '', embed })).toBe('see https://acme.com/a');
  });
});
