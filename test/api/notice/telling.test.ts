// What is told beside the range: rounding, peaks, quiet times, situations, and grades at their edges.
import { describe, expect, it } from 'vitest';
import { calibratedRange, cutsFrom, rankOf } from '#api/notice/calibrated-range.ts';
import { noticeGrade } from '#api/notice/notice-grade.ts';
import { isPeakAt } from '#api/notice/peak.ts';
import { levels, predictWait } from '#api/notice/predict-wait.ts';
import { quietTimes } from '#api/notice/quiet-times.ts';
import { roundedRange, roundedWait } from '#api/notice/rounded-range.ts';
import { situationsOf } from '#api/notice/situations.ts';
import { answered, type FirstWait, waitHistory } from '#api/notice/wait-history.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import { calendarOf } from '#test/support/fact-settings.ts';

/** A Monday, midnight UTC. */
const monday = Date.UTC(2026, 2, 2);
const plain = situationsOf(null, 'UTC');
const came = (...instants: number[]): FirstWait[] => instants.map((fromAt) => ({ fromAt, untilAt: fromAt + minute, ending: answered }));

describe('ranges for customers', () => {
  it('come in steps of five minutes that grow with the wait', () => {
    const minutes = [0, 2, 3, 58, 64, 127, 250, 1_000, 2_900].map((count) => roundedWait(count * minute) / minute);
    expect(minutes).toEqual([0, 0, 5, 60, 60, 120, 240, 1_020, 2_880]);
    expect(roundedRange(0, 6 * minute)).toEqual({ minMs: 0, maxMs: 5 * minute });
    expect(roundedRange(4 * minute, 4.2 * minute)).toEqual({ minMs: 5 * minute, maxMs: 10 * minute });
  });

  it('are told in whole minutes where they are shorter than one such step as a whole', () => {
    const upTo = [0.2, 0.9, 1.4, 3.6, 4.6].map((count) => roundedRange(0.1 * minute, count * minute).maxMs / minute);
    expect(upTo).toEqual([1, 1, 1, 4, 5]);
  });

  it('miss on both sides alike, or above only where the lower end is told as at once', () => {
    const slow = Float64Array.from(levels, (level) => level * 100 * minute);
    expect(calibratedRange(slow, cutsFrom([]))).toEqual({ minMs: 10 * minute, maxMs: 90 * minute });
    const quick = Float64Array.from(levels, (level) => level * 10 * minute);
    expect(calibratedRange(quick, cutsFrom([]))).toEqual({ minMs: 0, maxMs: 10 * minute });
    expect(calibratedRange(quick.fill(Number.POSITIVE_INFINITY, 38), cutsFrom([]))).toBeNull();
  });

  it('learn from earlier ones: where all real waits lay in the upper half, so does the next range', () => {
    const slow = Float64Array.from(levels, (level) => level * 100 * minute);
    const outcomes = Array.from({ length: 100 }, (_, index) => ({ rank: rankOf(slow, (50 + index / 2) * minute), isOver: true }));
    expect(calibratedRange(slow, cutsFrom(outcomes))).toEqual({ minMs: 55 * minute, maxMs: 90 * minute });
  });
});

describe('a peak', () => {
  const usual = Array.from({ length: 9 * 7 * 24 }, (_, index) => monday - 9 * 7 * day + index * hour).flatMap((at) => [at, at + minute]);
  it('is an hour with more than nine in ten of the same hours before, and five more than usual', () => {
    const at = monday + 10 * hour;
    const hourOf = (count: number) => Array.from({ length: count }, (_, index) => at - hour + index * minute);
    const isPeak = (count: number) => isPeakAt(waitHistory(came(...usual, ...hourOf(count)), plain), at);
    expect([isPeak(2), isPeak(6), isPeak(7)]).toEqual([false, false, true]);
  });

  it('is not told before eight weeks are known', () => {
    const burst = Array.from({ length: 50 }, (_, index) => monday + index * minute);
    expect(isPeakAt(waitHistory(came(...burst), plain), monday + hour)).toBe(false);
  });
});

describe('quiet times', () => {
  // By day ten customers an hour, but one between 14 and 16 o'clock; none by night.
  const arrivals = Array.from({ length: 56 }, (_, index) => monday - (index + 1) * day).flatMap((start) =>
    Array.from({ length: 12 }, (_, place) => place + 8).flatMap((hourOfDay) =>
      Array.from({ length: hourOfDay === 14 || hourOfDay === 15 ? 1 : 10 }, (_, index) => start + hourOfDay * hour + index * minute),
    ),
  );
  const open = [0, 1, 2].map((days) => ({ from: monday + days * day + 8 * hour, to: monday + days * day + 20 * hour }));

  it('are the two hours of each day with the fewest customers, within opening hours', () => {
    const found = quietTimes(waitHistory(came(...arrivals), plain), monday + 9 * hour, open);
    expect(found).toEqual([0, 1, 2].map((days) => ({ from: monday + days * day + 14 * hour, to: monday + days * day + 16 * hour })));
  });

  it('are not told of a handful of customers, nor where every hour is alike', () => {
    expect(quietTimes(waitHistory(came(...arrivals.slice(0, 49)), plain), monday, open)).toEqual([]);
    const even = Array.from({ length: 56 * 24 }, (_, index) => monday - (index + 1) * hour);
    expect(quietTimes(waitHistory(came(...even), plain), monday, null)).toEqual([]);
  });
});

describe('outside opening hours', () => {
  const business = calendarOf('business', 'UTC', false);
  const saturday = monday - 2 * day + 12 * hour;
  const inHours = Array.from(
    { length: 300 },
    (_, index) => monday - 20 * day + Math.floor(index / 20) * day + (9 + (index % 8)) * hour,
  ).filter((at) => situationsOf(business, 'UTC')(at).isOpen);

  it('nothing is predicted where hardly anybody writes then', () => {
    const history = waitHistory(came(...inHours), situationsOf(business, 'UTC'));
    expect(predictWait(history, saturday)).toBeNull();
    expect(predictWait(history, monday + 10 * hour)).not.toBeNull();
  });

  it('it is, where enough do', () => {
    const atNight = Array.from({ length: 25 }, (_, index) => monday - (index + 1) * day + 2 * hour);
    expect(predictWait(waitHistory(came(...inHours, ...atNight), situationsOf(business, 'UTC')), saturday)).not.toBeNull();
  });

  it('the kind of day is told by which days are open', () => {
    const at = situationsOf(business, 'UTC');
    const bits = [0, 3, 4, 5, 6].map((days) => at(monday + days * day + 12 * hour).openDays);
    expect(bits).toEqual([7, 3, 1, 4, 6]);
  });
});

describe('a grade', () => {
  const graded = (within: number, sooner: number, later: number) => {
    const n = within + sooner + later;
    return noticeGrade({ n, value: n === 0 ? null : within / n, interval: null, parts: { within, sooner, later } });
  };

  it('trusts about 80 %, and only what the interval allows to say', () => {
    expect([graded(800, 100, 100), graded(24, 3, 3), graded(23, 3, 3), graded(0, 0, 0)].map(({ verdict }) => verdict)).toEqual([
      'trusted',
      'trusted',
      'ungraded',
      'ungraded',
    ]);
    expect([graded(700, 150, 150), graded(950, 25, 25), graded(22, 4, 5), graded(90, 5, 5)].map(({ verdict }) => verdict)).toEqual([
      'broken',
      'vague',
      'unsure',
      'unsure',
    ]);
  });

  it('tells the bias with its interval', () => {
    const { bias, biasInterval, leaning } = graded(50, 10, 40);
    expect(bias).toBeCloseTo(0.3, 12);
    // sqrt((0.4 + 0.1 - 0.09) / 100) * 1.96 = 0.1255
    expect(biasInterval?.map((end) => Number(end?.toFixed(4)))).toEqual([0.1745, 0.4255]);
    expect(leaning).toBe('none');
    expect(graded(50, 0, 50).leaning).toBe('later');
  });
});
