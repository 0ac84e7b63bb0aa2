// What only pages further in say, in English: loaded with the first of them.

import { annotate } from './en/annotate.ts';
import { forecast } from './en/forecast.ts';
import { issueWork } from './en/issue-work.ts';
import { issues } from './en/issues.ts';
import { labelled } from './en/labelled.ts';
import { learning } from './en/learning.ts';
import { notice } from './en/notice.ts';
import { peak } from './en/peak.ts';
import { quality } from './en/quality.ts';
import { satisfaction, survey } from './en/satisfaction.ts';
import { scoring } from './en/scoring.ts';
import { sourceKeys } from './en/source-keys.ts';
import { sources } from './en/sources.ts';
import { staffing } from './en/staffing.ts';
import { taxonomy } from './en/taxonomy.ts';

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
};
