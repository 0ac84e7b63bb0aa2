// A sentiment model from a handful of texts: packed, opened again, asked about texts that it was not taught.
import { describe, expect, it } from 'vitest';
import { pack } from '#ingest/learn/packed.ts';
import { askExperts, feltPulls, readSentimentModel } from '#ingest/scores/sentiment-model.ts';
import { sentimentOrder } from '#ingest/scores/sentiment-order.ts';
import { SentimentReader } from '#ingest/scores/sentiment-reader.ts';
import type { AsideText } from '#ingest/training/aside-texts.ts';
import type { TaughtText } from '#ingest/training/sentiment-data.ts';
import { teachLanguage } from '#ingest/training/teach-language.ts';
import { setFigures } from '#ingest/training/train-sentiment.ts';

const things = ['app', 'wallet', 'support', 'login', 'update', 'screen', 'card', 'price'];
const kinds = {
  pos: ['great', 'lovely', 'perfect'],
  neg: ['terrible', 'awful', 'broken'],
  neu: ['ordinary', 'square', 'weekly'],
};
const taught = (['reviews', 'tweets'] as const).flatMap((domain) =>
  Object.entries(kinds).flatMap(([label, words]) =>
    words.flatMap((word) =>
      things.map((thing): TaughtText => {
        const text = domain === 'tweets' ? `@someone the ${thing} is ${word} today` : `${thing}: ${word} ${thing} for me`;
        return { set: domain, domain, language: 'fr', label, text };
      }),
    ),
  ),
);
const aside: readonly AsideText[] = [
  { text: 'perfect', label: 'pos', kind: 'words' },
  { text: 'awful', label: 'neg', kind: 'words' },
];
const { packed, unseen } = teachLanguage('fr', taught, aside);
const bytes = pack(packed);
const model = readSentimentModel(bytes);
const reader = new SentimentReader(model);
const ask = (text: string) => askExperts(model, reader.read(text), text);

describe('a taught language', () => {
  it('comes out the same from the same texts', () => {
    // A language without a network of phrases: that of one has a test of its own, and is slow to open for so few texts.
    const teach = (texts: readonly TaughtText[]) => pack(teachLanguage('hi', texts).packed);
    expect(teach(taught).equals(teach(taught))).toBe(true);
    expect(teach(taught.slice(0, -1)).equals(teach(taught))).toBe(false);
  });

  it('tells feelings after it was packed and opened again', () => {
    const texts = ['my card is broken and awful', 'a perfect and lovely wallet', 'the square weekly screen'];
    expect(texts.map((text) => sentimentOrder[ask(text).label])).toEqual(['neg', 'pos', 'neu']);
  });

  it('knows what kind of text it reads, and its probabilities add up to one', () => {
    const tweet = ask('@someone the wallet is great today');
    expect((tweet.domains[1] ?? 0) > (tweet.domains[0] ?? 0)).toBe(true);
    expect(tweet.probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
  });

  it('gives figures over what was said unseen, and worse ones where the labels are turned', () => {
    const [reviews, tweets] = setFigures(taught, unseen);
    expect([reviews?.n, tweets?.n]).toEqual([72, 72]);
    expect(reviews?.accuracy).toBeGreaterThan(0.9);
    const turned = taught.map((text) => ({ ...text, label: text.label === 'pos' ? 'neg' : 'pos' }));
    expect(setFigures(turned, unseen)[0]?.accuracy).toBeLessThan(0.5);
  });

  it('pulls by its words, in either direction', () => {
    const pulls = (word: string) => [...feltPulls(model, reader.read(word), word)];
    expect(pulls('perfect').every((pull) => pull > 0)).toBe(true);
    expect(pulls('awful').every((pull) => pull < 0)).toBe(true);
  });
});
