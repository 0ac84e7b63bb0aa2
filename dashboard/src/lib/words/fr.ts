// L’écran en français: the screen in French.
import { cards } from './fr/cards.ts';
import { events } from './fr/events.ts';
import { figures } from './fr/figures.ts';
import { frame } from './fr/frame.ts';
import { pages } from './fr/pages.ts';
import { scores } from './fr/scores.ts';
import { behind, scoring } from './fr/scoring.ts';
import { settings } from './fr/settings.ts';
import { sourceKeys } from './fr/source-keys.ts';
import { sources } from './fr/sources.ts';
import { staffing } from './fr/staffing.ts';
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
