// Of all formal complaints with a promise, how many were decided in time.
import { clockVerdict, complaintCard, complaintExclusions } from './complaint-verdicts.ts';
import type { ComplaintMetric } from './metric.ts';

export const complaintDecided: ComplaintMetric = {
  atom: 'complaint',
  measure: 'share',
  isState: false,
  card: {
    ...complaintCard,
    id: 'complaint-decided',
    unit: 'share',
    direction: 'higher',
    populations: ['arrival', 'event'],
    label: 'Complaints decided within promise',
    formula:
      'Formal complaints, and those that went to a regulator, whose decision was sent at the due instant or before, divided by all that are decided, overdue or closed without a decision. Open ones that are not due yet are shown apart.',
    exclusions: ['no_promise', 'withdrawn', ...complaintExclusions],
  },
  judge: (traits) => clockVerdict(traits, 'complaint-decided'),
};
