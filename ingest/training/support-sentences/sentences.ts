// Sentences as customers of a support team write them, composed from our own lists: what no open set has labels for.
import { words } from '../../languages/text-language.ts';
import type { TaughtText } from '../sentiment-data.ts';

/** `{thing}` is filled with a thing, `{bad}` and `{good}` with a judgement, in frames. */
export type SupportSentences = {
  readonly language: string;
  readonly things: readonly string[];
  readonly bad: readonly string[];
  readonly good: readonly string[];
  readonly badFrames: readonly string[];
  readonly goodFrames: readonly string[];
  /** Troubles told without a judgement; they are bad news all the same. */
  readonly troubles: readonly string[];
  readonly angers: readonly string[];
  readonly questions: readonly string[];
  readonly facts: readonly string[];
  readonly praises: readonly string[];
  readonly thanks: readonly string[];
  /** Between two sentences. */
  readonly joiner: string;
};

export { words };

const domain = 'support';

function filled(frames: readonly string[], slot: string, values: readonly string[]): string[] {
  return frames.flatMap((frame) => (frame.includes(slot) ? values.map((value) => frame.replaceAll(slot, value)) : [frame]));
}

/** Every sentence by itself, and pairs of two of one mind; the same each time. */
export function composeSentences(sentences: SupportSentences): TaughtText[] {
  const { language, things, joiner } = sentences;
  const withThings = (frames: readonly string[]) => filled(frames, '{thing}', things);
  const judged = (frames: readonly string[], slot: string, values: readonly string[]) =>
    filled(frames, slot, values).map((text, index) => text.replaceAll('{thing}', things[index % things.length] ?? ''));
  const lists = {
    neg: [...withThings(sentences.troubles), ...judged(sentences.badFrames, '{bad}', sentences.bad), ...sentences.angers],
    neu: [...withThings(sentences.questions), ...withThings(sentences.facts)],
    pos: [...withThings(sentences.praises), ...judged(sentences.goodFrames, '{good}', sentences.good), ...sentences.thanks],
  };
  const tails = { neg: sentences.angers, neu: sentences.facts, pos: sentences.thanks };
  return (['neg', 'neu', 'pos'] as const).flatMap((label) => {
    const singles = lists[label];
    const ends = withThings(tails[label]);
    const pairs = singles.map((text, index) => text + joiner + (ends[(index * 7) % ends.length] ?? ''));
    return [...singles, ...pairs].map((text) => ({ set: `support_${language}`, text, label, domain, language }));
  });
}
