// A reason in the words of the reader: what its code says in this language, and the server's own sentence where that says more.
import type { Why } from '../api/problem.ts';

export type ReasonText = {
  readonly text: string;
  /** Whether the text is in the language of the screen; else it is the server's, in English. */
  readonly isOwn: boolean;
  /** The server's sentence, where the text leaves out some of it. */
  readonly quote: string | null;
};

type Format = {
  readonly time: (at: string) => string;
  readonly count: (value: number) => string;
  readonly day: (day: string) => string;
};
export type Told = { readonly sentence: string; readonly coded: Why | null };

const counts: ReadonlySet<string> = new Set(['count', 'people', 'moves', 'open']);

/** Instants in a sentence of the server, written as everywhere on the screen. */
export function withTimes(sentence: string, toText: (at: string) => string): string {
  return sentence.replaceAll(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, toText);
}

function placeText(name: string, value: string, { count, day, time }: Format): string {
  if (counts.has(name) && /^\d+$/.test(value)) return count(Number(value));
  if (name === 'day' && /^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  return withTimes(value, time);
}

/** `words` by code; null where the server's sentences are in this language already. A sentence of no code stays as it is. */
export function reasonText({ sentence, coded }: Told, words: Readonly<Record<string, string>> | null, format: Format): ReasonText {
  const own = words === null || coded === null ? undefined : words[coded.code];
  if (own === undefined || coded === null) return { text: withTimes(sentence, format.time), isOwn: words === null, quote: null };
  const { places } = coded;
  const text = own.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = places[name];
    return value === undefined ? whole : placeText(name, value, format);
  });
  const isWhole = Object.keys(places).every((name) => own.includes(`{${name}}`));
  return { text, isOwn: true, quote: isWhole ? null : sentence };
}
