// The screen in English, and the shape that every other screen language has to fill.
import { annotate } from './en/annotate.ts';
import { cards } from './en/cards.ts';
import { complaints } from './en/complaints.ts';
import { events } from './en/events.ts';
import { figures } from './en/figures.ts';
import { forecast } from './en/forecast.ts';
import { frame } from './en/frame.ts';
import { issueWork } from './en/issue-work.ts';
import { issues } from './en/issues.ts';
import { learning } from './en/learning.ts';
import { mentions } from './en/mentions.ts';
import { notice } from './en/notice.ts';
import { pages } from './en/pages.ts';
import { peak } from './en/peak.ts';
import { quality } from './en/quality.ts';
import { satisfaction, survey } from './en/satisfaction.ts';
import { scores } from './en/scores.ts';
import { behind, scoring } from './en/scoring.ts';
import { settings } from './en/settings.ts';
import { sourceKeys } from './en/source-keys.ts';
import { sources } from './en/sources.ts';
import { staffing } from './en/staffing.ts';
import { taxonomy } from './en/taxonomy.ts';

export const words = {
  locale: 'en-GB',
  percentGap: true,
  listJoin: ', ',
  comma: ', ',
  stop: '.',
  semicolon: '; ',
  duration: { second: 's', minute: 'min', minuteAfter: 'min', hour: 'h', day: 'd', lessThan: (text: string) => `< ${text}` },
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
};
