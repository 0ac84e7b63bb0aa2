// The table of measured sets, cell by cell, and what the libraries in it say.
import { describe, expect, it } from 'vitest';
import { openBaselines } from '#ingest/training/baselines.ts';
import { evaluationSets } from '#ingest/training/evaluation-sets.ts';
import { measuredTable } from '#ingest/training/measured-table.ts';

const figures = (macroF1: number) => ({ n: 10, accuracy: 0.75, macroF1, labels: [], calibrationError: 0.02, seconds: 3 });

describe('the table of measured sets', () => {
  it('shows figures in percent beside the goal, and a dash where a library was not asked', () => {
    const [airline] = evaluationSets.filter(({ file }) => file === 'sent_airline_en');
    const [banking] = evaluationSets.filter(({ file }) => file === 'intent_banking77_en');
    if (airline === undefined || banking === undefined) throw new Error('a set is missing');
    expect(
      measuredTable([
        { set: airline, own: figures(0.8), others: { VADER: figures(0.5) } },
        { set: banking, own: figures(0.9), others: {} },
      ]).split('\n'),
    ).toEqual([
      '| set | language | tested | macro-F1 | goal | accuracy | goal | calibration error | VADER | seconds |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| sent_airline_en | en | 10 | 80.0 | 80.0 | 75.0 | - | 0.020 | 50.0 | 3 |',
      '| intent_banking77_en | en | 10 | 90.0 | - | 75.0 | 93.0 | 0.020 | - | 3 |',
      '',
      '',
    ]);
  });

  it('averages UMSAB once all eight languages were measured, not before', () => {
    const umsab = evaluationSets.filter(({ file }) => file.startsWith('sent_umsab_'));
    const measured = umsab.map((set, index) => ({ set, own: figures(0.5 + index / 100), others: { VADER: figures(0.3) } }));
    expect(measuredTable(measured)).toContain(
      'UMSAB, average macro-F1 of 8 languages: 53.5 (goal 60); VADER 30.0; published: fastText 51.0, XLM-T 69.4',
    );
    expect(measuredTable(measured.slice(1))).not.toContain('UMSAB, average');
  });

  it('asks three libraries, which know good from bad in English', () => {
    const test = [
      { text: 'I love this, it is wonderful', label: 'pos' },
      { text: 'I hate this, it is terrible', label: 'neg' },
      { text: 'The parcel is on the table', label: 'neu' },
    ];
    for (const [name, judge] of Object.entries(openBaselines()))
      expect([name, judge({ train: [], test }).map(({ label }) => label)]).toEqual([name, ['pos', 'neg', 'neu']]);
  });
});
