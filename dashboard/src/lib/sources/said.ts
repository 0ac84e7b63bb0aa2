// Words of a connector about itself: English and Chinese, chosen by the language of the screen.
import { useScreen } from '../screen.svelte.ts';

type Said = { readonly en: string; readonly zh: string };

/** To be called while a component is set up, like `useScreen`; what it gives follows the language of the screen. */
export function useSaid(): (said: Said) => string {
  const screen = useScreen();
  return (said) => (screen.words.locale.startsWith('zh') ? said.zh : said.en);
}
