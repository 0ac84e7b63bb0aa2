// The demo in pages: repeatable to the character, in believable shares, without texts that repeat.
import { describe, expect, it } from 'vitest';
import { demoSources } from '#ingest/demo/company.ts';
import type { DemoPlan } from '#ingest/demo/demo-year.ts';
import { generateDemo } from '#ingest/demo/generate.ts';
import { type FetchedConversation, fetchedConversationSchema } from '#ingest/fetched.ts';
import { redactConversation } from '#ingest/stages/redact-conversation.ts';

const plan: DemoPlan = { seed: 'pages', now: Date.parse('2026-11-23T10:00:00Z'), conversations: 5000, months: 2, closures: [] };
const demo = generateDemo(plan);
const pages = [...demo.pages(500)];
const conversations = pages.flatMap((page) => page.conversations);
const customers = conversations.filter(({ exclusion }) => exclusion !== 'spam');

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length / items.length;
const firstText = ({ messages }: FetchedConversation): string => messages.find((message) => message.actor === 'customer')?.text ?? '';

/** Share of texts that somebody else wrote before, letter by letter. */
function repeated(texts: readonly string[]): number {
  return 1 - new Set(texts).size / texts.length;
}

describe('the demo in pages', () => {
  it('is the same twice and another for another seed', () => {
    const small = { ...plan, conversations: 150, months: 1 };
    const written = (seed: string): string => JSON.stringify([...generateDemo({ ...small, seed }).pages(100)]);
    const once = written('a');
    expect(written('a')).toBe(once);
    expect(written('b')).not.toBe(once);
  });

  it('has as many conversations as it says, each valid and of its own id in its source', () => {
    expect(conversations).toHaveLength(demo.conversations);
    expect(demo.conversations).toBe(plan.conversations);
    expect(conversations.filter((conversation) => !fetchedConversationSchema.safeParse(conversation).success)).toEqual([]);
    for (const { id } of demoSources) {
      const ids = pages.filter(({ sourceId }) => sourceId === id).flatMap((page) => page.conversations.map(({ externalId }) => externalId));
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('says nothing later than now and nothing out of order', () => {
    const late = conversations.filter(({ messages }) => messages.some(({ at }) => at === null || at >= plan.now));
    expect(late).toEqual([]);
    const unordered = conversations.filter(({ messages }) =>
      messages.some(({ at }, nth) => nth > 0 && (at ?? 0) < (messages[nth - 1]?.at ?? 0)),
    );
    expect(unordered).toEqual([]);
  });

  it('leaves no slot unfilled and no message empty', () => {
    const odd = conversations.flatMap(({ messages }) =>
      messages.filter(({ text }) => text.trim() === '' || /\{\w+\}|undefined|NaN|\[object/.test(text)),
    );
    expect(odd.map(({ text }) => text)).toEqual([]);
  });

  it('comes through seven channels in six languages, mostly Chinese', () => {
    expect(new Set(conversations.map(({ channel }) => channel)).size).toBe(7);
    expect(share(customers, ({ channel }) => channel === 'chat')).toBeGreaterThan(0.28);
    expect(share(customers, ({ channel }) => channel === 'phone')).toBeGreaterThan(0.02);
    const chinese = share(customers, ({ country }) => ['CN', 'TW', 'HK', 'MY'].includes(country ?? ''));
    expect(chinese).toBeGreaterThan(0.4);
    expect(chinese).toBeLessThan(0.6);
    for (const country of ['US', 'FR', 'DE', 'ES', 'RU'])
      expect(share(customers, (conversation) => conversation.country === country)).toBeGreaterThan(0.01);
  });

  it('has comments with stars that were asked for, in four languages, that fit the stars', () => {
    const asked = customers.filter(({ channel }) => channel !== 'app_store_review').flatMap(({ ratings }) => ratings);
    const written = asked.flatMap(({ value, comment }) => (comment == null ? [] : [{ value, comment }]));
    expect(share(asked, ({ comment }) => comment != null)).toBeGreaterThan(0.15);
    expect(share(asked, ({ comment }) => comment != null)).toBeLessThan(0.45);
    expect(written.filter(({ comment }) => comment.trim() === '' || /\{\w+\}|undefined|NaN/.test(comment))).toEqual([]);
    expect(
      customers.filter(({ channel, ratings }) => channel === 'app_store_review' && ratings.some(({ comment }) => comment != null)),
    ).toEqual([]);
    const says = (words: RegExp) => written.filter(({ comment }) => words.test(comment));
    for (const words of [/没|谢/, /\b(not|thanks)\b/i, /\b(pas|merci)\b/i, /\b(nicht|danke)\b/i])
      expect(says(words).length, String(words)).toBeGreaterThan(0);
    const thankful = says(/thank|merci|danke|谢谢/i);
    const sour = says(/太慢|没解决|too (long|slow)|not solved|nicht gelöst|pas résolu/i);
    expect(share(thankful, ({ value }) => value >= 4)).toBeGreaterThan(0.85);
    expect(share(sour, ({ value }) => value >= 4)).toBeLessThan(0.15);
    expect(repeated(written.map(({ comment }) => comment))).toBeLessThan(0.3);
  });

  it('repeats next to no first message', () => {
    expect(repeated(customers.map(firstText))).toBeLessThan(0.02);
    expect(repeated(['a', 'b', 'a', 'a'])).toBe(0.5);
  });

  it('holds every kind of message that the facts tell apart', () => {
    const messages = conversations.flatMap((conversation) => conversation.messages);
    const kinds = new Set(messages.map(({ actor, kind, visibility }) => `${actor} ${kind} ${visibility}`));
    for (const kind of [
      'customer message public',
      'customer reaction public',
      'customer attachment public',
      'agent message public',
      'agent message private',
      'bot message public',
      'system auto_reply public',
      'system survey public',
      'campaign message public',
      'third_party message public',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(new Set(conversations.map(({ exclusion }) => exclusion))).toEqual(new Set([null, 'spam', 'merged_into']));
    expect(share(conversations, ({ exclusion }) => exclusion === 'spam')).toBeCloseTo(0.021, 2);
  });

  it('merges second tickets into records that exist in the same source', () => {
    for (const { id } of demoSources) {
      const own = pages.filter(({ sourceId }) => sourceId === id).flatMap((page) => page.conversations);
      const ids = new Set(own.map(({ externalId }) => externalId));
      expect(own.filter(({ mergedInto }) => mergedInto !== null && !ids.has(mergedInto))).toEqual([]);
    }
  });
});

describe('secrets that customers of the demo leak', () => {
  const leaks = pages.flatMap((page) => page.leaks.map(({ kind, secret }) => ({ kind, secret, sourceId: page.sourceId })));
  const leaking = (text: string): boolean => leaks.some(({ secret }) => text.includes(secret));

  it('are of every kind and stand in the raw texts', () => {
    expect(new Set(leaks.map(({ kind }) => kind))).toEqual(new Set(['phrase', 'key', 'card', 'contact']));
    const raw = conversations.flatMap(({ messages }) => messages.map(({ text }) => text)).join('\n');
    expect(leaks.filter(({ secret }) => !raw.includes(secret))).toEqual([]);
  });

  it('are gone after redaction', () => {
    const affected = conversations.filter(({ messages }) => messages.some(({ text }) => leaking(text)));
    expect(affected.length).toBeGreaterThan(40);
    const redacted = affected.map((conversation) =>
      redactConversation(conversation, {
        keyOf: (vendorId) => `key:${vendorId.length}`,
        mentionKeyOf: (kind) => kind,
      }),
    );
    const left = redacted.flatMap(({ messages }) => messages.map(({ body }) => body).filter(leaking));
    expect(left).toEqual([]);
  });
});
