// Of all formal complaints with a promise, how many were acknowledged by a person in time.
import { clockVerdict, complaintCard, complaintExclusions } from './complaint-verdicts.ts';
import type { ComplaintMetric } from './metric.ts';

export const complaintAcknowledged: ComplaintMetric = {
  atom: 'complaint',
  measure: 'share',
  isState: false,
  card: {
    ...complaintCard,
    id: 'complaint-acknowledged',
    unit: 'share',
    direction: 'higher',
    populations: ['arrival', 'event'],
    label: 'Complaints acknowledged within promise',
    formula:
      'Formal complaints, and those that went to a regulator, that a person of ours answered for the first time at the due instant or before, divided by all that are acknowledged, overdue or closed without it. An automatic acknowledgement never counts. Open ones that are not due yet are shown apart.',
    exclusions: ['no_promise', 'withdrawn', ...complaintExclusions],
  },
  judge: (traits) => clockVerdict(traits, 'complaint-acknowledged'),
};
