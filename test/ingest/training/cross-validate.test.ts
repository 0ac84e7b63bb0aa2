// Cross-validation: every text judged once, by a classifier that did not see it.
import { describe, expect, it } from 'vitest';
import { crossValidate, type Judge } from '#ingest/training/cross-validate.ts';

const examples = Array.from({ length: 20 }, (_, index) => [
  { text: `the transfer arrived at once, great number ${index}`, label: 'pos' },
  { text: `the transfer is stuck again, awful number ${index}`, label: 'neg' },
]).flat();

describe('crossValidate', () => {
  it('holds every text out once over five rounds, and never tests on what was taught', () => {
    const seen: string[] = [];
    const watching: Judge = ({ train, test }) => {
      const taught = new Set(train.map(({ text }) => text));
      for (const { text } of test) {
        expect(taught.has(text)).toBe(false);
        seen.push(text);
      }
      return test.map(() => ({ label: 'neg', sure: 1, isRight: false }));
    };
    const { own, others } = crossValidate(examples, 5, { judges: { watching } });
    expect(seen.sort()).toEqual(examples.map(({ text }) => text).sort());
    expect([own.n, own.accuracy]).toEqual([40, 1]);
    // The control: a judge that always says the same is right on half of the texts.
    expect([others.watching?.n, others.watching?.accuracy]).toEqual([40, 0.5]);
  });

  it('holds out one fifth in one round', () => {
    expect(crossValidate(examples, 1).own.n).toBe(8);
  });
});
