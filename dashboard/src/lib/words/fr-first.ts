// What the first page and most others say, in French.
import { cards } from './fr/cards.ts';
import { complaints } from './fr/complaints.ts';
import { events } from './fr/events.ts';
import { figures } from './fr/figures.ts';
import { frame } from './fr/frame.ts';
import { mentions } from './fr/mentions.ts';
import { pages } from './fr/pages.ts';
import { reading } from './fr/reading.ts';
import { scores } from './fr/scores.ts';
import { behind } from './fr/scoring.ts';
import { settings } from './fr/settings.ts';
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
  reading,
  ...pages,
  settings,
  events,
  cards,
  complaints,
  scores,
  behind,
} satisfies FirstWords;
