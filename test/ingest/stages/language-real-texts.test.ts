// Language identification on strangers' texts of ../shared that nothing was learned from, cut to 2 to 8 words and whole.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLanguageDetector } from '#ingest/stages/language.ts';
import { type LanguageMeasured, languageTable, measureLanguage, readPart } from '#ingest/training/evaluate-language.ts';
import { labelFault } from '#ingest/training/language-label-checks.ts';
import type { LanguageText } from '#ingest/training/language-texts.ts';

// The smaller sets, so that reading them takes a second; `npm run evaluate -- --task language` measures all.
const sets = [
  ...['en', 'fr', 'de', 'es', 'it', 'pt', 'ar'].map((language) => `sent_umsab_${language}`),
  'sent_potts_de',
  'sent_appreviews_fr',
  'intent_banking77_en',
  'sent_weibo2400_zh',
  'sent_waimai10k_zh',
  'sent_crypto_appstore',
];
const folder = path.resolve(import.meta.dirname, '../../../../shared/data');

// Labels are those of the sets: text in English or by a spammer counts as a miss in all of them. A little below what was measured.
const floors: Readonly<Record<string, readonly [pieces: number, texts: number]>> = {
  en: [0.98, 0.99],
  de: [0.97, 0.995],
  fr: [0.96, 0.98],
  es: [0.96, 0.995],
  it: [0.96, 0.995],
  pt: [0.96, 0.995],
  zh: [0.99, 0.995],
  ar: [0.98, 0.99],
};

describe.skipIf(!existsSync(folder))('languages of real texts (needs ../shared)', { timeout: 300_000 }, () => {
  let texts: LanguageText[];
  let measured: LanguageMeasured;
  beforeAll(async () => {
    texts = await readPart(folder, 'judge', sets);
    measured = measureLanguage(texts, await openLanguageDetector());
  });

  it('are told right in as many pieces and texts as were measured', () => {
    const low = Object.entries(floors).filter(([language, [pieces, texts]]) => {
      const row = measured.figures.find((figure) => figure.language === language);
      return row === undefined || row.pieces < 1000 || row.piecesRight < pieces || row.textsRight < texts;
    });
    expect(low.map(([language]) => `${language}\n${languageTable(measured)}`)).toEqual([]);
  });

  it('are counted as misses also where somebody found the label at fault, which is told beside', () => {
    const french = measured.figures.find(({ language }) => language === 'fr');
    const { pieces, texts } = french?.faults ?? { pieces: { other: 0, none: 0 }, texts: { other: 0, none: 0 } };
    const missed = measured.misses.filter(({ language }) => language === 'fr').length;
    expect(pieces.other > 10 && pieces.none > 5 && texts.other > 2).toBe(true);
    expect(pieces.other + pieces.none + texts.other + texts.none).toBeLessThanOrEqual(missed);
    expect(labelFault('fr', 'le service ne répond pas')).toBeNull();
  });

  it('are told with a confidence that can be believed', () => {
    expect(measured.calibrationError).toBeLessThan(0.02);
  });

  it('would be missed by a detector that takes everything for English', () => {
    const english = { detect: () => ({ language: 'en', script: 'Latn', confidence: 1, others: [] }) };
    const blind = measureLanguage(texts, english);
    expect(blind.figures.find(({ language }) => language === 'fr')?.piecesRight).toBe(0);
    expect(blind.calibrationError).toBeGreaterThan(0.3);
  });
});
