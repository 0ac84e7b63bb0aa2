// The words of the demo: enough of them in every language, no slot without a value, no slip of script.
import { describe, expect, it } from 'vitest';
import { categories, textLanguages, topicGroups } from '#ingest/demo/company.ts';
import { fill } from '#ingest/demo/phrasing.ts';
import { openSpeech } from '#ingest/demo/speech.ts';
import { wordings } from '#ingest/demo/texts/index.ts';
import { notes } from '#ingest/demo/texts/notes.ts';

/** Every text of a wording with the place where it stands. */
function textsOf(value: unknown, place: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${place}.${key}`));
}

const slots = new Set(
  (
    'asset sum sum2 fee network network2 chain asset2 device os version oldversion error span spans short long when since tx address ' +
    'ticket site n apr customer handle waited agent secret'
  ).split(' '),
);
const unknownSlots = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, slot]) => (slot === undefined || slots.has(slot) ? [] : [slot]));
const all = textLanguages.flatMap((language) => textsOf(wordings[language], language));

/** A Chinese sentence typed with a Western comma or question mark. */
const isHalfWidth = (text: string): boolean => /\p{Script=Han}[,?!]/u.test(text);

describe('the words of the demo', () => {
  it('open conversations about everything in many ways', () => {
    const least = { zh: 15, en: 15, fr: 8, de: 8, es: 5, ru: 5 } as const;
    const tooFew = textLanguages.flatMap((language) =>
      categories
        .filter((category) => wordings[language].openers[category].length < least[language])
        .map((category) => `${language} ${category}`),
    );
    expect(tooFew).toEqual([]);
  });

  it('are never empty, never twice in one list, and use known slots only', () => {
    expect(all.length).toBeGreaterThan(3500);
    expect(
      all
        .filter(([, text]) => text.trim() === '' && !text.startsWith('\n'))
        .map(([place]) => place)
        .filter((place) => !place.includes('signoffs') && !place.endsWith('joiner')),
    ).toEqual([]);
    expect([...all, ...textsOf(notes, 'notes')].filter(([, text]) => unknownSlots(text).length > 0)).toEqual([]);
    expect(unknownSlots('{sum} {typo}')).toEqual(['typo']);
    const twice = textLanguages.flatMap((language) =>
      categories.filter((category) => new Set(wordings[language].openers[category]).size < wordings[language].openers[category].length),
    );
    expect(twice).toEqual([]);
  });

  it('have an answer to every question', () => {
    for (const language of textLanguages) {
      for (const group of topicGroups) {
        for (const { ask, answers } of wordings[language].exchanges[group])
          expect([language, ask, answers.length > 0]).toEqual([language, ask, true]);
      }
    }
  });

  it('are written in Chinese punctuation where they are Chinese', () => {
    expect(textsOf(wordings.zh, 'zh').filter(([, text]) => isHalfWidth(text))).toEqual([]);
    expect(isHalfWidth('到账了吗?')).toBe(true);
  });

  it('are traditional Chinese for Taiwan and Hong Kong, slots untouched', () => {
    const speech = openSpeech();
    const { openers } = speech.wording('zh', true);
    expect(openers['deposit.late'][1]).toBe('我提領{sum}，顯示處理中已經{span}了，正常要多久？');
    expect(speech.wording('zh', false).openers['deposit.late'][1]).toBe('我提现{sum}，显示处理中已经{span}了，正常要多久？');
    expect(speech.traditional('USDT 0x12')).toBe('USDT 0x12');
  });

  it('fill their slots, or say nothing at all', () => {
    const values = (slot: string): string | undefined => (slot === 'sum' ? '12 USDT' : undefined);
    expect(fill('我提现{sum}', values)).toBe('我提现12 USDT');
    expect(fill('{sum} to {address}', values)).toBeNull();
  });
});
