// Deutsche Oberfläche: the screen in German.
import { annotate } from './de/annotate.ts';
import { cards } from './de/cards.ts';
import { complaints } from './de/complaints.ts';
import { events } from './de/events.ts';
import { figures } from './de/figures.ts';
import { forecast } from './de/forecast.ts';
import { frame } from './de/frame.ts';
import { issueWork } from './de/issue-work.ts';
import { issues } from './de/issues.ts';
import { learning } from './de/learning.ts';
import { mentions } from './de/mentions.ts';
import { notice } from './de/notice.ts';
import { pages } from './de/pages.ts';
import { peak } from './de/peak.ts';
import { quality } from './de/quality.ts';
import { satisfaction, survey } from './de/satisfaction.ts';
import { scores } from './de/scores.ts';
import { behind, scoring } from './de/scoring.ts';
import { settings } from './de/settings.ts';
import { sourceKeys } from './de/source-keys.ts';
import { sources } from './de/sources.ts';
import { staffing } from './de/staffing.ts';
import { taxonomy } from './de/taxonomy.ts';
import type { Words } from './words.ts';

export const words = {
  locale: 'de-DE',
  percentGap: true,
  listJoin: ', ',
  comma: ', ',
  stop: '.',
  semicolon: '; ',
  duration: { second: 's', minute: 'min', minuteAfter: 'min', hour: 'h', day: 'T', lessThan: (text: string) => `< ${text}` },
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
