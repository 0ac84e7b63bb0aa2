// The learner: features that see through spelling, planes that part what can be parted, figures by hand.
import { describe, expect, it } from 'vitest';
import { FeatureReader } from '#ingest/learn/features.ts';
import { calibrationError, figuresOf } from '#ingest/learn/figures.ts';
import { fitMixture, likeliest, probabilitiesOf } from '#ingest/learn/mixture.ts';
import { plainText } from '#ingest/learn/plain-text.ts';
import { foldsOf, seededRandom } from '#ingest/learn/seeded.ts';
import { fitTilt } from '#ingest/learn/tilt.ts';
import { type Example, trainClassifier } from '#ingest/training/classifier.ts';

const featuresOf = (text: string) => {
  const { columns, counts } = new FeatureReader().read(text);
  return [...columns].map((column, index) => `${column}:${counts[index]}`);
};

describe('plain text', () => {
  it.each([
    ['full-width letters', 'ＡＰＰ　crash', 'app crash'],
    ['entities', 'slow &amp; bad &#33;', 'slow & bad !'],
    ['what is drawn out', 'soooo bad!!!!!', 'soo\u{f008} bad!!'],
    ['links, names and numbers', 'see https://a.example/x?y=1 @Jo 12,345', 'see  \u{f004}   \u{f005} jo   \u{f007} '],
    ['names of people in Han characters', '回复@小鱼爱猫:好 @阿毛 看看', '回复 \u{f005} :好  \u{f005}  看看'],
    ['what goes on behind a name without a blank', '@某某航空我的行李丢了', ' \u{f005} 某某航空我的行李丢了 '],
    ['tokens of redaction', 'my [SEED_PHRASE] and __email__', 'my  \u{f006}  and  \u{f006} '],
  ])('folds %s', (_what, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('gives emoticons of one mood one mark', () => {
    expect(plainText('great :)')).toBe(plainText('great :-D').toLowerCase());
    expect(plainText('great :)')).not.toBe(plainText('great :('));
  });
});

describe('features', () => {
  it('are the same for texts that differ in spelling only, and others for other words', () => {
    expect(featuresOf('The APP crashes')).toEqual(featuresOf('ｔｈｅ app CRASHES'));
    expect(featuresOf('The app crashes')).not.toEqual(featuresOf('The app works'));
  });

  it('tell what is negated from what is not', () => {
    const plain = new Set(featuresOf('it is good'));
    expect(featuresOf('it is not good').filter((feature) => !plain.has(feature)).length).toBeGreaterThan(4);
  });

  it('count runs of Han characters up to four', () => {
    // 4 characters: 4 single, 3 pairs, 2 threes, 1 four.
    expect(new FeatureReader().read('提现很慢').columns.length).toBe(10);
  });

  it('are each there once, counted', () => {
    const { columns, counts } = new FeatureReader().read('again and again and again the app hangs');
    expect(new Set(columns).size).toBe(columns.length);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(3);
  });

  it('do not depend on what was read before', () => {
    const reader = new FeatureReader();
    const alone = new FeatureReader().read('the app hangs 提现很慢');
    reader.read('again and again the app, 提现很慢');
    expect(reader.read('the app hangs 提现很慢')).toEqual(alone);
  });
});

const good = [
  'great app',
  'love it',
  'works well',
  'very helpful support',
  'fast and easy',
  'best wallet',
  'perfect, thanks',
  'really good',
];
const bad = [
  'terrible app',
  'hate it',
  'crashes always',
  'useless support',
  'slow and buggy',
  'worst wallet',
  'awful, sorry',
  'really bad',
];
const variants = (texts: readonly string[], label: string): Example[] =>
  texts.flatMap((text) => ['', ' now', ' today', ' for me', ' again'].map((tail) => ({ text: text + tail, label })));
const examples = [...variants(good, 'pos'), ...variants(bad, 'neg')];

describe('the classifier', () => {
  it('learns what can be learnt, and the same each time', () => {
    const [first, second] = [trainClassifier(examples), trainClassifier(examples)];
    const unseen = ['great support', 'it crashes', 'love this wallet', 'slow and awful'];
    expect(unseen.map((text) => first.predict(text).label)).toEqual(['pos', 'neg', 'pos', 'neg']);
    expect(unseen.map((text) => [...first.predict(text).probabilities])).toEqual(
      unseen.map((text) => [...second.predict(text).probabilities]),
    );
  });

  it('learns nothing where labels were dealt out by chance', () => {
    const random = seededRandom(5);
    const dealt = examples.map(({ text }) => ({ text, label: random() < 0.5 ? 'pos' : 'neg' }));
    const fold = foldsOf(
      dealt.map(({ label }) => (label === 'pos' ? 1 : 0)),
      2,
      3,
    );
    const classifier = trainClassifier(dealt.filter((_, index) => fold[index] === 0));
    const rest = dealt.filter((_, index) => fold[index] === 1);
    const { accuracy } = figuresOf(
      rest.map(({ label }) => label),
      rest.map(({ text }) => classifier.predict(text).label),
    );
    expect(accuracy).toBeLessThan(0.75);
  });

  it('gives probabilities that add up to one, also for a text without a known feature', () => {
    const classifier = trainClassifier(examples);
    for (const text of ['great app', '', '…', '这个']) {
      expect(classifier.predict(text).probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('mixture and tilt', () => {
  const margins = (values: readonly number[]) => [Float64Array.from(values)];

  it('finds the scale at which confidence is right', () => {
    // Of rows at margin +1/-1 three quarters are label 0: its probability should come out near 0.75.
    const rows = Array.from({ length: 400 }, () => margins([1, -1]));
    const labels = rows.map((_, index) => (index % 4 === 0 ? 1 : 0));
    const mixture = fitMixture(rows, labels, 2);
    expect(probabilitiesOf(mixture, margins([1, -1]))[0]).toBeCloseTo(0.75, 1);
  });

  it('prefers a rare label where that makes the labels count the same', () => {
    const probabilities = Array.from({ length: 100 }, (_, index) => Float64Array.from(index < 10 ? [0.6, 0.4] : [0.95, 0.05]));
    const tilt = fitTilt(probabilities, 0.05);
    expect(probabilities.filter((one) => likeliest(one, tilt) === 1)).toHaveLength(10);
    expect(probabilities.filter((one) => likeliest(one, new Float64Array(2)) === 1)).toHaveLength(0);
  });

  it('gives away no more accuracy for that than it may', () => {
    // Naming the ten rare ones costs (0.6 - 0.4) x 10 of 100 texts.
    const probabilities = Array.from({ length: 100 }, (_, index) => Float64Array.from(index < 10 ? [0.6, 0.4] : [0.95, 0.05]));
    expect([...fitTilt(probabilities, 0.019)]).toEqual([0, 0]);
    expect([...fitTilt(probabilities, 0.021)]).not.toEqual([0, 0]);
  });
});

describe('figures', () => {
  it('agree with a count by hand', () => {
    const truth = ['a', 'a', 'a', 'b', 'b', 'c'];
    const said = ['a', 'a', 'b', 'b', 'a', 'b'];
    const { accuracy, macroF1, labels } = figuresOf(truth, said);
    expect(accuracy).toBeCloseTo(3 / 6, 12);
    expect(labels.map(({ label, precision, recall, support }) => [label, precision, recall, support])).toEqual([
      ['a', 2 / 3, 2 / 3, 3],
      ['b', 1 / 3, 1 / 2, 2],
      ['c', 0, 0, 1],
    ]);
    expect(macroF1).toBeCloseTo((2 / 3 + 2 / 5 + 0) / 3, 12);
  });

  it('measure how far confidence is from the truth', () => {
    expect(calibrationError([0.95, 0.95, 0.55, 0.55], [true, true, true, false])).toBeCloseTo((0.1 + 0.1) / 4, 12);
    expect(calibrationError([1, 1], [false, false])).toBe(1);
    expect(calibrationError([], [])).toBe(0);
  });
});
