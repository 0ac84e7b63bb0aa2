// The year of the demo company: what happens is plausible, decided by seed and day, and moves arrivals as it says.
import { describe, expect, it } from 'vitest';
import { day, hour } from '#db/model/instant.ts';
import { dayNumberOf, dayStart, dayText, localDay, weekday } from '#ingest/demo/local-time.ts';
import { openRandom } from '#ingest/demo/random.ts';
import { effectAt, marketEffect } from '#ingest/demo/story.ts';
import { planTimeline, versionAt } from '#ingest/demo/timeline.ts';

const lastDay = dayNumberOf('2026-11-23');
const closures = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-10-01'].map((date) => ({
  date,
  label: date.startsWith('2026-02') ? '春节' : '国庆节',
}));
const plan = (seed: string) => planTimeline({ random: openRandom(seed), startAt: dayStart(lastDay - 365), lastDay, closures });

describe('the timeline', () => {
  it('is the same for the same seed and another for another', () => {
    expect(plan('a')).toEqual(plan('a'));
    expect(plan('a').happenings).not.toEqual(plan('b').happenings);
  });

  it('holds market moves, incidents, releases, campaigns and holidays in plausible numbers', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const counts = new Map<string, number>();
      for (const { kind } of plan(seed).happenings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      expect(counts.get('market')).toBe(9);
      expect(counts.get('incident')).toBe(7);
      expect(counts.get('campaign')).toBe(2);
      expect(counts.get('holiday')).toBe(2);
      expect(counts.get('release')).toBeGreaterThanOrEqual(14);
      expect(counts.get('release')).toBeLessThanOrEqual(20);
    }
  });

  it('ships from Tuesday to Thursday, and 7.4.0 about two months back with two repairs', () => {
    const { releases } = plan('a');
    expect(releases.filter(({ at }) => ![1, 2, 3].includes(weekday(localDay(at))))).toEqual([]);
    const at = (version: string): number => releases.find((release) => release.version === version)?.at ?? Number.NaN;
    expect(Math.round((dayStart(lastDay) - at('7.4.0')) / day)).toBeGreaterThan(50);
    expect(at('7.4.1')).toBeGreaterThan(at('7.4.0'));
    expect(at('7.4.2')).toBeGreaterThan(at('7.4.1'));
    expect(releases.map(({ at: released }) => released)).toEqual(releases.map((release) => release.at).sort((a, b) => a - b));
  });

  it('joins days off of one name into one holiday', () => {
    const holidays = plan('a').happenings.filter(({ kind }) => kind === 'holiday');
    expect(holidays.map(({ fromAt, toAt, label }) => [dayText(localDay(fromAt)), (toAt - fromAt) / day, label])).toEqual([
      ['2026-02-16', 3, '春节'],
      ['2026-10-01', 1, '国庆节'],
    ]);
  });

  it('moves arrivals more the larger the move, rising, holding and fading to nothing', () => {
    const [small, large] = [marketEffect(-7), marketEffect(-20)];
    expect(effectAt(large, -1)).toBe(0);
    expect(effectAt(large, 3 * hour)).toBeGreaterThan(effectAt(small, 3 * hour));
    expect(effectAt(large, 3 * hour)).toBe(large.peak);
    expect(effectAt(large, 40 * hour)).toBeLessThan(large.peak / 4);
    expect(effectAt(large, 10 * day)).toBe(0);
  });

  it('gives customers the newest version or the one before', () => {
    const releases = [
      { version: '1.0', at: 0 },
      { version: '1.1', at: 10 * day },
      { version: '1.2', at: 20 * day },
    ];
    const random = openRandom('versions');
    const drawn = new Set(Array.from({ length: 200 }, () => versionAt(releases, 20.5 * day, random, false).version));
    expect(drawn).toEqual(new Set(['1.1', '1.2']));
    expect(versionAt(releases, 20.5 * day, random, true)).toEqual({ version: '1.2', previous: '1.1' });
  });
});
