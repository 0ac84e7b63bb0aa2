// What is heard of a text beside its features: lists of words of feeling, and the manner in which it is written.
import { type Feelings, openFeelings } from '../learn/feelings.ts';
import { feltViewCount } from '../learn/felt-sums.ts';
import { openFeltWords } from '../learn/felt-words.ts';
import { mannerNames, mannerViewCount, mannerViews } from '../learn/manner.ts';
import { openViews } from '../learn/mixture.ts';
import { inOneGo, mostInOneGo, type Portions } from '../stages/portions.ts';
import { sentimentOrder } from './sentiment-order.ts';

export type Voices = {
  /** By AFINN; empty where that has no list. */
  readonly feel: Feelings;
  /** By our own list; empty where we wrote none. */
  readonly felt: Feelings;
  /** By our own list, then the manner of the text: the views behind all others. */
  readonly late: Feelings;
  readonly lateCount: number;
};

const none: Feelings = () => [];

/**
 * The voices of a language, each as views of a mixture in the order of `sentimentOrder`. Where we wrote no list the manner of a text is not
 * heard either: in Hindi, the one such language with a model, it helped nothing.
 */
export function* openVoicesInPortions(language: string): Portions<Voices> {
  const feel = openFeelings(sentimentOrder, language) ?? none;
  yield mostInOneGo;
  const felt = openFeltWords(language);
  if (felt === null) return { feel, felt: none, late: none, lateCount: 0 };
  const lateCount = feltViewCount + mannerViewCount;
  return {
    feel,
    felt,
    late: (text, into = openViews(lateCount, sentimentOrder.length)) => {
      felt(text, into);
      mannerViews(text, into, feltViewCount);
      return into;
    },
    lateCount,
  };
}

/** The same at once. */
export const openVoices = (language: string): Voices => inOneGo(openVoicesInPortions(language));

/** How many numbers the manner of a text has among its late views: none where it is not heard. */
export const mannerCount = (late: readonly Float64Array[]): number => (late.length === 0 ? 0 : mannerNames.length);

const neutral = 1;

/** Copies the manner of a text from its late views to a place in a row of numbers. */
export function copyManner(late: readonly Float64Array[], into: Float64Array, from: number): void {
  const count = mannerCount(late);
  for (let place = 0; place < count; place += 1) into[from + place] = late[feltViewCount + 2 * place]?.[neutral] ?? 0;
}
