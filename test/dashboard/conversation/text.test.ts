// Message texts: tokens for what was redacted, marks for what was searched.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words as en } from '#test/support/words/en.ts';
import { words as zh } from '#test/support/words/zh.ts';
import { bodyPieces, knownTokens, tokenLabel } from '../../../dashboard/src/lib/conversation/body-pieces.ts';
import { foundText } from '../../../dashboard/src/lib/conversation/found-text.ts';

describe('bodyPieces', () => {
  it('turns redactions into tokens and leaves what a customer wrote in brackets', () => {
    expect(bodyPieces('[URGENT] my words [SEED_PHRASE], send to [ADDR:BTC]', ['SEED_PHRASE', 'ADDR:BTC'])).toEqual([
      { kind: 'text', text: '[URGENT] my words ' },
      { kind: 'token', text: 'SEED_PHRASE' },
      { kind: 'text', text: ', send to ' },
      { kind: 'token', text: 'ADDR:BTC' },
    ]);
    expect(bodyPieces('', [])).toEqual([]);
  });

  it('names tokens in the language of the screen', () => {
    expect([tokenLabel('SEED_PHRASE', en), tokenLabel('ADDR:BTC', en), tokenLabel('SEED_PHRASE', zh), tokenLabel('NEW_KIND', en)]).toEqual([
      'seed phrase removed',
      'BTC address removed',
      '助记词已移除',
      'new kind removed',
    ]);
  });

  it('recognises only known classes in a text without its message', () => {
    expect(knownTokens('[URGENT] [EMAIL] [ADDR:TRON]', en)).toEqual(['EMAIL', 'ADDR:TRON']);
  });
});

describe('foundText', () => {
  it('marks every word of the search, in any script, case ignored', () => {
    expect([foundText('提币到账延迟', '到账'), foundText('Late, LATE!', 'late')]).toEqual([
      [
        { text: '提币', isFound: false },
        { text: '到账', isFound: true },
        { text: '延迟', isFound: false },
      ],
      [
        { text: 'Late', isFound: true },
        { text: ', ', isFound: false },
        { text: 'LATE', isFound: true },
        { text: '!', isFound: false },
      ],
    ]);
  });

  it('never changes the text, whatever is searched for', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (text, search) =>
          foundText(text, search)
            .map((piece) => piece.text)
            .join('') === text,
      ),
    );
    expect(
      foundText('a.b*c', '.* ( [ -')
        .map((piece) => piece.text)
        .join(''),
    ).toBe('a.b*c');
  });
});
