// What stands at the right of a row behind a number: the figure that put the row there, and whether a promise is broken.
import type { MetricRow } from '../api/shapes.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';

export type RowFigure = {
  readonly main: string;
  readonly exact: string;
  readonly note: string;
  /** `broken` and `endangered` are about promises only. */
  readonly tone: 'plain' | 'broken' | 'endangered';
};

/** An open wait is endangered when less than a fifth of its time to the promise is left. */
const endangeredShare = 0.2;

/** The figure of a row for one metric and clock at the instant `now`. */
export function rowFigure(
  row: MetricRow,
  asked: { readonly metric: string; readonly clock: 'calendar' | 'working'; readonly now: number },
  words: Words,
  format: Format,
): RowFigure {
  const dueAt = row.dueAt === null ? null : Date.parse(row.dueAt);
  const fromAt = Date.parse(row.at);
  const endAt = row.until === null ? asked.now : Date.parse(row.until);
  const late = dueAt === null ? null : endAt - dueAt;
  const isOpen = row.state.startsWith('open');
  const state = words.states[row.state] ?? row.state;

  if (asked.metric === 'csat') return { main: format.score(row.value), exact: '', note: '', tone: 'plain' };
  if (asked.metric === 'nps' || asked.metric === 'ces') return { main: format.score(row.value), exact: '', note: state, tone: 'plain' };
  if (row.weight !== undefined) {
    const answer = row.value === 1 ? words.states.good : words.states.bad;
    return { main: answer ?? '', exact: '', note: words.satisfaction.standsFor(format.score(row.weight)), tone: 'plain' };
  }
  if (row.state === 'hidden') return { main: state, exact: '', note: '', tone: 'plain' };
  if (asked.metric === 'quality-score') return { main: format.share(row.value), exact: '', note: state, tone: 'plain' };
  if (asked.metric === 'quality-pass-rate' || asked.metric === 'critical-error-rate' || asked.metric === 'survey-response-rate')
    return { main: state, exact: '', note: '', tone: 'plain' };
  if (asked.metric === 'sentiment')
    return { main: format.mood(row.value), exact: '', note: format.sentiment(row.sentiment), tone: 'plain' };
  const told = toldOf(row, asked.metric, format);
  if (told !== null) return { main: told, exact: '', note: '', tone: 'plain' };
  if (asked.metric === 'notice-coverage') return noticeFigure(row, state, format);
  if (asked.metric === 'arrivals') return { main: state, exact: '', note: '', tone: 'plain' };

  const taken = asked.clock === 'working' && row.workingMs !== null ? row.workingMs : (row.calendarMs ?? endAt - fromAt);
  const isBroken = late !== null && late > 0;
  const isClose = isOpen && late !== null && late <= 0 && -late < ((dueAt ?? 0) - fromAt) * endangeredShare;
  const nudged = row.nudges !== null && row.nudges > 0 ? words.list.nudgeCount(row.nudges) : '';
  const lateness =
    late === null
      ? ''
      : isBroken
        ? latenessOf(late, isOpen, words, format)
        : isOpen
          ? words.conversations.left(format.duration(-late))
          : '';
  return {
    main: asked.metric === 'overdue' && late !== null ? words.conversations.lateSoFar(format.duration(late)) : format.duration(taken),
    exact: format.exactDuration(asked.metric === 'overdue' ? late : taken),
    note: [row.state === 'answered' ? '' : state, asked.metric === 'overdue' ? '' : lateness, nudged].filter(Boolean).join(' · '),
    tone: isBroken ? 'broken' : isClose ? 'endangered' : 'plain',
  };
}

/** How long the customer waited, and what the notice had said. */
function noticeFigure({ calendarMs, toldMinMs, toldMaxMs }: MetricRow, state: string, format: Format): RowFigure {
  const told = toldMinMs === undefined || toldMaxMs === undefined ? '' : `${format.duration(toldMinMs)} – ${format.duration(toldMaxMs)}`;
  return { main: format.duration(calendarMs), exact: format.exactDuration(calendarMs), note: `${state} (${told})`, tone: 'plain' };
}

/** What the metrics about scores ask of a row; null for the others. */
function toldOf(row: MetricRow, metric: string, format: Format): string | null {
  switch (metric) {
    case 'negative-share':
    case 'unscored-share':
      return format.sentiment(row.sentiment);
    case 'urgent-share':
      return format.urgency(row.urgency);
    case 'category-share':
      return format.category(row.category ?? 'none');
    default:
      return null;
  }
}

function latenessOf(late: number, isOpen: boolean, words: Words, format: Format): string {
  return isOpen ? words.conversations.lateSoFar(format.duration(late)) : words.conversations.late(format.duration(late));
}
