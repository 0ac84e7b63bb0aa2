// What the first page and most others say, in English.
import { annotate } from './en/annotate.ts';
import { cards } from './en/cards.ts';
import { complaints } from './en/complaints.ts';
import { events } from './en/events.ts';
import { figures } from './en/figures.ts';
import { frame } from './en/frame.ts';
import { issues } from './en/issues.ts';
import { mentions } from './en/mentions.ts';
import { pages } from './en/pages.ts';
import { peak } from './en/peak.ts';
import { quality } from './en/quality.ts';
import { satisfaction, survey } from './en/satisfaction.ts';
import { scores } from './en/scores.ts';
import { behind, scoring } from './en/scoring.ts';
import { settings } from './en/settings.ts';
import { sources } from './en/sources.ts';

export const firstWords = {
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
  events,
  annotate,
  issues,
  cards,
  complaints,
  quality,
  satisfaction,
  survey,
  scores,
  scoring,
  behind,
  peak,
};
