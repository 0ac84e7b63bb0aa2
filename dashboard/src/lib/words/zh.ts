// 中文界面: the screen in Chinese.
import type { Words } from './words.ts';
import { cards } from './zh/cards.ts';
import { events } from './zh/events.ts';
import { figures } from './zh/figures.ts';
import { frame } from './zh/frame.ts';
import { pages } from './zh/pages.ts';
import { scores } from './zh/scores.ts';
import { behind, scoring } from './zh/scoring.ts';
import { settings } from './zh/settings.ts';
import { sourceKeys } from './zh/source-keys.ts';
import { sources } from './zh/sources.ts';
import { staffing } from './zh/staffing.ts';

export const words = {
  locale: 'zh-CN',
  percentGap: false,
  listJoin: '、',
  comma: '，',
  stop: '。',
  semicolon: '；',
  duration: { second: '秒', minute: '分钟', minuteAfter: '分', hour: '小时', day: '天', lessThan: (text: string) => `不到 ${text}` },
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
