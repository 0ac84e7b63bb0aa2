// Who says that nobody replies, and how many of them are right.
import { complaintCard } from './complaint-verdicts.ts';
import type { ComplaintMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const noReplyClaims: ComplaintMetric = {
  atom: 'complaint',
  measure: 'share',
  isState: false,
  card: {
    ...complaintCard,
    id: 'no-reply-claims',
    unit: 'share',
    direction: 'lower',
    label: '"Nobody replies" that is true',
    formula:
      'Complaints that claim to have got no reply and are right (a request of theirs was open past its promise, or closed without an answer, when they said so), divided by all complaints that claim it. Parts: true, half-true, answered, never-received; "-open" is the verdict of the machine that no person has confirmed yet.',
  },
  judge(traits) {
    if (traits.kind !== 'claim' || traits.verdict === null) return null;
    if (traits.exclusion !== null) return leftOut(traits.exclusion);
    return counted(null, { isHit: traits.verdict === 'true', label: traits.isConfirmed ? traits.verdict : `${traits.verdict}-open` });
  },
};
