// What only pages further in say, in Chinese: loaded with the first of them.

import type { PageWords } from './words.ts';
import { forecast } from './zh/forecast.ts';
import { issueWork } from './zh/issue-work.ts';
import { learning } from './zh/learning.ts';
import { notice } from './zh/notice.ts';
import { sourceKeys } from './zh/source-keys.ts';
import { staffing } from './zh/staffing.ts';
import { taxonomy } from './zh/taxonomy.ts';

export const pageWords = {
  forecast,
  issueWork,
  learning,
  notice,
  sourceKeys,
  staffing,
  taxonomy,
} satisfies PageWords;
