// Mentions: several spellings of one thing come to one hash, secrets come to none, and nothing can be read back.
import { describe, expect, it } from 'vitest';
import type { Keys } from '#db/keys.ts';
import { mentionKey } from '#db/keys.ts';
import { mentionsOf, mentionValue } from '#ingest/stages/mentions.ts';
import { redactText } from '#ingest/stages/redact.ts';
import { criticalKinds, redactionKinds } from '#ingest/stages/redaction/finding.ts';

const keys: Keys = { hmacKey: Buffer.alloc(32, 7), hmacKeyVersion: 1, authSecret: 'x'.repeat(43) };
const inText = (text: string, under: Keys = keys) =>
  mentionsOf(text, redactText(text).findings, { mentionKeyOf: (kind, value) => mentionKey(under, kind, value) });

const evm = '0x52908400098527886E0F7030069857D2E4169EE7';

describe('the mentions of a text', () => {
  it.each([
    ['an EVM address in another case', `send it to ${evm}`, `an ${evm.toLowerCase()} auch`],
    ['a mail address in another case', 'write to Jo.Doe@Example.org', '请写信到 jo.doe@example.org 谢谢'],
    ['an IBAN with and without spaces', 'IBAN DE89 3704 0044 0532 0130 00', 'iban: DE89370400440532013000'],
    ['a Chinese number with and without its country', '电话 +86 138 1234 5678', '我的手机 13812345678'],
    ['an address of full-width letters', 'mail jo@example.org', 'mail ｊｏ@example.org'],
  ])('hold one key for %s', (_what, one, other) => {
    expect(inText(one)).toHaveLength(1);
    expect(inText(other)).toEqual(inText(one));
  });

  it('hold other keys for other things, under another key of the house, and for the same letters of another class', () => {
    const [address] = inText(`to ${evm}`);
    const [other] = inText('to 0x8617E340B3D01FA5F11F306F4090FD50E238070D');
    const [elsewhere] = inText(`to ${evm}`, { ...keys, hmacKey: Buffer.alloc(32, 8) });
    const distinct = new Set([address?.key, other?.key, elsewhere?.key, mentionKey(keys, 'TX_HASH', evm.toLowerCase())]);
    expect(distinct.size).toBe(4);
    expect([...distinct].every((key) => /^m1_[\w-]{32}$/.test(key ?? ''))).toBe(true);
  });

  it('name a thing once, however often it is written', () => {
    expect(inText(`${evm} and again ${evm}`).map(({ kind }) => kind)).toEqual(['ADDR:EVM']);
  });

  it('keep no hash of what a hash would give away', () => {
    const never = [...criticalKinds, 'PASSWORD', 'OTP', 'NATIONAL_ID', 'IP'] as const;
    const text = 'x'.repeat(40);
    const all = redactionKinds.map((kind) => ({ kind, token: '', start: 0, end: text.length }));
    const kept = mentionsOf(text, all, { mentionKeyOf: (kind) => kind }).map(({ kind }) => kind);
    expect(kept.filter((kind) => never.some((secret) => secret === kind))).toEqual([]);
    expect(kept).toContain('ADDR:BTC');
    expect(inText('my card is 4111 1111 1111 1111, the password is hunter2x')).toEqual([]);
  });

  it('leave out what is spelled so that it comes to no single value', () => {
    expect(mentionValue('EMAIL', 'jo at example dot org')).toBe(null);
    expect(mentionValue('PHONE', '12')).toBe(null);
    expect(mentionValue('ADDR:BTC', 'bc1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ')).toBe('bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq');
  });
});
