// How many complaints were made by customers who had tried something quieter before.
import { complaintCard } from './complaint-verdicts.ts';
import type { ComplaintMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const complaintClimbs: ComplaintMetric = {
  atom: 'complaint',
  measure: 'share',
  isState: false,
  card: {
    ...complaintCard,
    id: 'complaint-climbs',
    unit: 'share',
    direction: 'lower',
    label: 'Complaints that climbed',
    formula:
      'Complaints whose customer had taken a quieter step within the 90 days before (a private request, a public complaint, a formal one), divided by all complaints. The same customer: the same author, the same address, hash, account, phone or mail address, or a ticket number that is named.',
  },
  judge(traits) {
    if (traits.kind !== 'case') return null;
    if (traits.exclusion !== null) return leftOut(traits.exclusion);
    return counted(null, { isHit: traits.climbedFrom !== null, label: traits.climbedFrom ?? 'none' });
  },
};
