// Everything that the screen says in French, for tests that need no browser.
import { firstWords } from '../../../dashboard/src/lib/words/fr-first.ts';
import { pageWords } from '../../../dashboard/src/lib/words/fr-pages.ts';
import type { Words } from '../../../dashboard/src/lib/words/words.ts';

export const words = { ...firstWords, ...pageWords } satisfies Words;
