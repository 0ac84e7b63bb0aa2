// Weeks lived through again: two orders of work as bounds, where between them a channel lies, and how far off that was.
import { describe, expect, it } from 'vitest';
import { type Bounds, blended, gradeWeeks, type LivedWeek, learnBetween } from '#api/staffing/between-bounds.ts';
import { dueQueue } from '#api/staffing/due-queue.ts';
import { hourSlots } from '#api/staffing/hour-slots.ts';
import { laneBounds } from '#api/staffing/lane-bounds.ts';
import { openServing, reachable } from '#api/staffing/live-hours.ts';
import { livedLanes } from '#api/staffing/lived-lanes.ts';
import { presence } from '#api/staffing/presence.ts';
import { reactionsOf } from '#api/staffing/reactions.ts';
import { shiftsOf } from '#api/staffing/shifts.ts';
import { stackedHands } from '#api/staffing/stacked-hands.ts';
import { officeHours, promised, replyOf } from '#test/support/staffing.ts';

const minute = 60_000;
const hour = 60 * minute;
const monday = Date.parse('2026-05-04T00:00:00Z');
const on = (hours: number, minutes = 0): number => monday + hours * hour + minutes * minute;

describe('a flood', () => {
  // Ten hours of work at once, due after two; then an hour of it every two hours, due two hours later. One pair of hands.
  const flood = { at: 0, dueAt: 2 * hour, workMs: 10 * hour, weight: 10 };
  const later = Array.from({ length: 5 }, (_, nth) => ({ at: (2 + 2 * nth) * hour, dueAt: (4 + 2 * nth) * hour, workMs: hour, weight: 1 }));
  const hands = [{ from: 0, to: 30 * hour, people: 1 }];

  it('makes everything late where what is due first is done first', () => {
    expect(dueQueue([flood, ...later], hands, 'due').inTime).toEqual([0.2, 0, 0, 0, 0, 0]);
  });

  it('makes nothing late but itself where what is late already waits', () => {
    expect(dueQueue([flood, ...later], hands, 'late-last').inTime).toEqual([0.2, 1, 1, 1, 1, 1]);
  });

  it('puts aside what becomes late under the hands, and still does all of it', () => {
    const work = [
      { at: 0, dueAt: hour, workMs: 2 * hour, weight: 1 },
      { at: 30 * minute, dueAt: 2 * hour, workMs: hour, weight: 1 },
    ];
    expect(dueQueue(work, [{ from: 0, to: 3 * hour, people: 1 }], 'late-last').inTime).toEqual([0.5, 1]);
  });
});

describe('hands laid over each other', () => {
  it('are counted at once, and nobody is less than nobody', () => {
    const stretches = [
      { from: 0, to: 10, people: 1 },
      { from: 5, to: 15, people: 1 },
      { from: 12, to: 20, people: -1 },
    ];
    expect(stackedHands(stretches)).toEqual([
      { from: 0, to: 5, people: 1 },
      { from: 5, to: 10, people: 2 },
      { from: 10, to: 12, people: 1 },
    ]);
  });
});

describe('answers as they were given', () => {
  const promise = { promise: { id: 'test' } as never, version: promised({ durationMs: 2 * hour }), calendar: officeHours('UTC') };
  const terms = { channel: 'email', language: null, promise, since: monday, usualMs: 30 * minute };
  const replies = [
    replyOf(on(10), { waitingSince: on(9), isFirst: true }),
    replyOf(on(11), { conversation: 2, waitingSince: on(10, 30), isFirst: true }),
    replyOf(on(11), { agent: 'ben', conversation: 3, waitingSince: on(9), language: 'de', isFirst: true }),
    replyOf(on(12), { conversation: 4, channel: 'forum', waitingSince: on(9) }),
  ];
  const lanes = livedLanes(shiftsOf(replies), terms);

  it('take their own time, each in the lane of its language', () => {
    expect(lanes.map(({ work }) => work.map(({ at, workMs, dueAt, isFirst }) => [at, workMs, dueAt, isFirst]))).toEqual([
      [
        [on(9), 30 * minute, on(11), true],
        [on(10, 30), 30 * minute, on(12, 30), true],
      ],
      [[on(9), 30 * minute, on(11), true]],
    ]);
    expect(lanes.map(({ hands }) => hands.map(({ from, to }) => [from, to]))).toEqual([
      [
        [on(9, 30), on(10)],
        [on(10, 30), on(11)],
      ],
      [[on(10, 30), on(11)]],
    ]);
  });

  it('are in time again where they were, not with ten times the work, and again with more people', () => {
    const week = [{ from: monday, to: monday + 7 * 24 * hour }];
    const bounds = (factor: number, people: number) =>
      laneBounds(lanes, week, { factor, added: people === 0 ? [] : [{ from: on(9), to: on(17), people }] });
    expect(bounds(1, 0)).toEqual([{ n: 3, low: 1, high: 1 }]);
    expect(bounds(10, 0)[0]?.high).toBeLessThan(0.3);
    expect(bounds(10, 30)).toEqual([{ n: 3, low: 1, high: 1 }]);
  });
});

describe('between two bounds', () => {
  const week = (kept: number | null, n = 100): LivedWeek => ({ from: 0, to: 1, n, kept, answered: 90, ended: 100 });
  const bound: Bounds = { n: 100, low: 0.2, high: 0.8 };

  it('a channel lies where most of its customers say, of those that were ever answered', () => {
    // 0.9 * (0.2 + 0.5 * 0.6) = 0.45
    expect(learnBetween([week(0.45), week(0.45)], [bound, bound])).toEqual({ better: expect.closeTo(0.5, 12), answered: 0.9 });
    expect(learnBetween([week(0.99)], [bound]).better).toBe(1);
    expect(learnBetween([week(0.01)], [bound]).better).toBe(0);
    expect(learnBetween([], [])).toEqual({ better: 0.5, answered: 1 });
    expect(blended(bound, { better: 0.5, answered: 0.9 })).toBeCloseTo(0.45, 12);
  });

  it('each week is predicted by the weeks before it, and by nothing of its own', () => {
    const weeks = [week(0.45), week(0.45), week(0.72)];
    const graded = gradeWeeks(weeks, [bound, bound, bound], 2);
    expect(graded).toEqual([{ ...week(0.72), predicted: expect.closeTo(0.45, 12) }]);
    expect(gradeWeeks([week(null, 0), week(0.4)], [{ ...bound, n: 0 }, bound], 1)[0]?.predicted).toBeNull();
  });
});

describe('a live channel as it was', () => {
  const chat = { channel: 'chat', isFirst: true };
  it('has people there for a little longer than from the first to the last reply', () => {
    const calls = [0, 1, 2].map((nth) => replyOf(on(10, 20 * nth), { ...chat, conversation: nth }));
    const slots = hourSlots({ from: on(9), to: on(12) }, 'UTC');
    const of = { channel: 'chat', language: null, isLive: true, usualMs: 5 * minute };
    // Three conversations within 40 minutes are 20 apart, and 20 more at each end.
    expect(presence(shiftsOf(calls), slots, of)).toEqual([expect.closeTo(1 / 3, 9), 1, 0]);
  });

  it('tells how long a first line takes when nobody else waits, and nothing of fewer than thirty', () => {
    const day = 24 * hour;
    // On forty days: one that opens the shift, one in a quiet moment after three minutes, and one that comes while another waits.
    const replies = Array.from({ length: 40 }, (_, nth) => [
      replyOf(on(9) + nth * day, { ...chat, conversation: 3 * nth, waitingSince: on(7) + nth * day }),
      replyOf(on(10, 3) + nth * day, { ...chat, conversation: 3 * nth + 1, waitingSince: on(10) + nth * day }),
      replyOf(on(10, 20) + nth * day, { ...chat, conversation: 3 * nth + 2, waitingSince: on(10, 2) + nth * day }),
    ]).flat();
    expect(reactionsOf(shiftsOf(replies), { channel: 'chat', language: null })).toEqual(new Array(10).fill(3 * minute));
    expect(reactionsOf(shiftsOf(replies.slice(0, 60)), { channel: 'chat', language: null })).toEqual([]);
  });

  it('cannot answer in time what takes longer to begin than was promised, whoever is there', () => {
    const terms = { handlingMs: 5 * minute, concurrency: 1, shrinkage: 0, patienceMs: null, withinMs: 2 * minute };
    const half = { ...terms, reactions: [minute, 3 * minute], instant: 0.2 };
    expect(reachable(half)).toBeCloseTo(0.6, 12);
    expect(openServing(half)(1, 200)).toBeCloseTo(0.6, 9);
    expect(openServing({ ...half, instant: 1 })(1, 200)).toBeCloseTo(1, 9);
  });
});
