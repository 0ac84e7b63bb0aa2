// 中文界面: the screen in Chinese.

import type { Words } from './words.ts';
import { firstWords } from './zh-first.ts';
import { pageWords } from './zh-pages.ts';

export const words = { ...firstWords, ...pageWords } satisfies Words;
