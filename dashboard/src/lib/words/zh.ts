// 中文界面: the screen in Chinese.
import type { Words } from './words.ts';
import { annotate } from './zh/annotate.ts';
import { cards } from './zh/cards.ts';
import { complaints } from './zh/complaints.ts';
import { events } from './zh/events.ts';
import { figures } from './zh/figures.ts';
import { forecast } from './zh/forecast.ts';
import { frame } from './zh/frame.ts';
import { issueWork } from './zh/issue-work.ts';
import { issues } from './zh/issues.ts';
import { learning } from './zh/learning.ts';
import { mentions } from './zh/mentions.ts';
import { notice } from './zh/notice.ts';
import { pages } from './zh/pages.ts';
import { peak } from './zh/peak.ts';
import { quality } from './zh/quality.ts';
import { satisfaction, survey } from './zh/satisfaction.ts';
import { scores } from './zh/scores.ts';
import { behind, scoring } from './zh/scoring.ts';
import { settings } from './zh/settings.ts';
import { sourceKeys } from './zh/source-keys.ts';
import { sources } from './zh/sources.ts';
import { staffing } from './zh/staffing.ts';
import { taxonomy } from './zh/taxonomy.ts';

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
  mentions,
  ...pages,
  settings,
  sources,
  sourceKeys,
  events,
  notice,
  annotate,
  learning,
  issues,
  issueWork,
  staffing,
  cards,
  complaints,
  quality,
  satisfaction,
  survey,
  scores,
  scoring,
  taxonomy,
  behind,
  peak,
  forecast,
} satisfies Words;
