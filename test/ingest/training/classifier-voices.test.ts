// What the trainable classifier hears of sentiment beside its features: it knows labels by any name, words of feeling, and the order of words.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { type Example, trainClassifier } from '#ingest/training/classifier.ts';
import { openSentimentVoices } from '#ingest/training/classifier-voices.ts';

const lean = (views: readonly Float64Array[], [bad, good]: readonly [number, number]): number =>
  views.reduce((sum, view) => sum + (view[good] ?? 0) - (view[bad] ?? 0), 0);
const voicesOf = (labels: readonly string[], language = 'en') => {
  const voices = openSentimentVoices(labels, language, false);
  if (voices === null) throw new Error(`${labels.join(', ')}: no sentiment`);
  return voices;
};

describe('the voices of sentiment', () => {
  it.each([
    [
      ['neg', 'neu', 'pos'],
      [0, 2],
    ],
    [
      ['POSITIVE', 'Negative'],
      [1, 0],
    ],
    [
      ['neutral', 'positive', 'negative'],
      [2, 1],
    ],
  ] as const)('say good and bad in the places of %j', (labels, places) => {
    const voices = voicesOf(labels);
    const heard = (text: string) => {
      const felt = voices.felt(text);
      return lean([...felt, ...voices.late(text, [])], places);
    };
    expect(heard('a wonderful and helpful team')).toBeGreaterThan(0);
    expect(heard('a horrible and useless team')).toBeLessThan(0);
    expect(voices.felt('a team').every((view) => view.length === labels.length)).toBe(true);
  });

  it('are none where a label is no sentiment, or two are the same', () => {
    expect(openSentimentVoices(['bug', 'wish'], 'en', false)).toBeNull();
    expect(openSentimentVoices(['neg', 'pos', 'mixed'], 'en', false)).toBeNull();
    expect(openSentimentVoices(['neg', 'negative'], 'en', false)).toBeNull();
  });

  it('say by view how little a text leans, and how much it leans to both, where a label is neutral', () => {
    const early = [Float64Array.of(3, 0, 1), Float64Array.of(-1, 5, 2)];
    const [three, two] = [voicesOf(['neg', 'neu', 'pos']), voicesOf(['neg', 'pos'])];
    const behind = three.late('a team', early).slice(three.late('a team', []).length);
    expect(behind.map((view) => [...view])).toEqual([
      [0, -2, 0],
      [0, 1, 0],
      [0, -3, 0],
      [0, -1, 0],
    ]);
    expect(two.late('a team', early)).toHaveLength(two.late('a team', []).length);
  });

  it('hold three networks, which differ, and are the same each time', () => {
    const texts = ['it never broke', 'it broke', 'it broke and never worked', 'never had it better', 'all well', 'all lost'];
    const truth = [1, 0, 0, 1, 1, 0];
    const heard = () =>
      voicesOf(['neg', 'pos'], 'und')
        .teach(
          texts,
          truth,
        )('it never broke')
        .map((view) => [...view]);
    const [first, second, third] = heard();
    expect(heard()).toEqual([first, second, third]);
    expect(new Set([first, second, third].map((view) => view?.join(' '))).size).toBe(3);
  });
});

describe('the classifier of sentiment', () => {
  const random = seededRandom(11);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const things = ['la carta', 'il telefono', 'questa banca', 'il negozio', 'questo albergo'];
  const feelings = { neg: ['è terribile', 'è pessimo', 'mi fa arrabbiare'], pos: ['è bellissimo', 'è perfetto', 'mi piace'] };
  const taught = Array.from({ length: 90 }, (_, index): Example => {
    const label = index % 2 === 0 ? 'neg' : 'pos';
    return { text: `${pick(things)} ${pick(feelings[label])}`, label };
  });
  const unseen = {
    neg: ['che schifo', 'un incubo', 'sono deluso', 'una vergogna', 'inutile', 'che disastro'],
    pos: ['che gioia', 'fantastico', 'sono contento', 'un amore', 'eccellente', 'grazie mille'],
  };
  const rightOf = (language?: string) => {
    const classifier = trainClassifier(taught, language);
    return Object.entries(unseen).flatMap(([label, texts]) => texts.filter((text) => classifier.predict(text).label === label)).length;
  };

  it('knows words of feeling that no example has, where the language is given', () => {
    expect(rightOf('it')).toBeGreaterThanOrEqual(11);
    // By chance six of twelve.
    expect(rightOf()).toBeLessThanOrEqual(9);
  });
});
