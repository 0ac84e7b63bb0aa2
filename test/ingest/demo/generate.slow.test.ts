// The whole demo as `npm start` makes it: thirty thousand conversations, in time and without repeats.
import { describe, expect, it } from 'vitest';
import { generateDemo } from '#ingest/demo/generate.ts';
import { demoDefaults } from '#ingest/demo/seed-demo.ts';

describe('the whole demo', () => {
  it('is made within a minute and repeats less than 2 % of its first messages', () => {
    const before = process.cpuUsage();
    const demo = generateDemo({ ...demoDefaults, now: Date.parse('2026-11-23T10:00:00Z'), closures: [] });
    const firsts: string[] = [];
    let made = 0;
    for (const { conversations } of demo.pages(500)) {
      made += conversations.length;
      for (const { exclusion, messages } of conversations)
        if (exclusion !== 'spam') firsts.push(messages.find(({ actor }) => actor === 'customer')?.text ?? '');
    }
    expect(made).toBe(demoDefaults.conversations);
    expect(1 - new Set(firsts).size / firsts.length).toBeLessThan(0.02);
    // Seconds of processor time, not of the clock: tests run beside others.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(60);
  });
});
