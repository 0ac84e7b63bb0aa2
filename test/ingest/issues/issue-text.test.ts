// What a conversation says to the grouping: the message that states the matter, the version, the hash of the same complaint.
import { describe, expect, it } from 'vitest';
import { statedMatter, textHash } from '#ingest/issues/issue-text.ts';
import { incoming, incomingMessage, incomingReply, monday } from '#test/support/incoming.ts';
import { messageRows } from '#test/support/message-rows.ts';

const stated = (...bodies: string[]) =>
  statedMatter({ messages: messageRows(incoming('a', { messages: bodies.map((body, at) => incomingMessage(`m${at}`, { body })) })) });

describe('statedMatter', () => {
  it('passes over a greeting and reads the first message that says something', () => {
    expect(stated('Hello', 'my withdrawal is pending since Monday')).toMatchObject({
      message: 'm1',
      text: 'my withdrawal is pending since Monday',
    });
    expect(stated('Hi', 'wallet?')).toMatchObject({ message: 'm1' });
    expect(stated('', '   ')).toBeNull();
  });

  it('does not read us, nor what was deleted, and counts our replies', () => {
    const messages = [
      incomingMessage('m1', { body: 'this one was deleted by its author', deletedAt: monday }),
      incomingReply('m2', monday, 'Wang Fang', { body: 'please send us the hash of it' }),
      incomingMessage('m3', { body: 'the swap failed twice today' }),
    ];
    expect(statedMatter({ messages: messageRows(incoming('a', { messages })) })).toMatchObject({ message: 'm3', replies: 1 });
  });

  it('finds versions as people write them, and neither sums nor dates', () => {
    const versionOf = (text: string) => stated(text)?.version;
    expect(
      [
        'crashes since v7.12',
        'since version 7.12.3 nothing works',
        '更新到7.5.0之后闪退',
        '版本 7.6 打不开了',
        'Depuis la version 2.31 impossible',
      ].map(versionOf),
    ).toEqual(['7.12', '7.12.3', '7.5.0', '7.6', '2.31']);
    expect(
      ['I lost 0.282 BTC today', 'paid 1.410 USDT for it', 'waiting since 12.03.2026 for you', 'fee is 3.5 % too much'].map(versionOf),
    ).toEqual([null, null, null, null]);
  });

  it('hashes the words of a text, and only of one that is long enough to be recognised', () => {
    const complaint = 'Seven days without any answer about my blocked account, this is a scandal';
    expect(textHash(complaint)).toMatch(/^[0-9a-f]{16}$/);
    expect(textHash(complaint.toUpperCase().replaceAll(',', ' -'))).toBe(textHash(complaint));
    expect(textHash(`${complaint} again`)).not.toBe(textHash(complaint));
    expect(textHash('where is my money')).toBeNull();
  });
});
