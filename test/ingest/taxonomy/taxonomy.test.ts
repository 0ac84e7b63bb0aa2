// The taxonomy file: the shipped one is complete, and a company's own is checked with errors that name the leaf.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeywordIndex } from '#ingest/taxonomy/keyword-index.ts';
import { readPattern } from '#ingest/taxonomy/pattern.ts';
import { nameLanguages, parseTaxonomy } from '#ingest/taxonomy/taxonomy.ts';
import { readTokens, simplify } from '#ingest/taxonomy/tokens.ts';
import { root } from '#test/support/source-files.ts';

const shipped = readFileSync(path.join(root, 'ingest/taxonomy/wallet.json'), 'utf8');
const named = (word: string) => ({ zh: word, en: word, fr: word, de: word });
const leaf = (id: string) => ({ id, names: named(id), definitions: named(id), keywords: { en: ['parcel'] }, examples: {} });
const own = { id: 'shop', version: 1, groups: [{ id: 'parcel', names: named('Parcel') }], leaves: [leaf('parcel.late'), leaf('other')] };

const fault = (taxonomy: unknown): string => {
  try {
    parseTaxonomy(JSON.stringify(taxonomy), 'shop.json');
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
};

describe('the shipped taxonomy', () => {
  const { groups, leaves } = parseTaxonomy(shipped, 'wallet.json');

  it('names and defines every leaf in four languages, none like another', () => {
    for (const language of nameLanguages) {
      expect(new Set(leaves.map(({ names }) => names[language])).size).toBe(leaves.length);
      expect(new Set(leaves.map(({ definitions }) => definitions[language])).size).toBe(leaves.length);
    }
    expect(groups.filter(({ id }) => !leaves.some((one) => one.id.startsWith(`${id}.`)))).toEqual([]);
  });

  it('has keywords in eight languages and examples in four for every leaf', () => {
    const lacking = leaves.filter(
      ({ keywords, examples }) =>
        ['zh', 'en', 'fr', 'de', 'es', 'ru', 'pt', 'it'].some((language) => (keywords[language] ?? []).length === 0) ||
        nameLanguages.some((language) => (examples[language] ?? []).length < 5),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });
});

describe("a company's own taxonomy", () => {
  it('is taken as it is where nothing is wrong', () => {
    expect(parseTaxonomy(JSON.stringify(own), 'shop.json')).toEqual(own);
  });

  it('is refused with file and leaf where something is', () => {
    const withLeaf = (changed: object) => ({ ...own, leaves: [leaf('other'), { ...leaf('parcel.late'), ...changed }] });
    expect([
      fault(withLeaf({ names: { zh: '迟', en: 'Late', fr: 'En retard' } })),
      fault(withLeaf({ id: 'Parcel Late' })),
      fault(withLeaf({ id: 'post.late' })),
      fault(withLeaf({ id: 'other' })),
      fault(withLeaf({ keywords: { en: ['(parcel|late'] } })),
      fault(withLeaf({ keywords: { en: ['p*'] } })),
      fault(withLeaf({ keywords: {}, examples: {} })),
      fault({ ...own, leaves: [leaf('other')] }),
      fault({ ...own, colour: 'red' }),
    ]).toEqual([
      'taxonomy shop.json: leaf "parcel.late", names, de: Invalid input: expected string, received undefined',
      'taxonomy shop.json: leaf "Parcel Late", id: must be `group.topic`, or a single lower-case word',
      'taxonomy shop.json: leaf "post.late": there is no group "post"',
      'taxonomy shop.json: leaf "other" comes twice',
      'taxonomy shop.json: leaf "parcel.late", keywords, en: pattern "(parcel|late": a "(" that stands alone',
      'taxonomy shop.json: leaf "parcel.late", keywords, en: pattern "p*": "p*" begins with too few letters',
      'taxonomy shop.json: leaf "parcel.late": has neither keywords nor examples, so nothing can ever be put into it',
      'taxonomy shop.json: leaves: Too small: expected array to have >=2 items',
      'taxonomy shop.json: the file: Unrecognized key: "colour"',
    ]);
    expect(() => parseTaxonomy('{', 'shop.json')).toThrow('taxonomy shop.json: is not valid JSON');
  });
});

describe('keyword patterns', () => {
  const found = (pattern: string, text: string) =>
    openKeywordIndex([[pattern]])
      .find(readTokens(text))
      .map(({ first, last }) => {
        const tokens = readTokens(text);
        return text.slice(tokens[first]?.start, tokens[last]?.end);
      });

  it('are found by word, by beginning, by choice and over a gap, whatever the case, the accents and the script', () => {
    expect([
      found('(deposit*|withdraw*) .. (stuck|not arrived)', 'My DEPOSITS have not yet, sorry, NOT ARRIVED'),
      found('frais .. eleve*', 'des frais beaucoup trop élevés'),
      found('gebuhr*', 'die Gebühren'),
      found('(没|未) .. 到账', '充值還沒有到賬啊'),
      found('2fa', 'my 2FA code'),
    ]).toEqual([['DEPOSITS have not yet, sorry, NOT ARRIVED'], ['frais beaucoup trop élevés'], ['Gebühren'], ['沒有到賬'], ['2FA']]);
  });

  it('are not found inside words, across sentences or too far apart', () => {
    expect([
      found('fee', 'coffee feels'),
      found('money .. gone', 'I have money. It is gone'),
      found('money .. gone', 'money one two three four five six seven gone'),
      found('money .. gone', 'money one two three four five six gone'),
    ]).toEqual([[], [], [], ['money one two three four five six gone']]);
  });

  it('that cannot be read are refused', () => {
    for (const pattern of ['', 'a*b', '((a|b)|c)', '..', '!!']) expect(() => readPattern(pattern)).toThrow(/pattern/);
  });

  it('keep the places of the text they are found in', () => {
    expect(readTokens('Geld: 2.5 €. 錢沒了')).toEqual([
      { word: 'geld', start: 0, end: 4, sentence: 0 },
      { word: '2', start: 6, end: 7, sentence: 0 },
      { word: '5', start: 8, end: 9, sentence: 0 },
      { word: '钱', start: 13, end: 14, sentence: 1 },
      { word: '没', start: 14, end: 15, sentence: 1 },
      { word: '了', start: 15, end: 16, sentence: 1 },
    ]);
    expect(simplify('帳戶 account')).toBe('帐户 account');
  });
});
