// Deutsche Oberfläche: the screen in German.
import { cards } from './de/cards.ts';
import { events } from './de/events.ts';
import { figures } from './de/figures.ts';
import { frame } from './de/frame.ts';
import { pages } from './de/pages.ts';
import { scores } from './de/scores.ts';
import { behind, scoring } from './de/scoring.ts';
import { settings } from './de/settings.ts';
import { sourceKeys } from './de/source-keys.ts';
import { sources } from './de/sources.ts';
import { staffing } from './de/staffing.ts';
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
} satisfies Words;
