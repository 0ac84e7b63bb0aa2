// Deutsche Oberfläche: the screen in German.
import { firstWords } from './de-first.ts';
import { pageWords } from './de-pages.ts';
import type { Words } from './words.ts';

export const words = { ...firstWords, ...pageWords } satisfies Words;
