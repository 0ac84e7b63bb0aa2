// What the first page and most others say, in Chinese.
import type { FirstWords } from './words.ts';
import { cards } from './zh/cards.ts';
import { complaints } from './zh/complaints.ts';
import { events } from './zh/events.ts';
import { figures } from './zh/figures.ts';
import { frame } from './zh/frame.ts';
import { mentions } from './zh/mentions.ts';
import { pages } from './zh/pages.ts';
import { reading } from './zh/reading.ts';
import { scores } from './zh/scores.ts';
import { behind } from './zh/scoring.ts';
import { settings } from './zh/settings.ts';

export const firstWords = {
  locale: 'zh-CN',
  percentGap: false,
  listJoin: '、',
  comma: '，',
  stop: '。',
  semicolon: '；',
  duration: { second: '秒', minute: '分钟', minuteAfter: '分', hour: '小时', day: '天', lessThan: (text: string) => `不到 ${text}` },
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
