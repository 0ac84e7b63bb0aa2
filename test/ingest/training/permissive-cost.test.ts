// What permissive teaching costs: a model asked about sets that it was not taught, beside the figures of the card.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pack } from '#ingest/learn/packed.ts';
import { cardFigures, costTable, permissiveCosts, withoutTaught } from '#ingest/training/permissive-cost.ts';
import { type TaughtText, teachingSets } from '#ingest/training/sentiment-data.ts';
import { teachLanguage } from '#ingest/training/teach-language.ts';

const card = readFileSync(new URL('../../../ingest/models/sentiment/MODEL_CARD.md', import.meta.url), 'utf8');

describe('the figures of the card', () => {
  it('are read for every set that the shipped model was taught and measured on', () => {
    const figures = cardFigures(card);
    const measured = teachingSets.filter(({ isForeign }) => isForeign !== true).map(({ file, language }) => `${file} ${language}`);
    expect(measured.filter((set) => !figures.has(set))).toEqual([]);
    for (const { macroF1, accuracy } of figures.values())
      expect([macroF1 > 0.3, macroF1 < 1, accuracy > 0.3, accuracy < 1]).not.toContain(false);
  });

  it('are none in other tables', () => {
    expect(cardFigures('| set | language |\n| --- | --- |\n| Mini-BAR | en | many |\n').size).toBe(0);
  });
});

it('leaves out what was taught, however it is spaced and written', () => {
  const text = (words: string): TaughtText => ({ set: 'two', domain: 'reviews', language: 'fr', label: 'pos', text: words });
  const texts = [text('Très bien'), text(' très  BIEN\n'), text('Très bien !')];
  expect(withoutTaught(texts, [{ text: 'très bien' }])).toEqual([text('Très bien !')]);
});

describe('the costs', () => {
  const words = { pos: ['great', 'lovely', 'perfect'], neg: ['terrible', 'awful', 'broken'], neu: ['ordinary', 'square', 'weekly'] };
  const textsOf = (set: string, labels: readonly (keyof typeof words)[]): TaughtText[] =>
    labels.flatMap((label) =>
      words[label].flatMap((word) =>
        ['app', 'wallet', 'login', 'card'].map((thing) => ({
          set,
          domain: 'reviews',
          language: 'hi',
          label,
          text: `the ${thing} is ${word}`,
        })),
      ),
    );
  const model = pack(teachLanguage('hi', textsOf('own', ['neg', 'neu', 'pos'])).packed);
  const shipped = '| two | hi | 24 | 61.5 | 78.2 | 0.01 | 93.6 | 81.4 |\n';

  it('are told set by set, among the labels of each, beside what is shipped', () => {
    const turned = textsOf('turned', ['neg', 'pos']).map((text) => ({ ...text, label: text.label === 'neg' ? 'pos' : 'neg' }));
    const costs = permissiveCosts(model, [...textsOf('two', ['neg', 'pos']), ...turned], shipped);
    expect(costs).toEqual([
      { set: 'two', language: 'hi', n: 24, macroF1: 1, accuracy: 1, shipped: { macroF1: 0.615, accuracy: 0.782 } },
      { set: 'turned', language: 'hi', n: 24, macroF1: 0, accuracy: 0, shipped: null },
    ]);
    expect(costTable(costs)).toContain('| two | hi | 24 | 100.0 | 61.5 | 100.0 | 78.2 |\n| turned | hi | 24 | 0.0 | - | 0.0 | - |');
  });
});
