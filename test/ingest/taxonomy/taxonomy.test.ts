// The taxonomy file: the shipped one is complete, and a company's own is checked with errors that name the leaf.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { taxonomyLanguages } from '#db/model/scoring-desk.ts';
import { toSimplified } from '#ingest/stages/simplify.ts';
import { openKeywordIndex } from '#ingest/taxonomy/keyword-index.ts';
import { readPattern } from '#ingest/taxonomy/pattern.ts';
import { parseTaxonomy, readTaxonomy } from '#ingest/taxonomy/read-taxonomy.ts';
import { readTokens } from '#ingest/taxonomy/tokens.ts';
import { root } from '#test/support/source-files.ts';

const shipped = readFileSync(path.join(root, 'ingest/taxonomy/wallet.json'), 'utf8');
const named = (word: string) => ({ zh: word, en: word, fr: word, de: word });
const leaf = (id: string) => ({ id, names: named(id), definitions: named(id), keywords: { en: ['parcel'] }, examples: {} });
const own = { id: 'shop', version: 1, groups: [{ id: 'parcel', names: named('Parcel') }], leaves: [leaf('parcel.late'), leaf('other')] };

const fault = (taxonomy: unknown): string => {
  try {
    parseTaxonomy(JSON.stringify(taxonomy, null, 1), 'shop.json');
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
};

describe('the shipped taxonomy', () => {
  const { groups, leaves } = parseTaxonomy(shipped, 'wallet.json');

  it('names and defines every leaf in four languages, none like another', () => {
    for (const language of taxonomyLanguages) {
      expect(new Set(leaves.map(({ names }) => names[language])).size).toBe(leaves.length);
      expect(new Set(leaves.map(({ definitions }) => definitions[language])).size).toBe(leaves.length);
    }
    expect(groups.filter(({ id }) => !leaves.some((one) => one.id.startsWith(`${id}.`)))).toEqual([]);
  });

  it('has keywords in eight languages and examples in four for every leaf', () => {
    const lacking = leaves.filter(
      ({ keywords, examples }) =>
        ['zh', 'en', 'fr', 'de', 'es', 'ru', 'pt', 'it'].some((language) => (keywords[language] ?? []).length === 0) ||
        taxonomyLanguages.some((language) => (examples[language] ?? []).length < 5),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });
});

describe("a company's own taxonomy", () => {
  it('is taken as it is where nothing is wrong', () => {
    expect(parseTaxonomy(JSON.stringify(own), 'shop.json')).toEqual(own);
  });

  it('is refused with file, line and leaf where something is wrong', () => {
    const withLeaf = (changed: object) => ({ ...own, leaves: [leaf('other'), { ...leaf('parcel.late'), ...changed }] });
    expect([
      fault(withLeaf({ names: {} })),
      fault(withLeaf({ names: { es: 'Tarde' } })),
      fault(withLeaf({ id: 'Parcel Late' })),
      fault(withLeaf({ id: 'post.late' })),
      fault(withLeaf({ id: 'other' })),
      fault(withLeaf({ id: 'none' })),
      fault(withLeaf({ keywords: { en: ['parcel', '(parcel|late'] } })),
      fault(withLeaf({ keywords: { en: ['p*'] } })),
      fault(withLeaf({ keywords: {}, examples: {} })),
      fault({ ...own, leaves: [leaf('other')] }),
      fault({ ...own, colour: 'red' }),
      fault('parcel'),
    ]).toEqual([
      'taxonomy shop.json, line 39: leaf "parcel.late", names: must be given in one of zh, en, fr, de at least',
      'taxonomy shop.json, line 39: leaf "parcel.late", names: must be given in one of zh, en, fr, de at least',
      'taxonomy shop.json, line 38: leaf "Parcel Late", id: must be `group.topic`, or a single lower-case word',
      'taxonomy shop.json, line 38: leaf "post.late", id: there is no group "post"',
      'taxonomy shop.json, line 38: leaf "other", id: comes twice',
      'taxonomy shop.json, line 38: leaf "none", id: "none" stands for conversations without a category',
      'taxonomy shop.json, line 54: leaf "parcel.late", keywords, en, number 2: pattern "(parcel|late": a "(" that stands alone',
      'taxonomy shop.json, line 53: leaf "parcel.late", keywords, en, number 1: pattern "p*": "p*" begins with too few letters',
      'taxonomy shop.json, line 37: leaf "parcel.late": has neither keywords nor examples, so nothing can ever be put into it',
      'taxonomy shop.json, line 15: leaves: must be two at least',
      'taxonomy shop.json, line 59: colour: is not known here',
      'taxonomy shop.json, line 1: expected object, received string',
    ]);
    expect(() => parseTaxonomy('{\n"id": "shop",\n!\n', 'shop.json')).toThrow(/^taxonomy shop\.json, line [34]: /);
  });

  it('may be YAML, in the languages that the company writes in, with everything that is wrong told at once', () => {
    const yaml = `# What our shop is asked about
id: shop
leaves:
  - id: late
    names: Parcel is late
    keywords: { en: [parcel .. late] }
  - id: size
    names: { zh: 尺码, de: Größe }
    definitions: Does not fit
    examples:
      en: [it does not fit me]
`;
    const all = (word: string) => ({ zh: word, en: word, fr: word, de: word });
    const size = { zh: '尺码', en: '尺码', fr: '尺码', de: 'Größe' };
    expect(parseTaxonomy(yaml, 'shop.yaml')).toEqual({
      id: 'shop',
      version: 1,
      groups: [],
      leaves: [
        {
          id: 'late',
          names: all('Parcel is late'),
          definitions: all('Parcel is late'),
          keywords: { en: ['parcel .. late'] },
          examples: {},
        },
        { id: 'size', names: size, definitions: all('Does not fit'), keywords: {}, examples: { en: ['it does not fit me'] } },
      ],
    });
    const wrong = yaml.replace('id: size', 'id: late').replace('parcel .. late', '(parcel .. late').replace('id: shop', 'id: The Shop');
    expect(readTaxonomy(wrong).faults).toEqual([{ line: 2, place: 'id', reason: 'must be lower-case words joined by -' }]);
    expect(readTaxonomy(wrong.replace('The Shop', 'shop')).faults).toEqual([
      { line: 6, place: 'leaf "late", keywords, en, number 1', reason: 'pattern "(parcel .. late": a "(" that stands alone' },
      { line: 7, place: 'leaf "late", id', reason: 'comes twice' },
    ]);
    expect(readTaxonomy('id: [').faults.length).toBeGreaterThan(0);
  });
});

describe('the example of the README', () => {
  it('is right', () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(path.join(root, 'README.md'), 'utf8')) ?? [];
    const { taxonomy, faults } = readTaxonomy(yaml);
    expect([taxonomy?.leaves.map(({ id, names }) => [id, names.fr]), faults]).toEqual([
      [
        ['parcel.late', 'Parcel late'],
        ['other', 'Other'],
      ],
      [],
    ]);
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
    expect(toSimplified('帳戶 account')).toBe('帐户 account');
  });
});
