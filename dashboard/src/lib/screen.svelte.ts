// How this person sees the screen: language, theme, zone; one object that the root layout provides.
import { createContext, flushSync } from 'svelte';
import type { Taxonomy } from './api/shapes.ts';
import { categoryNames } from './format/category-names.ts';
import { openFormat } from './format/format.ts';
import { chooseLanguage, type LanguageId, loadPageWords, loadWords, type Words } from './words/words.ts';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export type Screen = ReturnType<typeof openScreen>;

const [useScreen, provideScreen] = createContext<Screen>();

export { provideScreen, useScreen };

/** Remembers a choice in this browser; one that forbids storage forgets it at the next visit, and nothing breaks. */
function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`huiyin.${name}`, value);
  } catch {
    return;
  }
}

/** What was kept under a name; null where nothing was, or where the browser forbids storage. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`huiyin.${name}`);
  } catch {
    return null;
  }
}

/** The screen of this visit. `now` is the clock; the theme `system` follows the system while the page is open. */
export function openScreen(start: { words: Words; language: LanguageId; zone: string; taxonomy: Taxonomy | null; now: () => number }) {
  let words = $state.raw(start.words);
  let language = $state(start.language);
  let zone = $state(start.zone);
  let taxonomy = $state.raw(start.taxonomy);
  let theme = $state<Theme>(themes.find((name) => name === kept('theme')) ?? 'system');
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  let isSystemDark = $state(systemDark.matches);
  systemDark.addEventListener('change', (change) => {
    isSystemDark = change.matches;
    paint();
  });
  let isPrinting = $state(false);
  const isDark = $derived(!isPrinting && (theme === 'dark' || (theme === 'system' && isSystemDark)));
  const format = $derived(openFormat({ words, zone, now: start.now, categories: categoryNames(taxonomy, language) }));

  function paint(): void {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    document.documentElement.lang = chooseLanguage([language]).htmlLang;
  }
  paint();
  // Paper is light. The charts are canvases, so they have to be drawn anew before the browser takes its picture.
  const print = (isOnPaper: boolean) => () =>
    flushSync(() => {
      isPrinting = isOnPaper;
      paint();
    });
  addEventListener('beforeprint', print(true));
  addEventListener('afterprint', print(false));

  return {
    get words() {
      return words;
    },
    get format() {
      return format;
    },
    get language() {
      return language;
    },
    get theme() {
      return theme;
    },
    /** Changes with every repaint that canvases have to follow. */
    get isDark() {
      return isDark;
    },
    now: start.now,
    setZone(next: string) {
      zone = next;
    },
    setTaxonomy(next: Taxonomy | null) {
      taxonomy = next;
    },
    setTheme(next: Theme) {
      theme = next;
      keep('theme', next);
      paint();
    },
    /** The words of the pages further in, for what opens above the first page. */
    loadPages: () => loadPageWords(chooseLanguage([language])),
    async setLanguage(next: LanguageId) {
      const chosen = chooseLanguage([next]);
      const [loaded] = await Promise.all([loadWords(chosen), loadPageWords(chosen)]);
      words = loaded;
      language = next;
      keep('language', next);
      paint();
    },
  };
}
