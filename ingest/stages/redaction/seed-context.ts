// The surroundings of a seed phrase: the words that name one, and the numbering in front of it.
import { contexts, phraseSource } from './context.ts';
import type { TextView } from './text-view.ts';

/** True where a name of a seed phrase stands within 80 characters of the stretch. */
export function hasSeedContext(view: TextView, start: number, end: number): boolean {
  return contexts.seed.test(view.folded.slice(Math.max(0, start - 80), start)) || contexts.seed.test(view.folded.slice(end, end + 80));
}

/** The same with the stretch itself: a run of list words can take its own name in, because "seed" and "phrase" are list words. */
export function hasSeedContextAround(view: TextView, start: number, end: number): boolean {
  return contexts.seed.test(view.folded.slice(Math.max(0, start - 80), end + 80));
}

const numbering = new RegExp(
  `(?:${phraseSource(['word', 'mot', 'wort', 'palabra', 'parola', 'palavra', 'слово', '単語', '단어', '单词', '第', 'no', 'nr', '#'])}[\\s.#]{0,2})?[(\\[]?\\d{1,2}(?:st|nd|rd|th)?[\\s.):\\]=-]{0,4}$`,
);

/** Where the numbering in front of a stretch begins, so that it goes with the phrase. */
export function numberingStart(view: TextView, start: number): number {
  const before = view.latinFolded.slice(Math.max(0, start - 24), start);
  const match = numbering.exec(before);
  return match === null ? start : start - (before.length - match.index);
}
