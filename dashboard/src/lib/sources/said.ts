// Words of a connector about itself, chosen by the language of the screen; English where a language has none for them.
import { useScreen } from '../screen.svelte.ts';
import { connectors as german } from '../words/de/connectors.ts';
import { connectors as french } from '../words/fr/connectors.ts';

type Said = { readonly en: string; readonly zh: string };

/** The words in the language of a locale such as `zh-CN` or `de`. */
export function saidIn(locale: string, said: Said): string {
  if (locale.startsWith('zh')) return said.zh;
  const own = locale.startsWith('de') ? german : locale.startsWith('fr') ? french : {};
  return own[said.en] ?? said.en;
}

/** To be called while a component is set up, like `useScreen`; what it gives follows the language of the screen. */
export function useSaid(): (said: Said) => string {
  const screen = useScreen();
  return (said) => saidIn(screen.words.locale, said);
}
