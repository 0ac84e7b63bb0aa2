// Everything that the screen says in German, for tests that need no browser.
import { firstWords } from '../../../dashboard/src/lib/words/de-first.ts';
import { pageWords } from '../../../dashboard/src/lib/words/de-pages.ts';
import type { Words } from '../../../dashboard/src/lib/words/words.ts';

export const words = { ...firstWords, ...pageWords } satisfies Words;
