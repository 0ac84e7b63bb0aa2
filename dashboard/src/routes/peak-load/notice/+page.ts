// The questions of the notice's page: what is told now, and how it was graded over 30 and 90 days.
import { addDays, dayIn } from '../../../lib/format/date.ts';
import { askNoticeGrades, askNotices } from '../../../lib/notice/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:figures');
  const { session, zone, now } = await parent();
  const today = dayIn(zone, now());
  const ranges = { 30: { from: addDays(today, -30), to: today }, 90: { from: addDays(today, -90), to: today } };
  return {
    session,
    ranges,
    notices: askNotices(fetch),
    grades: { 30: askNoticeGrades(fetch, ranges[30]), 90: askNoticeGrades(fetch, ranges[90]) },
  };
};
