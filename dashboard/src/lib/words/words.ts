// The screen languages: adding one is adding a file that satisfies `Words` and a line here.
import type { words as english } from './en.ts';

/** Everything that the screen says. A language that misses a word does not compile. */
export type Words = typeof english;

export type LanguageId = 'en' | 'zh' | 'fr' | 'de';

export type ScreenLanguage = {
  readonly id: LanguageId;
  /** The language's name in itself. */
  readonly name: string;
  /** For the `lang` attribute, which chooses the glyphs of Chinese characters. */
  readonly htmlLang: string;
  readonly load: () => Promise<{ readonly words: Words }>;
};

export const screenLanguages: readonly ScreenLanguage[] = [
  { id: 'en', name: 'English', htmlLang: 'en', load: () => import('./en.ts') },
  { id: 'zh', name: '中文', htmlLang: 'zh-CN', load: () => import('./zh.ts') },
  { id: 'fr', name: 'Français', htmlLang: 'fr', load: () => import('./fr.ts') },
  { id: 'de', name: 'Deutsch', htmlLang: 'de', load: () => import('./de.ts') },
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
