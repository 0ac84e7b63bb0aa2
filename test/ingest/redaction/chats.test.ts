// Recall in chats: secrets in sentences of eight languages and in eleven layouts, half of which no rule was mended by.
import { describe, expect, it } from 'vitest';
import { chatPlantings } from '#test/fixtures/redaction/chats/chat-plantings.ts';
import { leftStanding } from '#test/fixtures/redaction/planted.ts';
import { openRandom } from '#test/fixtures/redaction/random.ts';
import { missesOf } from '#test/fixtures/redaction/recall.ts';

const count = 150;

describe.each(['open', 'held back'] as const)('secrets in the sentences that are %s', (half) => {
  it.each(chatPlantings)('leave nothing of a class $name beyond $allowed in a thousand', (planting) => {
    const misses = missesOf(planting, half, { count, seed: 20261129 });
    expect(misses.slice(Math.ceil((count * planting.allowed) / 1000))).toEqual([]);
  });
});

describe('the measure', () => {
  it.each(chatPlantings)('counts a $name as standing where nothing was found', (planting) => {
    expect(leftStanding(planting.plant(openRandom(1), 'held back'), [])).not.toBe('');
  });
});
