// The verdicts on claims, those of people apart from those of the machine.
import { describe, expect, it } from 'vitest';
import { verdictParts } from '../../../dashboard/src/lib/complaints/verdict-parts.ts';

describe('verdictParts', () => {
  it('gives every verdict in one order, with what people confirmed and what nobody has', () => {
    expect(verdictParts({ parts: { 'half-true': 2, 'half-true-open': 3, 'never-received-open': 1 } })).toEqual([
      { verdict: 'true', confirmed: 0, open: 0 },
      { verdict: 'half-true', confirmed: 2, open: 3 },
      { verdict: 'answered', confirmed: 0, open: 0 },
      { verdict: 'never-received', confirmed: 0, open: 1 },
    ]);
  });

  it('adds up to all claims, and to none without any', () => {
    const sum = (parts: Record<string, number> | undefined) =>
      verdictParts(parts === undefined ? {} : { parts }).reduce((total, { confirmed, open }) => total + confirmed + open, 0);
    expect(sum({ true: 4, 'true-open': 1, answered: 2 })).toBe(7);
    expect(sum(undefined)).toBe(0);
  });
});
