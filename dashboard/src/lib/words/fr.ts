// L’écran en français: the screen in French.
import { annotate } from './fr/annotate.ts';
import { cards } from './fr/cards.ts';
import { complaints } from './fr/complaints.ts';
import { events } from './fr/events.ts';
import { figures } from './fr/figures.ts';
import { forecast } from './fr/forecast.ts';
import { frame } from './fr/frame.ts';
import { issueWork } from './fr/issue-work.ts';
import { issues } from './fr/issues.ts';
import { learning } from './fr/learning.ts';
import { mentions } from './fr/mentions.ts';
import { notice } from './fr/notice.ts';
import { pages } from './fr/pages.ts';
import { peak } from './fr/peak.ts';
import { quality } from './fr/quality.ts';
import { satisfaction, survey } from './fr/satisfaction.ts';
import { scores } from './fr/scores.ts';
import { behind, scoring } from './fr/scoring.ts';
import { settings } from './fr/settings.ts';
import { sourceKeys } from './fr/source-keys.ts';
import { sources } from './fr/sources.ts';
import { staffing } from './fr/staffing.ts';
import { taxonomy } from './fr/taxonomy.ts';
import type { Words } from './words.ts';

export const words = {
  locale: 'fr-FR',
  percentGap: true,
  listJoin: ', ',
  comma: ', ',
  stop: '.',
  semicolon: ' ; ',
  duration: { second: 's', minute: 'min', minuteAfter: 'min', hour: 'h', day: 'j', lessThan: (text: string) => `< ${text}` },
  ...figures,
  ...frame,
  mentions,
  ...pages,
  settings,
  sources,
  sourceKeys,
  events,
  notice,
  annotate,
  learning,
  issues,
  issueWork,
  staffing,
  cards,
  complaints,
  quality,
  satisfaction,
  survey,
  scores,
  scoring,
  taxonomy,
  behind,
  peak,
  forecast,
} satisfies Words;
