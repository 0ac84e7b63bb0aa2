// The agenda of the simulation: everything happens once, in order of time, and nothing in the past.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAgenda } from '#ingest/demo/agenda.ts';

describe('the agenda', () => {
  it('lives through all plans in order of time, equal instants in order of planning', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 300 }), (instants) => {
        const agenda = openAgenda(0);
        const lived: (readonly [number, number])[] = [];
        instants.forEach((at, nth) => {
          agenda.plan(at, () => lived.push([agenda.now(), nth]));
        });
        agenda.runUntil(51);
        const expected = instants.map((at, nth) => [at, nth] as const).sort(([a, i], [b, j]) => a - b || i - j);
        expect(lived).toEqual(expected);
      }),
    );
  });

  it('does what was planned for the past at once, in whole milliseconds, and leaves the future alone', () => {
    const agenda = openAgenda(100);
    const lived: string[] = [];
    agenda.plan(10, () => {
      lived.push(`late at ${agenda.now()}`);
      agenda.plan(150.6, () => lived.push(`then at ${agenda.now()}`));
      agenda.plan(200, () => lived.push('never'));
    });
    agenda.runUntil(200);
    expect([...lived, `end at ${agenda.now()}`]).toEqual(['late at 100', 'then at 151', 'end at 200']);
  });
});
