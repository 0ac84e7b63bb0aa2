// The grade that notices would have earned: replayed ones held against the waits that followed.
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { Instant } from '#db/model/instant.ts';
import type { ReplayedNotice } from '#db/model/notice-forecast.ts';
import { type NoticeGrade, noticeGrade } from './notice-grade.ts';

type Place = 'within' | 'sooner' | 'later' | 'stillPossible' | 'out';

/** The same rules as those of `notice-coverage`: no answer is a miss once over the maximum, a withdrawal only after it. */
function placeOf({ fromAt, minMs, maxMs, waitMs, ending }: ReplayedNotice, asOf: Instant): Place {
  const end = waitMs === null || fromAt + waitMs > asOf ? null : waitMs;
  if (end !== null && ending === 'answered') return end < minMs ? 'sooner' : end > maxMs ? 'later' : 'within';
  if (end !== null && ending === 'withdrawn') return end > maxMs ? 'later' : 'out';
  return asOf > fromAt + maxMs ? 'later' : 'stillPossible';
}

/** Grades replayed notices as they stood at `asOf`. */
export function gradeReplay(met: readonly ReplayedNotice[], asOf: Instant): NoticeGrade {
  const counts = { within: 0, sooner: 0, later: 0, stillPossible: 0, out: 0 };
  for (const one of met) counts[placeOf(one, asOf)] += 1;
  const { within, sooner, later, stillPossible } = counts;
  const n = within + sooner + later;
  return noticeGrade({
    n,
    value: n === 0 ? null : within / n,
    interval: wilsonInterval(within, n),
    parts: { within, sooner, later },
    stillPossible,
  });
}
