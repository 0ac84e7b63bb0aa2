// The words that carried a score, marked in the text.
import { describe, expect, it } from 'vitest';
import { aroundMarks, evidencePieces } from '../../../dashboard/src/lib/conversation/evidence-pieces.ts';

const shown = (text: string, ...spans: [number, number][]) =>
  evidencePieces(
    text,
    spans.map(([start, end]) => ({ start, end })),
  ).map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part));

describe('evidence', () => {
  it('is marked in its place, in whatever order it comes', () => {
    expect(shown('my deposit is stuck', [14, 19], [3, 10])).toEqual(['my ', '[deposit]', ' is ', '[stuck]']);
    expect(shown('stuck', [0, 5])).toEqual(['[stuck]']);
    expect(shown('nothing here')).toEqual(['nothing here']);
  });

  it('is one mark where stretches overlap, touch or repeat', () => {
    expect(shown('very stuck now', [0, 4], [0, 4], [2, 10])).toEqual(['[very stuck]', ' now']);
    expect(shown('abcd', [0, 2], [2, 4])).toEqual(['[abcd]']);
  });

  it('never says more than the text does', () => {
    expect(shown('abc', [1, 99], [50, 60], [2, 2])).toEqual(['a', '[bc]']);
    expect(shown('提现不到账了', [2, 5]).join('')).toBe('提现[不到账]了');
  });

  it('keeps only the neighbourhood of marks in long letters', () => {
    const pieces = aroundMarks(evidencePieces(`${'a'.repeat(500)}stuck${'b'.repeat(500)}`, [{ start: 500, end: 505 }]), 10);
    expect(pieces.map(({ text }) => text)).toEqual([`…${'a'.repeat(10)}`, 'stuck', `${'b'.repeat(10)}…`]);
    expect(aroundMarks(evidencePieces('short', []), 10)).toEqual([{ text: 'short', isMarked: false }]);
  });
});
