// How many complaints were voiced: in public, formally, or to a regulator.
import { complaintCard } from './complaint-verdicts.ts';
import type { ComplaintMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const complaints: ComplaintMetric = {
  atom: 'complaint',
  measure: 'count',
  isState: false,
  card: {
    ...complaintCard,
    id: 'complaints',
    unit: 'count',
    direction: 'lower',
    label: 'Complaints',
    formula:
      'Conversations that complain in public, formally or to a regulator, by the instant at which the complaint was voiced. The rung is the loudest; where a person has set it, theirs.',
  },
  judge(traits) {
    if (traits.kind !== 'case') return null;
    return traits.exclusion === null ? counted(null) : leftOut(traits.exclusion);
  },
};
