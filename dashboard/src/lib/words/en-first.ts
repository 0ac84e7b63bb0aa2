// What the first page and most others say, in English.
import { cards } from './en/cards.ts';
import { complaints } from './en/complaints.ts';
import { events } from './en/events.ts';
import { figures } from './en/figures.ts';
import { frame } from './en/frame.ts';
import { mentions } from './en/mentions.ts';
import { pages } from './en/pages.ts';
import { reading } from './en/reading.ts';
import { scores } from './en/scores.ts';
import { behind } from './en/scoring.ts';
import { settings } from './en/settings.ts';

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
  reading,
  ...pages,
  settings,
  events,
  cards,
  complaints,
  scores,
  behind,
};
