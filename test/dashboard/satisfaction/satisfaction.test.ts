// What the page on satisfaction says: levers in words, names of drivers, and the sentence on top.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import type { SatisfactionReport } from '../../../dashboard/src/lib/api/shapes.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { partName } from '../../../dashboard/src/lib/panel/part-name.ts';
import { driverChart, driverLines, driverName, strongestLever, waitChart } from '../../../dashboard/src/lib/satisfaction/charts.ts';
import { draftOf, readNumber, type Survey, toInput } from '../../../dashboard/src/lib/settings/survey/survey-draft.ts';
import type { ListSpec } from '../../../dashboard/src/lib/url-state/panel.ts';

const format = openFormat({ words, zone: 'UTC', now: () => 0, categories: { security: 'Security', deposit: 'Deposit' } });
type Effect = SatisfactionReport['drivers']['effects'][number];

const effect = (kind: Effect['kind'], size: number, reach: number, key: string | null = null): Effect => ({
  kind,
  key,
  against: key === null ? null : 'deposit',
  n: 100,
  effect: size,
  interval: [size - reach, size + reach],
  isClear: Math.abs(size) > reach,
});
const drivers = {
  n: 400,
  good: 300,
  excluded: {},
  effects: [
    effect('wait', -0.02, 0.03),
    effect('nudges', -0.09, 0.03),
    effect('language', 0.04, 0.01),
    effect('category', -0.3, 0.05, 'security'),
  ],
};

describe('drivers in words', () => {
  it('say size and interval of what is clear, then what is not', () => {
    expect(driverLines(drivers, words, format)).toEqual([
      'Each further nudge goes with 9.0 points less satisfaction, 6.0 to 12.0.',
      'Answered in another language goes with 4.0 points more satisfaction, 3.0 to 5.0.',
      'No clear effect: Each doubling of the first wait.',
    ]);
  });

  it('name a category beside the one it is compared with', () => {
    expect(driverName(effect('category', 0, 1, 'security'), words, format)).toBe('About Security, not Deposit');
  });

  it('head the page with the largest clear lever: a category is none', () => {
    expect(strongestLever(drivers)?.kind).toBe('nudges');
    expect(strongestLever({ ...drivers, effects: [effect('wait', -0.02, 0.03)] })).toBe(null);
  });

  it('call it likely selection where kind words go with less, and never the strongest', () => {
    const warm = { ...effect('tone', -0.2, 0.1), key: 'warm', against: 'plain' };
    expect(
      driverLines({ ...drivers, effects: [warm] }, words, format).map((line) =>
        line.endsWith(words.satisfaction.likelySelected('').trim()),
      ),
    ).toEqual([true]);
    expect(strongestLever({ ...drivers, effects: [warm, effect('wait', -0.05, 0.03)] })?.kind).toBe('wait');
    const cold = { ...warm, key: 'cold' };
    expect(strongestLever({ ...drivers, effects: [cold] })).toEqual(cold);
  });
});

/** A list in the way the address has it, for reading. */
const href = ({ metric, part, where }: ListSpec) => [metric, part, where?.channel?.[0]].filter(Boolean).join(' ');

describe('what a figure leads to', () => {
  it('is the band, the channel and the driver that it counts; an empty band leads nowhere', () => {
    const interval = [0.3, 0.7] as const;
    const bands = [
      { fromMs: 60_000, toMs: 300_000, n: 12, value: 0.5, interval },
      { fromMs: 300_000, toMs: 900_000, n: 0, value: null, interval: null },
      { fromMs: 259_200_000, toMs: null, n: 3, value: 1, interval },
    ];
    const charts = [
      waitChart([{ channel: null, n: 15, bands }], null, { words, format, href }),
      waitChart([{ channel: 'chat', n: 15, bands }], 'chat', { words, format, href }),
      driverChart(drivers, { words, format, href }),
    ];
    expect(charts.map(({ rows }) => rows.map((row) => row.href))).toEqual([
      ['csat wait:60000:300000', null, 'csat wait:259200000'],
      ['csat wait:60000:300000 chat', null, 'csat wait:259200000 chat'],
      ['csat driver:wait', 'csat driver:nudges', 'csat driver:language', 'csat driver:category:security'],
    ]);
  });

  it('is named above the list', () => {
    const named = [
      'wait:60000:300000',
      'wait:259200000',
      'driver:category:security',
      'driver:tone:warm',
      'driver',
      'from:ticket',
      'gone:x',
    ];
    expect(named.map((part) => partName(part, words, format).replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
      'first answer: 1 min to 5 min',
      'first answer: 3 d and more',
      'Security',
      'warm first answer',
      'in the model',
      'came from: Private request',
      'gone:x',
    ]);
  });
});

describe('satisfaction by wait', () => {
  it('names its bands, and falls back to all channels', () => {
    const band = (fromMs: number, toMs: number | null) => ({ fromMs, toMs, n: 12, value: 0.5, interval: [0.3, 0.7] as const });
    const curves = [{ channel: null, n: 36, bands: [band(0, 60_000), band(60_000, 300_000), band(259_200_000, null)] }];
    expect(waitChart(curves, 'gone', { words, format, href }).rows.map(({ label }) => label.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
      'up to 1 min',
      '1 min to 5 min',
      '3 d and more',
    ]);
  });
});

describe('the settings of the survey', () => {
  const survey: Survey = {
    ...{ isOn: true, kind: 'nps' as const, delayMs: 7_200_000, expiryMs: 1_209_600_000, changeMs: 86_400_000 },
    ...{ reminderCap: 1, reminderAfterMs: 259_200_000, questions: { de: 'Gut?' } },
  };

  it('come back from the form as they went in', () => {
    expect(toInput(draftOf(survey))).toEqual(survey);
  });

  it('leave out questions without words, and refuse numbers outside their bounds', () => {
    const draft = draftOf(survey);
    expect(toInput({ ...draft, questions: { ...draft.questions, de: '  ' } })?.questions).toEqual({});
    expect(toInput({ ...draft, numbers: { ...draft.numbers, cap: '4' } })).toBe(null);
    expect(['3', ' 2 ', '-1', '1.5', '', 'x', '4'].map((text) => readNumber('cap', text))).toEqual([3, 2, null, null, null, null, null]);
  });
});
