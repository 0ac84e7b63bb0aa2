// The curve "answered by t": its points, its promise and its groups.
import { describe, expect, it } from 'vitest';
import { answerPlan } from '#api/engine/answer.ts';
import { kaplanMeier } from '#api/stats/kaplan-meier.ts';
import { logLogInterval } from '#api/stats/log-log-interval.ts';
import { hour, minute } from '#db/model/instant.ts';
import { nearly } from '#test/support/nearly.ts';
import { ask, conversation, monday, planOf, report, settingOf, wait, withPromise } from '#test/support/small-facts.ts';

const answered = [5, 8, 10, 20, 40, 60].map((minutes, index) => conversation(index + 1, { waits: [withPromise(monday, minutes, 20)] }));
const open = [30, 90, 120, 240].map((minutes, index) =>
  conversation(index + 11, { channel: 'chat', waits: [withPromise(report - minutes * minute, null, 20)] }),
);
const records = [...answered, ...open];

describe('answered by', () => {
  it('gives the worked example: 40 % within the promise of 20 minutes, with its interval', () => {
    const answer = ask(records, 'answered-by');
    expect(answer).toMatchObject({ n: 10, value: expect.closeTo(0.4, 12), waits: { answered: 6, waiting: 4, neverAnswered: 0 } });
    expect(answer.interval).toEqual(nearly([1 - 0.82722097, 1 - 0.2526689], 7));
    expect(answer.curves?.map(({ key, n, promiseMs }) => ({ key, n, promiseMs }))).toEqual([{ key: 'all', n: 10, promiseMs: 20 * minute }]);
  });

  it('draws about 120 points from the shortest wait to the longest watch, each on the curve of the estimator', () => {
    const points = ask(records, 'answered-by').curves?.[0]?.points ?? [];
    expect([points.length, points[0]?.ms, points.at(-1)?.ms]).toEqual([121, 5 * minute, 240 * minute]);
    const sample = {
      events: Float64Array.from([5, 8, 10, 20, 40, 60], (minutes) => minutes * minute),
      censored: Float64Array.from([30, 90, 120, 240], (minutes) => minutes * minute),
      never: 0,
    };
    const expected = kaplanMeier(
      sample,
      points.map(({ ms }) => ms),
    ).map(({ at, survival, varianceSum }) => {
      const [low, high] = logLogInterval(survival, varianceSum);
      return { ms: at, share: 1 - survival, low: 1 - high, high: 1 - low };
    });
    expect(points).toEqual(expected);
  });

  it('has a curve for each group, and a promise only where all have the same', () => {
    const mixed = [
      ...records,
      conversation(30, { channel: 'forum', waits: [withPromise(monday, 5, 20)] }),
      conversation(31, { channel: 'forum', waits: [withPromise(monday, 5, 60)] }),
    ];
    const answer = ask(mixed, 'answered-by', { groupBy: ['channel'] });
    expect(answer.curves?.map(({ key, n, promiseMs }) => ({ key, n, promiseMs }))).toEqual([
      { key: 'email', n: 6, promiseMs: 20 * minute },
      { key: 'chat', n: 4, promiseMs: 20 * minute },
      { key: 'forum', n: 2, promiseMs: null },
    ]);
    expect(answer.groups.map(({ key, value }) => ({ key, value }))).toEqual([
      { key: 'email', value: expect.closeTo(4 / 6, 12) },
      { key: 'chat', value: 0 },
      { key: 'forum', value: null },
    ]);
    expect([answer.value, answer.interval]).toEqual([null, null]);
  });

  it('knows a promise of working time on the working clock only', () => {
    const plan = planOf('answered-by', { clock: 'working' });
    const version = { promiseId: 'p', version: 1, validFrom: null, workingDays: null, durationMs: 20 * minute, calendarId: 'always' };
    const promised = (type: 'working-time' | 'calendar') => ({
      promises: [{ id: 'p', label: 'p', stage: 'reply' as const, channels: ['email'], versions: [{ ...version, type }] }],
    });
    expect(answerPlan(settingOf(answered, promised('working-time')), plan).curves?.[0]?.promiseMs).toBe(20 * minute);
    expect(answerPlan(settingOf(answered, promised('calendar')), plan).curves?.[0]?.promiseMs).toBeNull();
  });

  it('says nothing of times that nobody has been watched for', () => {
    const young = [
      conversation(1, { waits: [withPromise(report - minute, null, 60)] }),
      conversation(2, { waits: [withPromise(report - hour, 1, 60)] }),
    ];
    expect(ask(young, 'answered-by')).toMatchObject({ n: 2, value: null });
    const done = [conversation(2, { waits: [withPromise(report - hour, 1, 60)] })];
    expect(ask(done, 'answered-by')).toMatchObject({ n: 1, value: 1 });
  });

  it('is empty for nothing, and for waits without a promise has no value', () => {
    expect(ask([], 'answered-by')).toMatchObject({ n: 0, value: null, curves: [{ key: 'all', n: 0, points: [], promiseMs: null }] });
    expect(ask([conversation(1, { waits: [wait(monday, 5)] })], 'answered-by')).toMatchObject({ n: 1, value: null });
  });
});
