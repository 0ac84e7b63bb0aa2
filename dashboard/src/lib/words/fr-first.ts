// What the first page and most others say, in French.
import { annotate } from './fr/annotate.ts';
import { cards } from './fr/cards.ts';
import { complaints } from './fr/complaints.ts';
import { events } from './fr/events.ts';
import { figures } from './fr/figures.ts';
import { frame } from './fr/frame.ts';
import { issues } from './fr/issues.ts';
import { mentions } from './fr/mentions.ts';
import { pages } from './fr/pages.ts';
import { peak } from './fr/peak.ts';
import { quality } from './fr/quality.ts';
import { satisfaction, survey } from './fr/satisfaction.ts';
import { scores } from './fr/scores.ts';
import { behind, scoring } from './fr/scoring.ts';
import { settings } from './fr/settings.ts';
import { sources } from './fr/sources.ts';
import type { FirstWords } from './words.ts';

export const firstWords = {
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
} satisfies FirstWords;
