// What only pages further in say, in French: loaded with the first of them.

import { annotate } from './fr/annotate.ts';
import { forecast } from './fr/forecast.ts';
import { issueWork } from './fr/issue-work.ts';
import { issues } from './fr/issues.ts';
import { labelled } from './fr/labelled.ts';
import { learning } from './fr/learning.ts';
import { notice } from './fr/notice.ts';
import { peak } from './fr/peak.ts';
import { quality } from './fr/quality.ts';
import { satisfaction, survey } from './fr/satisfaction.ts';
import { scoring } from './fr/scoring.ts';
import { sourceKeys } from './fr/source-keys.ts';
import { sources } from './fr/sources.ts';
import { staffing } from './fr/staffing.ts';
import { taxonomy } from './fr/taxonomy.ts';
import type { PageWords } from './words.ts';

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
