// Everything that the screen says in English, for tests that need no browser.
import { firstWords } from '../../../dashboard/src/lib/words/en-first.ts';
import { pageWords } from '../../../dashboard/src/lib/words/en-pages.ts';

export const words = { ...firstWords, ...pageWords };
