// Erlang C and A: the printed values, a chain and a queue of our own beside them, and what must hold whatever the numbers are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '#api/stats/erlang-a.ts';
import { inverseErlangB } from '#api/stats/erlang-b.ts';
import { erlangC } from '#api/stats/erlang-c.ts';
import { medianInterval } from '#api/stats/median-interval.ts';
import { waitingLine } from '#test/support/waiting-line.ts';

const round = (value: number, places = 4): number => Number(value.toFixed(places));
const desk = { load: 10, handlingMs: 300_000, withinMs: 60_000 };

describe('Erlang C', () => {
  it('gives the three values of the definition of our metrics', () => {
    const found = [11, 12, 14].map((agents) => {
      const { waitShare, answeredWithin } = erlangC({ ...desk, agents });
      return [agents, round(waitShare), round(answeredWithin)];
    });
    expect(found).toEqual([
      [11, 0.6821, 0.4415],
      [12, 0.4494, 0.6988],
      [14, 0.1741, 0.9218],
    ]);
  });

  it('stays exact for hundreds of agents', () => {
    // Python, recursion of B in floats: 280 erlangs, 300 agents, 180 s, 20 s.
    const { waitShare, answeredWithin } = erlangC({ load: 280, agents: 300, handlingMs: 180_000, withinMs: 20_000 });
    expect([round(waitShare, 10), round(answeredWithin, 10)]).toEqual([0.1638141693, 0.9822477823]);
    expect(erlangC({ load: 900, agents: 1200, handlingMs: 180_000, withinMs: 20_000 }).answeredWithin).toBeCloseTo(1, 9);
  });

  it('has nobody served in time where the work is as much as the hands', () => {
    expect(erlangC({ ...desk, agents: 10 })).toEqual({ waitShare: 1, answeredWithin: 0 });
    expect(erlangC({ ...desk, agents: 0 })).toEqual({ waitShare: 1, answeredWithin: 0 });
    expect(erlangC({ ...desk, load: 0, agents: 0 })).toEqual({ waitShare: 1, answeredWithin: 0 });
    expect(erlangC({ ...desk, load: 0, agents: 1 })).toEqual({ waitShare: 0, answeredWithin: 1 });
  });

  it('never serves fewer in time with one agent more', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 400, noNaN: true }), fc.integer({ min: 0, max: 450 }), (load, agents) => {
        const one = erlangC({ ...desk, load, agents });
        const more = erlangC({ ...desk, load, agents: agents + 1 });
        expect(more.answeredWithin).toBeGreaterThanOrEqual(one.answeredWithin);
        expect(more.waitShare).toBeLessThanOrEqual(one.waitShare);
      }),
    );
  });

  it('agrees with a queue that is lived through', () => {
    const line = waitingLine({ load: 10, agents: 12, withinInHandling: 0.2, patienceInHandling: null, arrivals: 60_000, seed: 7 });
    const { waitShare, answeredWithin } = erlangC({ ...desk, agents: 12 });
    // Neighbours in a queue are alike, so the error comes from batches of arrivals; four of it leave no room for luck.
    expect(Math.abs(line.answeredWithin.mean - answeredWithin)).toBeLessThan(4 * line.answeredWithin.error);
    expect(Math.abs(line.waited.mean - waitShare)).toBeLessThan(4 * line.waited.error);
    expect(line.answeredWithin.error).toBeLessThan(0.02);
    // The control: the same queue is told from the model of one agent more.
    expect(Math.abs(line.answeredWithin.mean - erlangC({ ...desk, agents: 13 }).answeredWithin)).toBeGreaterThan(
      4 * line.answeredWithin.error,
    );
  });
});

describe('Erlang A', () => {
  it('gives what the states of the chain give', () => {
    // Python, birth and death chain of 4,000 states, the wait of each state by Runge-Kutta over 20,000 steps.
    const found = [
      erlangA({ ...desk, agents: 9, patienceMs: 600_000 }),
      erlangA({ ...desk, agents: 12, patienceMs: 180_000 }),
      erlangA({ load: 280, agents: 270, handlingMs: 180_000, withinMs: 20_000, patienceMs: 120_000 }),
    ].map(({ waitShare, abandonShare, answeredWithin }) => [round(waitShare, 6), round(abandonShare, 6), round(answeredWithin, 6)]);
    expect(found).toEqual([
      [0.75794, 0.157687, 0.40874],
      [0.273713, 0.063811, 0.881239],
      [0.66732, 0.048159, 0.915803],
    ]);
  });

  it('becomes Erlang C where nobody ever loses patience', () => {
    const patient = erlangA({ ...desk, agents: 12, patienceMs: 1e12 });
    const endless = erlangC({ ...desk, agents: 12 });
    expect(patient.answeredWithin).toBeCloseTo(endless.answeredWithin, 6);
    expect(patient.waitShare).toBeCloseTo(endless.waitShare, 6);
    expect(patient.abandonShare).toBeCloseTo(0, 6);
  });

  it('never serves fewer in time with one agent more, and keeps to shares', () => {
    const anyDesk = fc.record({
      load: fc.double({ min: 0.01, max: 300, noNaN: true }),
      agents: fc.integer({ min: 0, max: 320 }),
      patienceMs: fc.double({ min: 5_000, max: 1e7, noNaN: true }),
    });
    fc.assert(
      fc.property(anyDesk, (given) => {
        const one = erlangA({ ...desk, ...given });
        const more = erlangA({ ...desk, ...given, agents: given.agents + 1 });
        expect(more.answeredWithin).toBeGreaterThanOrEqual(one.answeredWithin - 1e-9);
        for (const share of [one.waitShare, one.answeredWithin, one.abandonShare]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agrees with a queue that people leave', () => {
    const line = waitingLine({ load: 10, agents: 9, withinInHandling: 0.2, patienceInHandling: 2, arrivals: 40_000, seed: 11 });
    const model = erlangA({ ...desk, agents: 9, patienceMs: 600_000 });
    expect(Math.abs(line.answeredWithin.mean - model.answeredWithin)).toBeLessThan(4 * line.answeredWithin.error);
    expect(Math.abs(line.left.mean - model.abandonShare)).toBeLessThan(4 * line.left.error);
    expect(Math.abs(line.answeredWithin.mean - erlangC({ ...desk, agents: 9 }).answeredWithin)).toBeGreaterThan(
      4 * line.answeredWithin.error,
    );
  });
});

describe('what they stand on', () => {
  it('is the loss formula: 10 erlangs on 10 lines lose 21.46 %', () => {
    // R: package queueing, B_erlang(10, 10).
    expect(round(1 / inverseErlangB(10, 10))).toBe(0.2146);
  });
});

describe('the interval of a median', () => {
  it('comes from ranks: of 30 values the 9th and the 22nd', () => {
    const values = Array.from({ length: 30 }, (_, at) => at + 1);
    expect(medianInterval(values)).toEqual([9, 22]);
    expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
    expect(medianInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([1, 10]);
  });
});
