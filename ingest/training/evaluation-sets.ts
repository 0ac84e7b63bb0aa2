// The labelled sets that the classifier is measured on, and what published work or the goal of the house sets beside each.

export type EvaluationSet = {
  readonly file: string;
  readonly task: 'sentiment' | 'category';
  readonly language: string;
  /** Emoticons in brackets gave this set its labels: with them in, a model would only read those. */
  readonly stripsEmoticons?: boolean;
  /** What the house wants to reach, in percent. */
  readonly goal: { readonly macroF1?: number; readonly accuracy?: number };
};

const sentiment = (file: string, language: string, goal: EvaluationSet['goal']): EvaluationSet => ({
  file: `sent_${file}`,
  task: 'sentiment',
  language,
  goal,
});
const category = (file: string, language: string, accuracy: number): EvaluationSet => ({
  file: `intent_${file}`,
  task: 'category',
  language,
  goal: { accuracy },
});

export const evaluationSets: readonly EvaluationSet[] = [
  sentiment('airline_en', 'en', { macroF1: 80 }),
  sentiment('crypto_appstore', 'en', { macroF1: 64, accuracy: 82 }),
  sentiment('chnsenticorp_hotel_zh', 'zh', { macroF1: 91 }),
  sentiment('shopping10_zh', 'zh', { macroF1: 94.5 }),
  sentiment('waimai10k_zh', 'zh', { macroF1: 90 }),
  { ...sentiment('weibo2400_zh', 'zh', { macroF1: 76 }), stripsEmoticons: true },
  sentiment('appreviews_fr', 'fr', { macroF1: 68 }),
  sentiment('germeval2017_de', 'de', { macroF1: 58, accuracy: 75 }),
  sentiment('potts_de', 'de', { macroF1: 66 }),
  sentiment('umsab_en', 'en', { macroF1: 64 }),
  sentiment('umsab_fr', 'fr', { macroF1: 63 }),
  sentiment('umsab_de', 'de', { macroF1: 66 }),
  ...['es', 'it', 'pt', 'ar', 'hi'].map((language) => sentiment(`umsab_${language}`, language, {})),
  category('banking77_en', 'en', 93),
  category('appreviews_en', 'en', 87),
  category('appreviews_fr', 'fr', 87),
];

/** Average macro-F1 in percent over the eight languages of UMSAB, as published with the set (Barbieri et al., LREC 2022). */
export const umsabPublished = { fastText: 51.0, 'XLM-T': 69.4 } as const;
export const umsabGoal = 60;
