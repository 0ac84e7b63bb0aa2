// How often a solution did not hold.
import { conversationExclusions } from '#db/model/conversation.ts';
import { groupings } from '#db/model/metric.ts';
import type { EpisodeMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const reopenRate: EpisodeMetric = {
  atom: 'episode',
  measure: 'share',
  isState: false,
  card: {
    id: 'reopen-rate',
    version: 1,
    unit: 'share',
    direction: 'lower',
    atom: 'episode',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Reopen rate',
    formula:
      'Solved episodes after which the customer asked again within 7 days, divided by all solved episodes. A period is immature while more than 5 % of its solutions are younger than 7 days. By event: solutions in the range.',
    exclusions: ['not_solved', 'closed_unsolved', ...conversationExclusions, 'answers_not_visible', 'no_time'],
  },
  judge(traits) {
    if (traits.exclusion !== null) return leftOut(traits.exclusion);
    switch (traits.state) {
      case 'solved':
        return counted(null, { isHit: traits.isReopened, isYoung: traits.isYoung });
      case 'open':
        return leftOut('not_solved');
      case 'closed_unsolved':
        return leftOut('closed_unsolved');
      default:
        return traits.state satisfies never;
    }
  },
};
