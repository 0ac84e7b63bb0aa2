// Harm: golden lists of what must and must not be found, per language, and where in the text it was found.
import { beforeAll, describe, expect, it } from 'vitest';
import type { HarmScore } from '#db/model/score.ts';
import { harmLevels, openHarmScorer } from '#ingest/scores/harm.ts';
import { harmReasons } from '#ingest/scores/harm-words/words.ts';
import type { Scorer } from '#ingest/scores/scorer.ts';
import { goldenLines } from '#test/support/golden-lines.ts';

let scorer: Scorer<HarmScore>;
beforeAll(async () => {
  scorer = await openHarmScorer();
});

const ask = (text: string, language: string, redactions: readonly string[] = []) =>
  scorer.score({ text, language, channel: null, actor: 'customer', redactions });

/** What a list says against what is found: texts whose reason was missed, and harmless ones that were taken for harm. */
function compare(language: string, score: typeof ask) {
  const lines = goldenLines(`category/harm-${language}.txt`);
  const harmful = lines.filter(({ label }) => label !== 'none');
  const missed = harmful.filter(({ label, text }) => !score(text, language).reasons.some((reason) => reason === label));
  const alarmed = lines.filter(({ label, text }) => label === 'none' && score(text, language).reasons.length > 0);
  return { harmful: harmful.length, harmless: lines.length - harmful.length, missed, alarmed };
}

const least = { en: 40, zh: 40, fr: 25, de: 25 };

describe('harm', () => {
  for (const [language, size] of Object.entries(least)) {
    it(`is found in ${language} and nothing else is taken for it`, () => {
      const { harmful, harmless, missed, alarmed } = compare(language, ask);
      expect([harmful >= size, harmless >= size]).toEqual([true, true]);
      expect(missed.map(({ text }) => text)).toEqual([]);
      // Known: a question in the sentence after the harm does not take it back.
      expect(alarmed.map(({ text }) => text)).toEqual(language === 'zh' ? ['币被盗了你们赔不赔？如果被盗的话'] : []);
    });
  }

  it('would be missed by a scorer that finds nothing, and alarmed by one that finds all', () => {
    const nothing = compare('en', () => ({ level: 'normal', reasons: [], evidence: [] }));
    const all = compare('en', () => ({ level: 'critical', reasons: harmReasons, evidence: [] }));
    expect([nothing.missed.length, all.alarmed.length]).toEqual([nothing.harmful, all.harmless]);
  });

  it('says which words told it', () => {
    const text = 'Hi. My account was hacked, and I will tell my lawyer';
    const { evidence, ...rest } = ask(text, 'en');
    expect({ ...rest, words: evidence.map(({ start, end }) => text.slice(start, end)) }).toEqual({
      level: 'critical',
      reasons: ['account-taken-over', 'legal-threat'],
      words: ['account was hacked', 'lawyer'],
    });
  });

  it('reads traditional characters as it reads simplified ones', () => {
    expect(ask('我的帳戶被黑了，錢全沒了', 'zh-Hant').reasons).toEqual(['funds-lost', 'account-taken-over']);
  });

  it('takes a secret that redaction took out as exposed', () => {
    expect(ask('my words are [SEED_PHRASE] please fix', 'en', ['SEED_PHRASE'])).toEqual({
      level: 'critical',
      reasons: ['secret-exposed'],
      evidence: [],
    });
    expect(ask('my mail is [EMAIL]', 'en', ['EMAIL']).reasons).toEqual([]);
  });

  it('ranks somebody whose last money is stuck above somebody whose money is stuck', () => {
    const levels = ['my withdrawal is stuck', 'my withdrawal is stuck and I cannot pay my rent', 'thanks, great app', 'the app is slow'];
    expect(levels.map((text) => ask(text, 'en').level)).toEqual(['high', 'critical', 'low', 'normal']);
  });

  it('finds the plain cases in Spanish, Russian and Portuguese', () => {
    const texts = [
      ['es', 'me robaron todo mi dinero'],
      ['ru', 'у меня украли все деньги с кошелька'],
      ['pt', 'roubaram minha carteira'],
      ['ja', '口座が不正ログインされました'],
    ] as const;
    expect(texts.map(([language, text]) => ask(text, language).reasons)).toEqual([
      ['funds-lost'],
      ['funds-lost'],
      ['funds-lost'],
      ['account-taken-over'],
    ]);
  });

  it('gives every reason a level', () => {
    expect(Object.keys(harmLevels).toSorted()).toEqual([...harmReasons].toSorted());
  });

  it('says nothing of an empty text', () => {
    expect(ask('', 'und')).toEqual({ level: 'normal', reasons: [], evidence: [] });
  });
});
