// The manner of a text: what is counted, and what is not.
import { describe, expect, it } from 'vitest';
import { mannerNames, mannerOf, mannerViewCount, mannerViews } from '#ingest/learn/manner.ts';
import { openViews } from '#ingest/learn/mixture.ts';

const countOf = (text: string, name: (typeof mannerNames)[number]): number => Math.expm1(mannerOf(text)[mannerNames.indexOf(name)] ?? 0);
const valueOf = (text: string, name: (typeof mannerNames)[number]): number => mannerOf(text)[mannerNames.indexOf(name)] ?? 0;

describe('mannerOf', () => {
  it.each([
    ['What?! No!! 好！', 'exclamation marks', 4],
    ['What?！ No!! Well.', 'runs of marks', 2],
    ['OK GREAT you IT LOL', 'words in capitals', 2],
    ['哈哈~～', 'tildes', 2],
    ['well... 。。 … .', 'runs of full stops', 3],
    ['see https://a.example and http://b.example', 'links', 2],
    ['@one @two', 'mentions', 2],
    ['so sooo hiii', 'letters drawn out', 2],
    ['12 and 345', 'numbers', 2],
    ['😡👍', 'pictures', 2],
    ['好//@某人: 是', 'passed on', 1],
  ] as const)('counts in %j the %s', (text, name, count) => {
    expect(countOf(text, name)).toBeCloseTo(count);
    expect(countOf('plain words', name)).toBe(0);
  });

  it('tells how long a text is, its share of capitals, and whether a mark ends it', () => {
    expect(valueOf('x'.repeat(100), 'length')).toBeGreaterThan(valueOf('x'.repeat(10), 'length'));
    expect(valueOf('ABcd', 'share of capitals')).toBe(0.5);
    expect([valueOf('Done. ', 'ends with a mark'), valueOf('Done', 'ends with a mark')]).toEqual([1, 0]);
  });

  it('is said in as many views as it tells', () => {
    const views = openViews(mannerViewCount + 1, 3);
    mannerViews('A text!', views, 1);
    const said = (view: number) => views[view]?.some((margin) => margin !== 0);
    expect([said(0), said(1), said(mannerViewCount)]).toEqual([false, true, true]);
  });
});
