// What is heard of a text beside its features: lists of words of feeling, and the manner in which it is written.
import { type Feelings, openFeelings } from '../learn/feelings.ts';
import { feltViewCount } from '../learn/felt-sums.ts';
import { openFeltWords } from '../learn/felt-words.ts';
import { mannerViewCount, mannerViews } from '../learn/manner.ts';
import { sentimentOrder } from './sentiment-order.ts';

export type Voices = {
  /** By AFINN; empty where that has no list. */
  readonly feel: Feelings;
  /** By our own list; empty where we wrote none. */
  readonly felt: Feelings;
  /** The manner of the text. */
  readonly manner: Feelings;
  /** How many views the last two are. */
  readonly lateCount: number;
};

const none: Feelings = () => [];

/** The voices of a language, each as views of a mixture in the order of `sentimentOrder`. */
export function openVoices(language: string): Voices {
  const felt = openFeltWords(language);
  return {
    feel: openFeelings(sentimentOrder, language) ?? none,
    felt: felt ?? none,
    manner: mannerViews,
    lateCount: (felt === null ? 0 : feltViewCount) + mannerViewCount,
  };
}
