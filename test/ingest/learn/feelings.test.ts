// What a list of words of feeling says, in languages that are listed and not.
import { describe, expect, it } from 'vitest';
import { openFeelings } from '#ingest/learn/feelings.ts';

const labels = ['neg', 'neu', 'pos'];
const zero = Math.log1p(0);

describe('openFeelings', () => {
  it('speaks for the good and the bad, and for the neutral where no word of feeling is there', () => {
    const feelings = openFeelings(labels, 'en');
    expect(feelings?.('a wonderful app').map((margins) => [...margins])).toEqual([
      [zero, 0, 0],
      [0, 0, Math.log1p(4)],
      [zero, 0, 0],
      [0, 0, zero],
      [0, 0, 0],
    ]);
    expect(feelings?.('the table').map((margins) => [...margins])).toEqual([
      [zero, 0, 0],
      [0, 0, zero],
      [zero, 0, 0],
      [0, 0, zero],
      [0, 1, 0],
    ]);
  });

  it('turns a negated word round, and only the words near it', () => {
    const feelings = openFeelings(labels, 'en');
    const [bad, good] = feelings?.('this is not wonderful') ?? [];
    expect([bad?.[0], good?.[2]]).toEqual([Math.log1p(0.6 * 4), zero]);
    const far = feelings?.('not on a day of the week but wonderful') ?? [];
    expect([far[0]?.[0], far[1]?.[2]]).toEqual([zero, Math.log1p(4)]);
  });

  it('knows Arabic words behind their article', () => {
    const feelings = openFeelings(labels, 'ar');
    expect(feelings?.('رائع')).toEqual(feelings?.('الرائع'));
    expect(feelings?.('رائع')).not.toEqual(feelings?.('على'));
  });

  it('is silent in languages without a list and about labels that are no feelings', () => {
    expect([openFeelings(labels, 'zh'), openFeelings(labels, 'und'), openFeelings(['fees', 'login'], 'en')]).toEqual([null, null, null]);
  });
});
