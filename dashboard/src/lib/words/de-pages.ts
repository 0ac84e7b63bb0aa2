// What only pages further in say, in German: loaded with the first of them.

import { annotate } from './de/annotate.ts';
import { forecast } from './de/forecast.ts';
import { issueWork } from './de/issue-work.ts';
import { issues } from './de/issues.ts';
import { labelled } from './de/labelled.ts';
import { learning } from './de/learning.ts';
import { notice } from './de/notice.ts';
import { peak } from './de/peak.ts';
import { quality } from './de/quality.ts';
import { satisfaction, survey } from './de/satisfaction.ts';
import { scoring } from './de/scoring.ts';
import { sourceKeys } from './de/source-keys.ts';
import { sources } from './de/sources.ts';
import { staffing } from './de/staffing.ts';
import { taxonomy } from './de/taxonomy.ts';
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
