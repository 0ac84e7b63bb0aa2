// Old against new on screen: the chart of gains, what the gate found in words, and one label across groups.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import { labelChoices, labelOfGroups } from '../../../dashboard/src/lib/annotate/label-by-group.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { findingWords, gainChart, versionName } from '../../../dashboard/src/lib/learning/gain-chart.ts';

const format = openFormat({ words, zone: 'UTC', now: () => 0 });
const own = words.learning;
const nothing = { right: null, rightOfLabelled: null, macroF1: null, coverage: null };
const measured = (n: number, low: number, value: number, high: number) => {
  const interval: readonly [number, number] = [low, high];
  return { n, old: nothing, new: nothing, gain: { value, interval }, labelledGain: null };
};
type Figures = Parameters<typeof gainChart>[0]['figures'];
const figures: Figures = {
  against: 0,
  taught: 70,
  customers: 66,
  heldOut: 90,
  leftOut: 0,
  labels: [],
  overall: measured(90, 0.01, 0.05, 0.1),
  languages: [
    { language: 'en', ...measured(60, -0.02, 0.04, 0.1) },
    { language: 'de', ...measured(30, -0.3, -0.2, -0.1) },
    { language: 'fr', ...measured(1, 0, 0, 0), gain: null },
  ],
  hasTrials: true,
  isBetter: false,
  findings: [{ kind: 'no-clear-gain' }, { kind: 'less-right-where-it-labels' }, { kind: 'worse-in-language', language: 'de' }],
};

describe('old against new', () => {
  it('is drawn for all and for each language, quietly where the interval holds 0 or there is none', () => {
    const { unit, rows } = gainChart({ figures }, own, format);
    expect(unit).toBe('difference');
    expect(rows.map(({ label, value, low, n, isQuiet }) => [label, value, low, n, isQuiet])).toEqual([
      ['All languages', 0.05, 0.01, 90, false],
      ['English', 0.04, -0.02, 60, true],
      ['German', -0.2, -0.3, 30, false],
      ['French', null, null, 1, true],
    ]);
  });

  it('says why a version did not go live by itself, and that it is better where nothing was found', () => {
    expect(findingWords({ figures }, own, format)).toEqual([
      'It is not clearly more often right than what it was held against.',
      'What it labels is clearly less often right.',
      'It is clearly worse in German.',
    ]);
    expect(findingWords({ figures: { ...figures, findings: [] } }, own, format)).toEqual([own.better]);
    expect([versionName(0, own), versionName(3, own)]).toEqual(['Shipped model', 'Version 3']);
  });
});

describe('one label across groups', () => {
  const share = (n: number) => ({ value: 0.5, interval: [0.4, 0.6] as const, n });
  const label = (name: string, recall: number | null) => ({
    label: name,
    precision: share(9),
    recall: recall === null ? null : share(recall),
    f1: share(9),
  });
  const group = (...labels: ReturnType<typeof label>[]) => ({ n: 40, skipped: 0, accuracy: null, coverage: null, labels, confusion: [] });

  it('offers what people gave, most frequent first', () => {
    expect(labelChoices(group(label('a', 3), label('b', 20), label('c', null)))).toEqual(['b', 'a']);
  });

  it('leaves out groups in which it does not occur', () => {
    const rows = [
      { key: 'en', ...group(label('a', 3)) },
      { key: 'de', ...group(label('b', 3)) },
    ];
    expect(labelOfGroups(rows, 'a').map(({ row, recall, n }) => [row.key, recall?.n, n])).toEqual([['en', 3, 40]]);
  });
});
