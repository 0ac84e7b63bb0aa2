// Concepts as features: what two texts both name is one feature, whatever words and language they use.
import { expect, test } from 'vitest';
import { withConcepts } from '#ingest/learn/concept-features.ts';
import { FeatureReader } from '#ingest/learn/features.ts';
import { trainClassifier } from '#ingest/training/classifier.ts';

const reader = new FeatureReader();
const nothing = { columns: new Uint32Array(0), counts: new Float32Array(0) };
const conceptsOf = (text: string): number[] => [...withConcepts(nothing, text).columns];
const shared = (a: string, b: string): number => conceptsOf(a).filter((column) => conceptsOf(b).includes(column)).length;

test('texts of two languages share the features of what both name, and of each two of it', () => {
  // refund, and pending: both and their pair.
  expect(shared('refund pending', 'Rückerstattung ausstehend')).toBe(3);
  expect(shared('refund pending', '退款')).toBe(1);
  expect(shared('refund pending', 'Bluetooth-Uhr')).toBe(0);
});

test('a concept counts once, however often it is named, and the features of the words stay as they are', () => {
  const text = 'refund, refund and refund again';
  const [plain, more] = [reader.read(text), withConcepts(reader.read(text), text)];
  const counts = new Map([...more.columns].map((column, at) => [column, more.counts[at]]));
  expect([...plain.columns].map((column) => counts.get(column))).toEqual([...plain.counts]);
  expect([...more.counts].slice(plain.counts.length)).toEqual([1]);
});

test('a text that names nothing is left as it was', () => {
  const plain = reader.read('xyzzy plugh');
  expect(withConcepts(plain, 'xyzzy plugh')).toBe(plain);
});

test('of many labels the right one is found by a word that was never seen with it', () => {
  // Thirteen labels make many; each is taught in English alone.
  const taught = [
    'refund',
    'battery',
    'password',
    'subscription',
    'parcel',
    'weather',
    'hotel',
    'bitcoin',
    'music',
    'camera',
    'calendar',
    'tax',
    'insurance',
  ];
  const examples = taught.flatMap((word) =>
    ['my', 'about the', 'question on', 'the', 'help with', 'again the'].map((before) => ({ text: `${before} ${word}`, label: word })),
  );
  const classifier = trainClassifier(examples);
  const asked = { 退款: 'refund', 电池: 'battery', 密码: 'password', 酒店: 'hotel', 比特币: 'bitcoin', 相机: 'camera' };
  expect(Object.keys(asked).map((word) => classifier.predict(word).label)).toEqual(Object.values(asked));
  // What is no concept says nothing: no label is sure.
  expect(Math.max(...classifier.predict('啊').probabilities)).toBeLessThan(0.5);
});
