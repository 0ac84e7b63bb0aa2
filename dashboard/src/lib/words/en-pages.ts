// What only pages further in say, in English: loaded with the first of them.
import { forecast } from './en/forecast.ts';
import { issueWork } from './en/issue-work.ts';
import { learning } from './en/learning.ts';
import { notice } from './en/notice.ts';
import { sourceKeys } from './en/source-keys.ts';
import { staffing } from './en/staffing.ts';
import { taxonomy } from './en/taxonomy.ts';

export const pageWords = {
  forecast,
  issueWork,
  learning,
  notice,
  sourceKeys,
  staffing,
  taxonomy,
};
