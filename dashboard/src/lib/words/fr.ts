// L’écran en français: the screen in French.
import { firstWords } from './fr-first.ts';
import { pageWords } from './fr-pages.ts';
import type { Words } from './words.ts';

export const words = { ...firstWords, ...pageWords } satisfies Words;
