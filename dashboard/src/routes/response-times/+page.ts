// The questions of the page on response times.
import { askEvents, askOldestRows } from '../../lib/api/ask.ts';
import { openFigures } from '../../lib/url-state/open-figures.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { fetch } = event;
  const { range, size, questionOf, ask } = await openFigures(event);
  const overTime = { groupBy: [size] };
  return {
    range,
    size,
    byChannel: ask('answered-within-promise', { groupBy: ['channel'] }),
    byLanguage: ask('answered-within-promise', { groupBy: ['language'] }),
    byBoth: ask('answered-within-promise', { groupBy: ['channel', 'language'] }),
    curves: ask('answered-by', { groupBy: ['channel'] }),
    calendar: ask('first-response-time', { ...overTime, clock: 'calendar' }),
    working: ask('first-response-time', { ...overTime, clock: 'working' }),
    next: ask('next-response-time', overTime),
    nudged: ask('nudged-waits', overTime),
    resolution: ask('resolution-time', overTime),
    reopened: ask('reopen-rate', overTime),
    overdue: askOldestRows(fetch, 'overdue', questionOf({ isRanged: false }), 500),
    events: askEvents(fetch, range),
  };
};
