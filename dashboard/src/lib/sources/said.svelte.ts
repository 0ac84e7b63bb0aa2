// Words that come from the server with a source, in the language of the screen: of connectors, of reasons, of what a test found.
import { kept, useScreen } from '../screen.svelte.ts';
import { loadSourceWords, type SourceWords, sourceWordsOf } from '../words/source-words.ts';
import { chooseLanguage, type LanguageId } from '../words/words.ts';
import type { Reader } from './source-problem.ts';

type Said = { readonly en: string; readonly zh: string };

/** What a connector says of itself in a language; English where that has no words for it. */
export function saidIn(language: LanguageId, said: Said, { forms }: Pick<SourceWords, 'forms'>): string {
  return language === 'zh' ? said.zh : (forms[said.en] ?? said.en);
}

/** For a page's load: the words of the language that is shown, so that nothing is seen in English first. */
export async function loadShownWords(): Promise<void> {
  const { id } = chooseLanguage([kept('language'), ...navigator.languages]);
  // Without them the server's own words are shown, which is no reason to show nothing.
  await loadSourceWords(id).catch(() => undefined);
}

/** To be called while a component is set up, like `useScreen`; what it gives follows the language of the screen. */
export function useSourceWords(): () => SourceWords {
  const screen = useScreen();
  let words = $state.raw(sourceWordsOf(screen.language));
  $effect.pre(() => {
    const { language } = screen;
    words = sourceWordsOf(language);
    loadSourceWords(language).then(
      (loaded) => {
        if (screen.language === language) words = loaded;
      },
      () => undefined,
    );
  });
  return () => words;
}

export function useSaid(): (said: Said) => string {
  const screen = useScreen();
  const words = useSourceWords();
  return (said) => saidIn(screen.language, said, words());
}

/** Who is told why something went wrong: the words and the formats of the screen as they are when it is asked. */
export function useReader(): () => Reader {
  const screen = useScreen();
  const words = useSourceWords();
  return () => ({ words: screen.words, reasons: words().reasons, format: screen.format });
}
