// Everything that the screen says in Chinese, for tests that need no browser.

import type { Words } from '../../../dashboard/src/lib/words/words.ts';
import { firstWords } from '../../../dashboard/src/lib/words/zh-first.ts';
import { pageWords } from '../../../dashboard/src/lib/words/zh-pages.ts';

export const words = { ...firstWords, ...pageWords } satisfies Words;
