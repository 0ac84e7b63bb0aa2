// Growth: four times the text takes about four times as long, whatever the text is made of; a quadratic pattern would take sixteen times.
import { describe, expect, it } from 'vitest';
import { redactText } from '#ingest/stages/redact.ts';
import { hostileShapes } from '#test/fixtures/redaction/hostile.ts';

const [short, long] = [25_000, 100_000];
const most = 9;

/** The least of three processor times, which other processes disturb less than the clock on the wall. */
function spent(run: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

/** The least of three ratios: what grows too fast does so each time, a machine that is busy with other things does not. */
function growth(run: (length: number) => unknown): number {
  run(short);
  const ratios = [0, 1, 2].map(() => {
    // Below ten milliseconds the clock is too coarse, and nothing that quick at this length is quadratic.
    const slow = spent(() => run(long));
    return slow < 10_000 ? 1 : slow / spent(() => run(short));
  });
  return Math.min(...ratios);
}

function redacted(text: string): string {
  try {
    return redactText(text).text;
  } catch {
    // Thousands of secrets in one text are refused, which is an end as well.
    return '';
  }
}

describe('the time that redaction takes', { timeout: 300_000 }, () => {
  it.each(hostileShapes)('grows no faster than the text: $name', ({ make }) => {
    expect(growth((length) => redacted(make(length)))).toBeLessThan(most);
  });

  it('would be seen to grow faster, with a pattern that looks for its end from every place', () => {
    expect(growth((length) => /a*b/.test('a'.repeat(length / 4)))).toBeGreaterThan(most);
  });
});
