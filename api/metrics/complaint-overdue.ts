// How many clocks of formal complaints have run out while nobody has acknowledged or decided.
import { complaintCard, complaintExclusions } from './complaint-verdicts.ts';
import type { ComplaintMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const complaintOverdue: ComplaintMetric = {
  atom: 'complaint',
  measure: 'count',
  isState: true,
  card: {
    ...complaintCard,
    id: 'complaint-overdue',
    unit: 'count',
    direction: 'lower',
    label: 'Overdue complaint clocks',
    formula:
      'Clocks of formal complaints (acknowledged, decided) that are open and past their due instant at the instant of the report. A complaint that is late on both counts twice, once for each promise.',
    exclusions: ['no_promise', ...complaintExclusions],
  },
  judge({ kind, state, hasPromise, exclusion }) {
    if (kind !== 'complaint-acknowledged' && kind !== 'complaint-decided') return null;
    if (state === 'excluded') return leftOut(exclusion ?? 'other');
    if (state === 'open_overdue') return counted('waiting');
    return state === 'open_not_due' && !hasPromise ? leftOut('no_promise') : null;
  },
};
