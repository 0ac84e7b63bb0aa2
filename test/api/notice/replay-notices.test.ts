// Notices replayed over made-up channels: they cover what they aim at, know nothing of the future, and a biased one is found out.
import { describe, expect, it } from 'vitest';
import { gradeReplay } from '#api/notice/grade-replay.ts';
import { openReplayer, replayNotices } from '#api/notice/replay-notices.ts';
import { situationsOf } from '#api/notice/situations.ts';
import { answered, type FirstWait, waitHistory, wentOn } from '#api/notice/wait-history.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import type { ReplayedNotice } from '#db/model/notice-forecast.ts';
import { type Simulated, simulatedWaits } from '#test/support/simulated-waits.ts';

const from = Date.UTC(2026, 0, 5);
const usual: Simulated = { seed: 1, from, days: 150, perDay: 30, medianMinutes: 60 };
const endings = ['waiting', 'answered', 'closed_unanswered', 'withdrawn'] as const;
const historyOf = (waits: readonly FirstWait[]) => waitHistory(waits, situationsOf(null, 'UTC'));

/** Notices of the second half, as the engine gives them. */
function replayed(waits: readonly FirstWait[], days: number): ReplayedNotice[] {
  const history = historyOf(waits);
  return replayNotices(history, { from: from + (days / 2) * day, to: from + days * day }).map(({ row, shownAt, minMs, maxMs, isPeak }) => {
    const fromAt = history.from[row] ?? 0;
    const untilAt = history.until[row] ?? 0;
    const ending = endings[history.ending[row] ?? 0] ?? 'waiting';
    return { fromAt, shownAt, minMs, maxMs, isPeak, waitMs: Number.isFinite(untilAt) ? untilAt - fromAt : null, ending };
  });
}

describe('replayed notices', () => {
  it.each([
    ['of a steady channel', usual],
    ['of one that becomes twice as slow on the way', { ...usual, seed: 2, slowerFrom: 110 }],
    ['of a slow one with few customers', { ...usual, seed: 3, perDay: 12, medianMinutes: 600 }],
  ])('hold for about 80 in 100 customers %s', (_, simulated) => {
    const grade = gradeReplay(replayed(simulatedWaits(simulated), simulated.days), from + simulated.days * day);
    expect(grade.n).toBeGreaterThan(400);
    expect(grade.coverage).toBeGreaterThan(0.75);
    expect(grade.coverage).toBeLessThan(0.85);
    expect({ verdict: grade.verdict, leaning: grade.leaning }).toEqual({ verdict: 'trusted', leaning: 'none' });
  });

  it('are narrower than one range for all would be', () => {
    const met = replayed(simulatedWaits(usual), usual.days);
    const waits = met.flatMap(({ waitMs, ending }) => (ending === 'answered' && waitMs !== null ? [waitMs] : [])).sort((a, b) => a - b);
    const one = (waits[Math.floor(0.9 * waits.length)] ?? 0) - (waits[Math.floor(0.1 * waits.length)] ?? 0);
    const widths = met.map(({ minMs, maxMs }) => maxMs - minMs).sort((a, b) => a - b);
    expect(widths[widths.length >> 1]).toBeLessThan(0.85 * one);
  });

  it('are not to be trusted where somebody promises half of it, and it is told on which side', () => {
    const met = replayed(simulatedWaits(usual), usual.days);
    const hopeful = met.map((one) => ({ ...one, minMs: one.minMs / 2, maxMs: one.maxMs / 2 }));
    const gloomy = met.map((one) => ({ ...one, minMs: one.minMs * 2, maxMs: one.maxMs * 2 }));
    const asOf = from + usual.days * day;
    const said = [hopeful, gloomy].map((biased) => gradeReplay(biased, asOf));
    expect(said.map(({ verdict, leaning }) => [verdict, leaning])).toEqual([
      ['broken', 'later'],
      ['broken', 'sooner'],
    ]);
  });

  it('know nothing of what came after their mark', () => {
    const waits = simulatedWaits({ ...usual, days: 100 });
    for (const at of [60, 75.3, 99].map((days) => Math.floor((from + days * day) / (5 * minute)) * 5 * minute)) {
      const known = waits
        .filter(({ fromAt }) => fromAt < at)
        .map((one): FirstWait => (one.untilAt !== null && one.untilAt <= at ? one : { fromAt: one.fromAt, untilAt: null, ending: wentOn }));
      // The same past with another future: everybody is answered a minute later, and a crowd comes.
      const other = known.map((one): FirstWait => (one.untilAt === null ? { ...one, untilAt: at + minute, ending: answered } : one));
      const crowd = Array.from(
        { length: 500 },
        (_, index): FirstWait => ({ fromAt: at + index * minute, untilAt: at + day, ending: answered }),
      );
      const told = [waits, known, [...other, ...crowd]].map((one) => openReplayer(historyOf(one)).rangeAt(at));
      expect(told[0]).not.toBeNull();
      expect(told[1]).toEqual(told[0]);
      expect(told[2]).toEqual(told[0]);
    }
  });

  it('take in who still waits: a queue makes the promise longer, and where nobody is answered any more nothing is promised', () => {
    const waits = simulatedWaits({ ...usual, days: 100 });
    const at = from + 100 * day;
    const stuck = (count: number) =>
      Array.from(
        { length: count },
        (_, index): FirstWait => ({ fromAt: at - 6 * hour + index * 9 * minute, untilAt: null, ending: wentOn }),
      );
    const [calm, queue, outage] = [0, 10, 40].map((count) => openReplayer(historyOf([...waits, ...stuck(count)])).rangeAt(at));
    expect(queue?.maxMs ?? 0).toBeGreaterThan(calm?.maxMs ?? Number.POSITIVE_INFINITY);
    expect(outage).toBeNull();
  });

  it('are silent where fewer than 20 waits are known', () => {
    const few = simulatedWaits({ ...usual, days: 20, perDay: 1 }).slice(0, 19);
    expect(openReplayer(historyOf(few)).rangeAt(from + 20 * day)).toBeNull();
  });
});
