// What only pages further in say, in German: loaded with the first of them.
import { forecast } from './de/forecast.ts';
import { issueWork } from './de/issue-work.ts';
import { learning } from './de/learning.ts';
import { notice } from './de/notice.ts';
import { sourceKeys } from './de/source-keys.ts';
import { staffing } from './de/staffing.ts';
import { taxonomy } from './de/taxonomy.ts';
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
