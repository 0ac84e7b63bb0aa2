// Every figure of the report about satisfaction has as many rows in its list as it counts.
import { describe, expect, it } from 'vitest';
import { rowsOfPlan } from '#api/engine/rows.ts';
import { reportSatisfaction } from '#api/satisfaction/report.ts';
import { hour, minute } from '#db/model/instant.ts';
import type { MetricId, RowChoice } from '#db/model/metric.ts';
import { seededRandom } from '#test/support/random.ts';
import { conversation, monday, planOf, rating, settingOf, wait } from '#test/support/small-facts.ts';

const random = seededRandom(11);
const later = monday + 100 * hour;
/** Early enough that each request has had its time by the report. */
const askedAt = monday + 90 * hour;
const channels = ['chat', 'email', 'forum'] as const;
const records = Array.from({ length: 400 }, (_, index) => {
  const nudges = random.int(0, 3);
  const isGood = random.chance(0.85 - 0.15 * nudges);
  const waited = wait(monday, random.int(0, 6000), { nudges, languageMatch: random.chance(0.8) });
  return conversation(index + 1, {
    channel: random.pick(channels),
    category: random.pick(['deposit', 'security', '=cmd() & co']),
    sentiment: 'neu' as const,
    sentimentScore: 0,
    sentimentOpening: random.int(-10, 10) / 10,
    sentimentClosing: random.int(-10, 10) / 10,
    waits: random.chance(0.9) ? [waited] : [],
    ratings: [rating(isGood ? 5 : 1, later)],
    offers: [
      {
        kind: random.pick(['csat', 'nps', null] as const),
        at: askedAt,
        answeredAt: random.chance(0.4) ? askedAt + minute : null,
        isGood: random.chance(0.7),
      },
    ],
  });
});
const setting = settingOf(records);
const report = reportSatisfaction(setting, planOf('csat'));
const listed = (metric: MetricId, choice: RowChoice, channel?: string | null) => {
  const filters = channel === undefined || channel === null ? {} : { channel: [channel] };
  const { n, rows } = rowsOfPlan(setting, planOf(metric, { filters }), { ...choice, offset: 0, limit: 10_000 });
  expect(rows).toHaveLength(n);
  return n;
};

describe('the parts of a number', () => {
  it('are as many as the bands of waits say, of all channels and of each', () => {
    const said = report.waits.flatMap(({ bands }) => bands.map(({ n }) => n));
    const found = report.waits.flatMap(({ channel, bands }) =>
      bands.map(({ fromMs, toMs }) => listed('csat', { part: ['wait', fromMs, ...(toMs === null ? [] : [toMs])].join(':') }, channel)),
    );
    expect([found.length > 12, found, listed('csat', { part: 'untimed' })]).toEqual([true, said, report.unwaited]);
    expect(listed('csat', { part: 'timed' })).toBe(report.waits[0]?.n);
  });

  it('are as many as the drivers say', () => {
    const { effects, n, good } = report.drivers;
    const found = effects.map(({ kind, key }) => listed('csat', { part: ['driver', kind, ...(key === null ? [] : [key])].join(':') }));
    expect([found.length > 4, found]).toEqual([true, effects.map((effect) => effect.n)]);
    expect([listed('csat', { part: 'driver' }), listed('csat', { part: 'driver', only: 'hit' })]).toEqual([n, good]);
  });

  it('carry the weights that the weighted share is made with, none of them 1 where silence is uneven', () => {
    const { rows } = rowsOfPlan(setting, planOf('survey-response-rate'), { part: 'weighted', offset: 0, limit: 10_000 });
    const weights = rows.map(({ weight = 0 }) => weight);
    const { weighted, asked, answered, unheard } = report.weighting;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const good = rows.reduce((total, { value, weight = 0 }) => total + (value ?? 0) * weight, 0);
    expect([rows.length, new Set(weights).size > 3]).toEqual([answered, true]);
    expect(sum).toBeCloseTo(asked - unheard, 6);
    expect(good / sum).toBeCloseTo(weighted.value ?? Number.NaN, 9);
    const plain = rowsOfPlan(setting, planOf('survey-response-rate'), { part: 'satisfaction', only: 'hit', offset: 0, limit: 1 });
    expect([plain.n, plain.rows[0]?.weight]).toEqual([answered, undefined]);
  });

  it('are as many as the drivers leave out', () => {
    const { excluded } = report.drivers;
    expect([excluded.not_answered, excluded.thinned ?? 0]).toEqual([
      listed('csat', { part: 'untimed' }),
      listed('csat', { part: 'thinned' }),
    ]);
  });

  it('are as many as were asked and answered, and as the moods that moved', () => {
    const requests = { part: 'satisfaction' };
    const { asked, answered } = report.weighting;
    expect([listed('survey-response-rate', requests), listed('survey-response-rate', { ...requests, only: 'hit' })]).toEqual([
      asked,
      answered,
    ]);
    expect(asked).toBeLessThan(listed('survey-response-rate', {}));
    const { n, brighter, same, darker, excluded } = report.shift;
    const found = ['shift', 'brighter', 'same', 'darker', 'single'].map((part) => listed('sentiment', { part }));
    expect([found, brighter > 0]).toEqual([[n, brighter, same, darker, excluded.single_message ?? 0], true]);
  });

  it('are refused by name where the metric has none, and about single people', () => {
    const asks = [
      ['csat', 'wait:7'],
      ['csat', 'driver:luck'],
      ['sentiment', 'constructor'],
      ['arrivals', 'timed'],
      ['complaint-climbs', 'from:regulator'],
    ] as const;
    for (const [metric, part] of asks) expect(() => listed(metric, { part }), part).toThrow(`part: ${metric} has no part "${part}"; `);
    expect(() => listed('arrivals', { part: 'open' })).toThrow('part: arrivals has no part "open"; it has none');
    expect(() => listed('survey-response-rate', { part: 'x' })).toThrow('"x"; there are: open, satisfaction, weighted');
    expect(() => listed('complaint-climbs', { part: 'x' })).toThrow('there are: from:ticket, from:public, from:formal');
    const plan = planOf('csat', { filters: { agent: ['one'] } });
    expect(() => rowsOfPlan(setting, plan, { part: 'timed', offset: 0, limit: 5 })).toThrow('single people');
  });
});
