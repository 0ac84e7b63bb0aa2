// Urgency: the table of its steps, and that nothing that makes a case worse ever lowers it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenWait, urgencyAt } from '#db/facts/urgency.ts';
import { hour, minute } from '#db/model/instant.ts';
import { type UrgencyLevel, urgencyLevels } from '#db/model/score.ts';

const now = Date.UTC(2026, 2, 2, 12);
const level = (harm: UrgencyLevel, ...waits: OpenWait[]) => urgencyAt({ level: harm, reasons: [] }, waits, now)?.level;

describe('urgency', () => {
  it('is the harm alone where nobody waits, and unknown where the harm is', () => {
    expect(urgencyLevels.map((harm) => level(harm))).toEqual([...urgencyLevels]);
    expect(urgencyAt(null, [{ dueAt: now - hour, nudges: 5 }], now)).toBe(null);
  });

  it.each([
    ['a promise with time left', { dueAt: now + 61 * minute, nudges: 1 }, 'low', []],
    ['a promise within the hour', { dueAt: now + 60 * minute, nudges: 0 }, 'normal', ['due-soon']],
    ['a promise at its due instant', { dueAt: now, nudges: 0 }, 'normal', ['due-soon']],
    ['a broken promise', { dueAt: now - 1, nudges: 0 }, 'normal', ['overdue']],
    ['two nudges', { dueAt: null, nudges: 2 }, 'normal', ['nudged']],
    ['both', { dueAt: now - 1, nudges: 3 }, 'high', ['overdue', 'nudged']],
  ] as const)('rises from low with %s', (_, wait, expected, reasons) => {
    expect(urgencyAt({ level: 'low', reasons: [] }, [wait], now)).toEqual({ level: expected, reasons });
  });

  it('goes by the worst of several waits, keeps the reasons of the harm, and ends at critical', () => {
    const waits = [
      { dueAt: now + 5 * hour, nudges: 0 },
      { dueAt: now - hour, nudges: 2 },
    ];
    expect(urgencyAt({ level: 'high', reasons: ['funds-lost'] }, waits, now)).toEqual({
      level: 'critical',
      reasons: ['funds-lost', 'overdue', 'nudged'],
    });
  });

  it('is never lowered by more harm, less time or more nudges', () => {
    const rank = (of: UrgencyLevel | undefined) => urgencyLevels.indexOf(of ?? 'low');
    const seen = new Set<number>();
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.integer({ min: -200, max: 200 }),
        fc.nat(4),
        fc.nat(3),
        fc.nat(300),
        fc.nat(3),
        (h, left, n, h2, less, n2) => {
          const harm = (step: number) => urgencyLevels[Math.min(3, step)] ?? 'low';
          const before = rank(level(harm(h), { dueAt: now + left * minute, nudges: n }));
          const after = rank(level(harm(h + h2), { dueAt: now + (left - less) * minute, nudges: n + n2 }));
          seen.add(after - before);
          return after >= before;
        },
      ),
    );
    // The control: among these are cases in which it really rises.
    expect(seen.size).toBeGreaterThan(1);
  });
});
