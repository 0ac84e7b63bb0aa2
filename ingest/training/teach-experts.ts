// Teaches the linear experts of a sentiment model, each with texts of its kind, and those for kinds with few texts with ours besides.
import { type Labelled, plainView, ratioView, trainView } from '../learn/view.ts';
import { type Counted, openVocabulary, type Vocabulary } from '../learn/vocabulary.ts';

export type KnownText = { readonly counted: Counted; readonly label: number; readonly domain: number };
/** A text of ours. A kind that the labelled sets have not is counted behind theirs. */
export type OurText = KnownText & { readonly isExpression: boolean };

/** What an expression, and a text written in the manner of a kind, count to the expert of that kind for one of its labelled texts. */
export type Lent = { readonly words: number; readonly written: number };
/** By language and kind. Experts for other kinds have texts enough, and learn nothing from ours. */
export const lentIn: Readonly<Record<string, Readonly<Record<string, Lent>>>> = { zh: { posts: { words: 0.3, written: 0.5 } } };

export type Planes = readonly Float32Array[];
export type LinearExpert = { readonly labels: readonly number[]; readonly planes: Planes };

/** `lent`: by kind, what its expert learns of ours. */
export type Ours = { readonly aside: readonly OurText[]; readonly lent: readonly (Lent | undefined)[] };

const leastTexts = 2;

/** The sum of two views over the same rows is one view: half of each. */
function trainPlanes(vocabulary: Vocabulary, labelled: Labelled): Planes {
  const [plain, ratio] = [plainView, ratioView].map((kind) => trainView(kind, vocabulary, labelled).planes);
  return (plain ?? []).map((plane, label) => plane.map((weight, column) => (weight + (ratio?.[label]?.[column] ?? 0)) / 2));
}

/** What a text of ours counts to the expert of a kind. */
function shareOf({ isExpression, domain }: OurText, kind: number, shares: Lent | undefined): number {
  if (shares === undefined) return 0;
  if (isExpression) return shares.words;
  return domain === kind ? shares.written : 0;
}

/** Features of the labelled texts, and of those of ours that some expert learns. */
export function vocabularyOf(texts: readonly KnownText[], { aside, lent }: Ours, bits: number): Vocabulary {
  const learned = aside.filter((text) => lent.some((shares, kind) => shareOf(text, kind, shares) > 0));
  return openVocabulary(
    [...texts, ...learned].map(({ counted }) => counted),
    leastTexts,
    bits,
  );
}

/** The expert for the kind that is the `kind`th, from labelled texts of all kinds. */
export function teachExpert(kind: number, texts: readonly KnownText[], vocabulary: Vocabulary, { aside, lent }: Ours): LinearExpert {
  const own = texts.filter(({ domain }) => domain === kind);
  const labels = [...new Set(own.map(({ label }) => label))].sort();
  const ours = aside.map((text) => ({ ...text, share: shareOf(text, kind, lent[kind]) }));
  const all = [...own.map((text) => ({ ...text, share: 1 })), ...ours.filter(({ share, label }) => share > 0 && labels.includes(label))];
  const planes = trainPlanes(vocabulary, {
    texts: all.map(({ counted }) => counted),
    labels: all.map(({ label }) => labels.indexOf(label)),
    labelCount: labels.length,
    shares: all.map(({ share }) => share),
  });
  return { labels, planes };
}
