// What the page on satisfaction says: levers in words, names of drivers, and the sentence on top.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import type { SatisfactionReport } from '../../../dashboard/src/lib/api/shapes.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { driverLines, driverName, strongestLever, waitChart } from '../../../dashboard/src/lib/satisfaction/charts.ts';
import { draftOf, readNumber, type Survey, toInput } from '../../../dashboard/src/lib/settings/survey/survey-draft.ts';

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

describe('satisfaction by wait', () => {
  it('names its bands, and falls back to all channels', () => {
    const band = (fromMs: number, toMs: number | null) => ({ fromMs, toMs, n: 12, value: 0.5, interval: [0.3, 0.7] as const });
    const curves = [{ channel: null, n: 36, bands: [band(0, 60_000), band(60_000, 300_000), band(259_200_000, null)] }];
    expect(waitChart(curves, 'gone', words, format).rows.map(({ label }) => label.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
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
