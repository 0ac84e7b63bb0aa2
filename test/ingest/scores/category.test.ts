// Category: floors on golden messages per language, evidence in the text, "cannot say", and a company's own taxonomy.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CategoryScore } from '#db/model/score.ts';
import { leastConfidence, openCategoryScorer, readShippedTaxonomy } from '#ingest/scores/category.ts';
import { packCategoryModel, unpackCategoryModel } from '#ingest/scores/category-model.ts';
import { openScorers } from '#ingest/scores/index.ts';
import { openOwnCategoryScorer } from '#ingest/scores/own-category.ts';
import type { Scorer } from '#ingest/scores/scorer.ts';
import { taxonomyShape } from '#ingest/taxonomy/taxonomy.ts';
import { trainCategoryModel } from '#ingest/training/category-trainer.ts';
import { trainOwnTaxonomy } from '#ingest/training/train-own-taxonomy.ts';
import { goldenFigures } from '#test/support/category-golden.ts';
import { goldenLines } from '#test/support/golden-lines.ts';

let scorer: Scorer<CategoryScore>;
beforeAll(async () => {
  scorer = await openCategoryScorer();
});

const ask = (text: string, language = 'en', by = scorer) => by.score({ text, language, channel: null, actor: 'customer', redactions: [] });

/** Least share of the answers that are right, of all that are answered, and of all that are right. */
const floors = {
  en: { precision: 0.82, coverage: 0.86, accuracy: 0.73 },
  zh: { precision: 0.91, coverage: 0.9, accuracy: 0.85 },
  fr: { precision: 0.92, coverage: 0.88, accuracy: 0.84 },
  de: { precision: 0.9, coverage: 0.8, accuracy: 0.76 },
};

/** Names of the figures that lie under their floor. */
function underFloor(by: Scorer<CategoryScore>, language: keyof typeof floors): string[] {
  const figures = goldenFigures(by, language);
  const under = (['precision', 'coverage', 'accuracy'] as const).filter((name) => figures[name] < floors[language][name]);
  return under.map((name) => `${language} ${name} ${figures[name].toFixed(3)}\n${figures.misses.join('\n')}`);
}

describe('category', () => {
  it('holds its floors on golden messages in four languages, at least 60 each', () => {
    for (const language of ['en', 'zh', 'fr', 'de'] as const) {
      expect(goldenFigures(scorer, language).n).toBeGreaterThanOrEqual(60);
      expect(underFloor(scorer, language)).toEqual([]);
    }
  });

  it('would be caught by the floors if it always said the same', () => {
    const always = { ...scorer, score: () => ({ id: 'deposit.late', confidence: 1, evidence: [] }) };
    expect(underFloor(always, 'en').length).toBe(2);
  });

  it('knows every leaf of the taxonomy by at least one golden message', async () => {
    const { leaves } = await readShippedTaxonomy();
    const labels = new Set(goldenLines('category/golden-en.txt').map(({ label }) => label));
    expect(leaves.map(({ id }) => id).filter((id) => !labels.has(id))).toEqual([]);
  });

  it('says what carried it: the keywords of the leaf where there are any', () => {
    const text = 'Hello! My withdrawal of 40 USDT has been stuck for two days.';
    const { id, confidence, evidence } = ask(text);
    expect({ id, isSure: confidence >= leastConfidence, words: evidence.map(({ start, end }) => text.slice(start, end)) }).toEqual({
      id: 'deposit.late',
      isSure: true,
      words: ['withdrawal of 40 USDT has been stuck'],
    });
  });

  it('keeps all evidence inside the text, apart and in order', () => {
    for (const { text } of goldenLines('category/golden-zh.txt')) {
      const { evidence } = ask(text, 'zh-Hans');
      const ends = evidence.flatMap(({ start, end }) => [start, end]);
      expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
      expect((ends.at(-1) ?? 0) <= text.length).toBe(true);
    }
  });

  it('reads traditional Chinese as simplified, and the plain cases of four more languages by keywords', () => {
    const said = [
      ask('充值一直沒有到賬', 'zh-Hant'),
      ask('mi retiro está pendiente y no ha llegado', 'es'),
      ask('не могу войти, забыл пароль', 'ru'),
      ask('esqueci minha senha, não consigo entrar', 'pt'),
      ask('mi hanno rubato tutto', 'it'),
    ];
    expect(said.map(({ id }) => id)).toEqual(['deposit.late', 'deposit.late', 'account.login', 'account.login', 'security.theft']);
  });

  it('says nothing where it cannot: other languages, no words, nothing it knows', () => {
    const nothing = { id: null, confidence: 0, evidence: [] };
    expect([ask('入金が反映されません', 'ja'), ask(''), ask('👍👍'), ask('zxqv wplk')]).toEqual([nothing, nothing, nothing, nothing]);
  });

  it('gives the same answer whatever was asked before', () => {
    const before = ask('the swap failed');
    ask('提币失败', 'zh');
    expect(ask('the swap failed')).toEqual(before);
  });
});

const names = (word: string) => ({ zh: word, en: word, fr: word, de: word });
const shop = {
  id: 'shop',
  version: 3,
  groups: [],
  leaves: [
    {
      id: 'parcel-late',
      names: names('Late'),
      definitions: names('Parcel is late'),
      keywords: { en: ['parcel .. late'] },
      examples: {
        en: ['my parcel has not come', 'where is my package', 'delivery takes too long', 'parcel still not here', 'shipping is late again'],
      },
    },
    {
      id: 'wrong-size',
      names: names('Size'),
      definitions: names('Size does not fit'),
      keywords: { en: ['too (small|big)'] },
      examples: { en: ['the shoes are too small', 'does not fit me', 'wrong size sent', 'the shirt is too big', 'size runs small'] },
    },
  ],
};

describe('a taxonomy of one’s own', () => {
  const applied = { document: shop, model: trainOwnTaxonomy(taxonomyShape.parse(shop)).model, version: 7 };

  it('is learned from its own document, and says so in its version', () => {
    const own = openOwnCategoryScorer(applied);
    const said = ['my parcel is late', 'these shoes are too small for me'].map((text) => ask(text, 'en', own).id);
    expect([own.version, ...said]).toEqual(['shop-7-own', 'parcel-late', 'wrong-size']);
  });

  it('takes the place of the shipped one among all scorers, and only there', async () => {
    const input = { text: 'my parcel is late', language: 'en', channel: null, actor: 'customer', redactions: [] } as const;
    const at = { appliedAt: 0, appliedBy: 'a test' };
    const [own, again] = [await openScorers({ ...applied, ...at }), await openScorers({ document: null, model: null, version: 8, ...at })];
    expect([own.score(input).scores.category?.id, own.version.includes('category@shop-7-own'), again.version]).toEqual([
      'parcel-late',
      true,
      (await openScorers()).version,
    ]);
  });

  it('comes out of its packed form as it went in, and a cut file is refused', async () => {
    const examples = shop.leaves.flatMap(({ id, examples: { en } }) => en.map((text) => ({ text, label: id, trust: 1 })));
    const { model } = trainCategoryModel(shop, examples, 'a');
    expect(trainCategoryModel(shop, examples, 'a').model).toEqual(model);
    const packed = packCategoryModel(model);
    expect(unpackCategoryModel(packed)).toMatchObject({ ...model, rarity: Buffer.from(model.rarity), lengths: Buffer.from(model.lengths) });
    expect(() => unpackCategoryModel(packed.subarray(0, 100))).toThrow('damaged');
  });
});
