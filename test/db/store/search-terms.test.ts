// Search terms: what a text is found by, in every writing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentTerms, documentTerms, type QueryTerm, queryTerms } from '#db/store/search-terms.ts';

/** Both databases do this, each in its own way; the store suite compares them. */
function matches(document: DocumentTerms, query: readonly QueryTerm[]): boolean {
  const stream = ` ${document.terms.join(' ')} `;
  return query.every((term) => {
    if (term.kind === 'pairs') return stream.includes(` ${term.pairs.join(' ')} `);
    return stream.includes(term.isPrefix ? ` ${term.text}` : ` ${term.text} `);
  });
}

const finds = (text: string, query: string) => matches(documentTerms([text]), queryTerms(query));

describe('documentTerms', () => {
  it.each([
    ['Withdrawal FAILED, error 4001!', ['withdrawal', 'failed', 'error', '4001']],
    ['提现失败', ['提现', '现失', '失败', '败']],
    ['USDT提现3天', ['usdt', '提现', '现', '3', '天']],
    ['Ｅｒｒｏｒ　４００１', ['error', '4001']],
    ['Überweisung à Zürich, Straße', ['uberweisung', 'a', 'zurich', 'straße']],
    ['İstanbul ΟΔΟΣ', ['istanbul', 'οδοσ']],
    ['パスワード が', ['パス', 'スワ', 'ワー', 'ード', 'ド', 'が']],
    ['비밀번호', ['비밀', '밀번', '번호', '호']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['не приходит код', ['не', 'приходит', 'код']],
    ['👍 ... ---', []],
    ['', []],
  ])('cuts %j', (text, terms) => {
    expect(documentTerms([text]).terms).toEqual(terms);
  });

  it('keeps the pairs of unspaced writing apart, in their order', () => {
    expect(documentTerms(['USDT提现', '失败 ok']).pairs).toEqual(['提现', '现', '失败', '败']);
  });

  it('leaves out what no database could index, and never fails', () => {
    const huge = documentTerms([Array.from({ length: 400_000 }, (_, index) => `w${index}`).join(' ')]);
    expect(huge.terms.length).toBeGreaterThan(90_000);
    expect(huge.terms.length).toBeLessThanOrEqual(200_000);
    expect(new Set(huge.terms).size * 4).toBeLessThan(1_000_000);
    expect(documentTerms(['x'.repeat(1_000_000)]).terms).toEqual(['x'.repeat(64)]);
  });

  it.each(['\u0301', 'é', '的', '\u0e48', ' \u0301', '的\u0301 '])('takes a text of nothing but %j in its stride', (part) => {
    const started = performance.now();
    documentTerms([part.repeat(200_000)]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('queryTerms', () => {
  it.each([
    ['打不开', [{ kind: 'pairs', pairs: ['打不', '不开'] }]],
    ['钱', [{ kind: 'word', text: '钱', isPrefix: true }]],
    [
      'withdraw 40',
      [
        { kind: 'word', text: 'withdraw', isPrefix: true },
        { kind: 'word', text: '40', isPrefix: false },
      ],
    ],
    [
      '"no* OR (x) NEAR/2 col:',
      [
        { kind: 'word', text: 'no', isPrefix: false },
        { kind: 'word', text: 'or', isPrefix: false },
        { kind: 'word', text: 'x', isPrefix: false },
        { kind: 'word', text: 'near', isPrefix: true },
        { kind: 'word', text: '2', isPrefix: false },
        { kind: 'word', text: 'col', isPrefix: true },
      ],
    ],
    ['!?', []],
    ['។ 〇、。・', [{ kind: 'word', text: '〇', isPrefix: true }]],
  ] as const)('reads %j', (query, terms) => {
    expect(queryTerms(query)).toEqual(terms);
  });

  it('holds nothing that a search language could read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        for (const term of queryTerms(query)) {
          if (!(term.kind === 'word' ? [term.text] : term.pairs).every((text) => /^[\p{L}\p{N}\p{M}]+$/u.test(text))) return false;
        }
        return true;
      }),
      { numRuns: 300 },
    );
  });
});

describe('a text', () => {
  const han = fc.constantFrom(...'的一是不了人我在有他这打开现提失败钱包交易𠮷');
  const unspaced = fc.string({ unit: han, minLength: 1, maxLength: 30 });

  it('is found by every part of an unspaced run, of one character and more', () => {
    fc.assert(
      fc.property(unspaced, fc.nat(), fc.integer({ min: 1, max: 8 }), fc.string({ maxLength: 10 }), (run, from, length, around) => {
        const characters = [...run];
        const start = from % characters.length;
        const part = characters.slice(start, start + length).join('');
        expect(finds(`${around} ${run} ${around}`, part)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found by no part that it does not hold', () => {
    fc.assert(
      fc.property(fc.array(unspaced, { maxLength: 4 }), fc.string({ unit: han, minLength: 1, maxLength: 4 }), (runs, part) => {
        expect(finds(runs.join('，'), part)).toBe(runs.some((run) => run.includes(part)));
      }),
      { numRuns: 2000 },
    );
  });

  it('would be missed without the character that stands alone at the end (the control)', () => {
    const { terms, pairs } = documentTerms(['失败']);
    expect(matches({ terms: terms.slice(0, -1), pairs }, queryTerms('败'))).toBe(false);
    expect(finds('打不，不开', '打不开')).toBe(false);
    expect(matches({ terms: ['打不', '不开', '开'], pairs: [] }, queryTerms('打不开'))).toBe(true);
  });

  it('is found whatever the case, the width and the accents', () => {
    expect([
      finds('Überweisung', 'UBERWEISUNG'),
      finds('ＵＳＤＴ', 'usdt'),
      finds('café', 'cafe\u0301'),
      finds('withdrawals', 'withdrawal'),
    ]).toEqual([true, true, true, true]);
  });
});
