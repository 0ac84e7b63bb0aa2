// Recall in chats at length: three thousand secrets a class in the sentences that no rule was mended by.
import { describe, expect, it } from 'vitest';
import { chatPlantings } from '#test/fixtures/redaction/chats/chat-plantings.ts';
import { missesOf } from '#test/fixtures/redaction/recall.ts';

const count = 3000;

describe('secrets in the sentences held back, at length', { timeout: 300_000 }, () => {
  it.each(chatPlantings)('leave nothing of a class $name beyond $allowed in a thousand', (planting) => {
    expect(missesOf(planting, 'held back', { count, seed: 11 }).slice((count * planting.allowed) / 1000)).toEqual([]);
  });
});
