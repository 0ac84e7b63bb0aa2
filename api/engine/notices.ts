// Notices from the columns: what to tell now, what would have been told, and what was told beside the waits that followed.

import { openStretches } from '#api/http/open-stretches.ts';
import { isPeakAt } from '#api/notice/peak.ts';
import { quietTimes } from '#api/notice/quiet-times.ts';
import { type MadePredictions, markOf, openReplayer, replayNotices } from '#api/notice/replay-notices.ts';
import { situationsOf } from '#api/notice/situations.ts';
import { type WaitHistory, waitHistory } from '#api/notice/wait-history.ts';
import { termsAt } from '#db/facts/terms-at.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { NoticeForecast, NoticeQuestion, NoticeReply, ReplayedNotice } from '#db/model/notice-forecast.ts';
import { firstWaitsOf } from './channel-history.ts';
import type { Columns } from './columns.ts';
import type { Followed } from './follow.ts';
import { trackOf } from './notice-track.ts';

const endings = ['waiting', 'answered', 'closed_unanswered', 'withdrawn'] as const;
/** What predictions look back on, and what those look back on that they are calibrated by. */
const historyMs = 400 * day;
const hoursAheadMs = 7 * day;

export type NoticeDesk = { answer(followed: Followed, question: NoticeQuestion): NoticeReply };

/** Answers about notices; remembers the predictions that were made, as long as the columns are the same. */
export function openNoticeDesk(): NoticeDesk {
  let columns: Columns | null = null;
  let made = new Map<string, MadePredictions>();
  const madeFor = (followed: Followed, key: string): MadePredictions => {
    if (columns !== followed.columns) made = new Map();
    columns = followed.columns;
    const known = made.get(key) ?? new Map();
    made.set(key, known);
    return known;
  };
  return {
    answer: (followed, question) => {
      switch (question.ask) {
        case 'forecast':
          return { answer: 'forecast', forecast: forecastOf(followed, question, madeFor(followed, `now ${question.channel}`)) };
        case 'replay':
          return { answer: 'replay', met: replayOf(followed, question, madeFor(followed, `then ${question.channel}`)) };
        case 'track':
          return { answer: 'track', days: trackOf(followed.columns, question) };
        default:
          return question satisfies never;
      }
    },
  };
}

type Place = { readonly channel: string; readonly at: Instant; readonly zone: string };

function calendarOf({ calendars, promises }: Followed, { channel, at }: Place): Calendar | null {
  return termsAt({ channel, calendars, promises }, 'reply', at).calendar;
}

function historyOf(followed: Followed, place: Place): WaitHistory {
  const calendar = calendarOf(followed, place);
  const zone = calendar?.versions.at(-1)?.zone ?? place.zone;
  return waitHistory(firstWaitsOf(followed.columns, place.channel, place.at - historyMs), situationsOf(calendar, zone));
}

function forecastOf(followed: Followed, place: Place, made: MadePredictions): NoticeForecast {
  const { at } = place;
  const history = historyOf(followed, place);
  const calendar = calendarOf(followed, place);
  const open = calendar === null ? null : openStretches(calendar, at, at + hoursAheadMs);
  return {
    wait: openReplayer(history, made).rangeAt(markOf(at)),
    isPeak: isPeakAt(history, markOf(at)),
    quiet: quietTimes(history, at, open),
    open,
  };
}

type Replay = Extract<NoticeQuestion, { ask: 'replay' }>;

function replayOf(followed: Followed, { channel, zone, range }: Replay, made: MadePredictions): ReplayedNotice[] {
  const history = historyOf(followed, { channel, zone, at: range.from });
  return replayNotices(history, range, made).map(({ row, shownAt, minMs, maxMs, isPeak }) => {
    const fromAt = history.from[row] ?? 0;
    const untilAt = history.until[row] ?? Number.POSITIVE_INFINITY;
    const ending = endings[history.ending[row] ?? 0] ?? 'waiting';
    return { fromAt, shownAt, minMs, maxMs, isPeak, waitMs: Number.isFinite(untilAt) ? untilAt - fromAt : null, ending };
  });
}
