// Linear experts: one for a kind with few texts also learns our expressions and what we wrote in its manner, the others do not.
import { describe, expect, it } from 'vitest';
import { FeatureReader } from '#ingest/learn/features.ts';
import { marginsOf } from '#ingest/learn/view.ts';
import { toUnitRow } from '#ingest/learn/vocabulary.ts';
import { teachingSets } from '#ingest/training/sentiment-data.ts';
import { lentIn, type OurText, teachExpert, vocabularyOf } from '#ingest/training/teach-experts.ts';

const bits = 14;
const reader = new FeatureReader(bits);
const [bad, good] = [0, 2];
const [posts, shop] = [0, 1];
const feelings = { [bad]: ['难受', '讨厌'], [good]: ['好吃', '开心'] };
const texts = [posts, shop].flatMap((domain) =>
  Object.entries(feelings).flatMap(([label, words]) =>
    words.flatMap((word) =>
      ['今天', '昨天', '明天'].map((day) => ({ counted: reader.read(`${day}${word}`), label: Number(label), domain })),
    ),
  ),
);
const ours = (text: string, label: number, isExpression: boolean): OurText[] => {
  const one = { counted: reader.read(text), label, domain: isExpression ? 2 : posts, isExpression };
  return [one, one];
};
const aside = [...ours('想家', bad, true), ...ours('下雪啦', good, false), ...ours('加班', 1, false)];
const lent = [{ words: 0.3, written: 0.5 }, undefined];

/** How far a text leans to bad, by the expert for a kind, offset left aside. */
function lean(text: string, kind: number, known: readonly OurText[] = aside): number {
  const vocabulary = vocabularyOf(texts, { aside: known, lent }, bits);
  const { labels, planes } = teachExpert(kind, texts, vocabulary, { aside: known, lent });
  expect(labels).toEqual([bad, good]);
  const margin = marginsOf(planes, toUnitRow(reader.read(text), vocabulary, true))[0] ?? 0;
  return margin - (planes[0]?.at(-1) ?? 0);
}

describe('an expert', () => {
  it('learns our expressions, and the written texts of its kind, where it is lent them', () => {
    expect(lean('想家', posts)).toBeGreaterThan(0);
    expect(lean('下雪啦', posts)).toBeLessThan(0);
    expect([lean('想家', shop), lean('下雪啦', shop), lean('想家', posts, [])]).toEqual([0, 0, 0]);
  });

  it('learns no label that its own texts have not', () => {
    expect(lean('加班', posts)).toBe(0);
  });

  it('is lent something for kinds that there are', () => {
    const known = new Set(teachingSets.map(({ language, domain }) => `${language} ${domain}`));
    const named = Object.entries(lentIn).flatMap(([language, kinds]) => Object.keys(kinds).map((kind) => `${language} ${kind}`));
    expect(named.filter((one) => !known.has(one))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});
