// What a pre-score rests on, in words.
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import type { Criterion, Review } from './ask.ts';

type Auto = Review['auto'][Criterion];

/** `greeting “Hi”, thanks “Thank you”`, or why nothing was measured. */
export function autoText(auto: Auto, words: Words, format: Format): string {
  const { facts, reasons } = words.quality;
  const said = auto.evidence.map(({ fact, quote, ms }) => {
    const name = facts[fact] ?? fact;
    if (ms !== null) return `${name} ${format.duration(ms)}`;
    if (quote === null) return name;
    return fact === 'asked_in' || fact === 'answered_in' ? `${name} ${format.language(quote)}` : `${name} “${quote}”`;
  });
  const why = auto.reason === null ? [] : [reasons[auto.reason] ?? auto.reason];
  return [...why, ...said].join(words.listJoin);
}
