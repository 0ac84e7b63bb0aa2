// The screen in English, and the shape that every other screen language has to fill.
import { cards } from './en/cards.ts';
import { events } from './en/events.ts';
import { figures } from './en/figures.ts';
import { frame } from './en/frame.ts';
import { pages } from './en/pages.ts';
import { scores } from './en/scores.ts';
import { behind, scoring } from './en/scoring.ts';
import { settings } from './en/settings.ts';
import { sourceKeys } from './en/source-keys.ts';
import { sources } from './en/sources.ts';
import { staffing } from './en/staffing.ts';

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
  ...pages,
  settings,
  sources,
  sourceKeys,
  events,
  staffing,
  cards,
  scores,
  scoring,
  behind,
};
