// What only pages further in say, in French: loaded with the first of them.
import { forecast } from './fr/forecast.ts';
import { issueWork } from './fr/issue-work.ts';
import { learning } from './fr/learning.ts';
import { notice } from './fr/notice.ts';
import { sourceKeys } from './fr/source-keys.ts';
import { staffing } from './fr/staffing.ts';
import { taxonomy } from './fr/taxonomy.ts';
import type { PageWords } from './words.ts';

export const pageWords = {
  forecast,
  issueWork,
  learning,
  notice,
  sourceKeys,
  staffing,
  taxonomy,
} satisfies PageWords;
