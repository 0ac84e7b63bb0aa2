// What the first page and most others say, in German.
import { cards } from './de/cards.ts';
import { complaints } from './de/complaints.ts';
import { events } from './de/events.ts';
import { figures } from './de/figures.ts';
import { frame } from './de/frame.ts';
import { mentions } from './de/mentions.ts';
import { pages } from './de/pages.ts';
import { reading } from './de/reading.ts';
import { scores } from './de/scores.ts';
import { behind } from './de/scoring.ts';
import { settings } from './de/settings.ts';
import type { FirstWords } from './words.ts';

export const firstWords = {
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
  reading,
  ...pages,
  settings,
  events,
  cards,
  complaints,
  scores,
  behind,
} satisfies FirstWords;
