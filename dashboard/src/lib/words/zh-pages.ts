// What only pages further in say, in Chinese: loaded with the first of them.

import type { PageWords } from './words.ts';
import { annotate } from './zh/annotate.ts';
import { forecast } from './zh/forecast.ts';
import { issueWork } from './zh/issue-work.ts';
import { issues } from './zh/issues.ts';
import { labelled } from './zh/labelled.ts';
import { learning } from './zh/learning.ts';
import { notice } from './zh/notice.ts';
import { peak } from './zh/peak.ts';
import { quality } from './zh/quality.ts';
import { satisfaction, survey } from './zh/satisfaction.ts';
import { scoring } from './zh/scoring.ts';
import { sourceKeys } from './zh/source-keys.ts';
import { sources } from './zh/sources.ts';
import { staffing } from './zh/staffing.ts';
import { taxonomy } from './zh/taxonomy.ts';

export const pageWords = {
  annotate,
  forecast,
  issueWork,
  issues,
  labelled,
  learning,
  notice,
  peak,
  quality,
  satisfaction,
  scoring,
  sourceKeys,
  sources,
  staffing,
  survey,
  taxonomy,
} satisfies PageWords;
