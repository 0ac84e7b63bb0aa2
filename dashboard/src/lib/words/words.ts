// The screen languages: adding one is adding a file that satisfies `Words` and a line here.
import type { firstWords } from './en-first.ts';
import type { pageWords } from './en-pages.ts';

export type FirstWords = typeof firstWords;
/** What only pages further in say: the first page need not wait for it. */
export type PageWords = typeof pageWords;
/** Everything that the screen says. A language that misses a word does not compile. */
export type Words = FirstWords & PageWords;

export type LanguageId = 'en' | 'zh' | 'fr' | 'de';

export type ScreenLanguage = {
  readonly id: LanguageId;
  /** The language's name in itself. */
  readonly name: string;
  /** For the `lang` attribute, which chooses the glyphs of Chinese characters. */
  readonly htmlLang: string;
  readonly first: () => Promise<{ readonly firstWords: FirstWords }>;
  readonly pages: () => Promise<{ readonly pageWords: PageWords }>;
};

export const screenLanguages: readonly ScreenLanguage[] = [
  { id: 'en', name: 'English', htmlLang: 'en', first: () => import('./en-first.ts'), pages: () => import('./en-pages.ts') },
  { id: 'zh', name: '中文', htmlLang: 'zh-CN', first: () => import('./zh-first.ts'), pages: () => import('./zh-pages.ts') },
  { id: 'fr', name: 'Français', htmlLang: 'fr', first: () => import('./fr-first.ts'), pages: () => import('./fr-pages.ts') },
  { id: 'de', name: 'Deutsch', htmlLang: 'de', first: () => import('./de-first.ts'), pages: () => import('./de-pages.ts') },
];

/** The screen language for a wish such as `zh-TW` or `de`: same language, else English. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): ScreenLanguage {
  for (const wish of wishes) {
    const base = wish?.toLowerCase().split(/[-_]/)[0];
    const found = screenLanguages.find((language) => language.id === base);
    if (found !== undefined) return found;
  }
  const [first] = screenLanguages;
  if (first === undefined) throw new Error('there must be at least one screen language');
  return first;
}

const known = new Map<LanguageId, PageWords>();

/** The words of the pages further in; afterwards all words of the language can be read. */
export async function loadPageWords({ id, pages }: ScreenLanguage): Promise<void> {
  if (!known.has(id)) known.set(id, (await pages()).pageWords);
}

function pageWordsOf(id: LanguageId): PageWords {
  const found = known.get(id);
  if (found === undefined) throw new Error(`the words of further pages are not loaded in ${id}`);
  return found;
}

/** The words of a language; those of the pages further in can be read once `loadPageWords` is done. */
export async function loadWords({ id, first }: ScreenLanguage): Promise<Words> {
  const { firstWords: own } = await first();
  return {
    ...own,
    get annotate() {
      return pageWordsOf(id).annotate;
    },
    get forecast() {
      return pageWordsOf(id).forecast;
    },
    get issueWork() {
      return pageWordsOf(id).issueWork;
    },
    get issues() {
      return pageWordsOf(id).issues;
    },
    get labelled() {
      return pageWordsOf(id).labelled;
    },
    get learning() {
      return pageWordsOf(id).learning;
    },
    get notice() {
      return pageWordsOf(id).notice;
    },
    get peak() {
      return pageWordsOf(id).peak;
    },
    get quality() {
      return pageWordsOf(id).quality;
    },
    get satisfaction() {
      return pageWordsOf(id).satisfaction;
    },
    get scoring() {
      return pageWordsOf(id).scoring;
    },
    get sourceKeys() {
      return pageWordsOf(id).sourceKeys;
    },
    get sources() {
      return pageWordsOf(id).sources;
    },
    get staffing() {
      return pageWordsOf(id).staffing;
    },
    get survey() {
      return pageWordsOf(id).survey;
    },
    get taxonomy() {
      return pageWordsOf(id).taxonomy;
    },
  };
}
