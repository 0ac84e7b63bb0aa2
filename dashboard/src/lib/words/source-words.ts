// What only the Sources pages say beside the words of all pages, loaded with the first of them in the language that is asked for.
import type { FoundWords, ReasonWords } from '../sources/shapes.ts';
import type { LanguageId } from './words.ts';

export type SourceWords = {
  /** What connectors say of themselves, by the English of it; what is not here is said as the server gives it. */
  readonly forms: Readonly<Record<string, string>>;
  /** Why something went wrong, and what a test found, by their codes; null: the server's own sentences are in this language. */
  readonly reasons: ReasonWords | null;
  readonly found: FoundWords | null;
};

type Loaded = { readonly sourceWords: SourceWords };

const loaders: Readonly<Record<LanguageId, (() => Promise<Loaded>) | null>> = {
  en: null,
  zh: () => import('./zh-sources.ts'),
  fr: () => import('./fr-sources.ts'),
  de: () => import('./de-sources.ts'),
};

const asServed: SourceWords = { forms: {}, reasons: null, found: null };
const known = new Map<LanguageId, SourceWords>();

/** The words of a language; those that are loaded once are there at once. */
export async function loadSourceWords(id: LanguageId): Promise<SourceWords> {
  const words = known.get(id) ?? (await loaders[id]?.())?.sourceWords ?? asServed;
  known.set(id, words);
  return words;
}

/** What is known of a language by now; until its words are loaded the server speaks for itself. */
export function sourceWordsOf(id: LanguageId): SourceWords {
  return known.get(id) ?? asServed;
}
