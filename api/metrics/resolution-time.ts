// How long it takes until a matter is solved.
import { conversationExclusions } from '#db/model/conversation.ts';
import { clocks, groupings } from '#db/model/metric.ts';
import type { EpisodeMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const resolutionTime: EpisodeMetric = {
  atom: 'episode',
  measure: 'duration',
  isState: false,
  card: {
    id: 'resolution-time',
    version: 1,
    unit: 'ms',
    direction: 'lower',
    atom: 'episode',
    groupings,
    clocks,
    populations: ['arrival', 'event'],
    label: 'Resolution time',
    formula:
      'Episodes, from the first customer message until solved; a question after a solution opens the next episode. Estimated like the first response time: open ones count with their age. A close by timer without any reply has solved nothing and stays in to the end as never solved. By event: solutions and closes in the range.',
    exclusions: [...conversationExclusions, 'answers_not_visible', 'no_time', 'no_calendar'],
  },
  judge(traits) {
    if (traits.exclusion !== null) return leftOut(traits.exclusion);
    switch (traits.state) {
      case 'solved':
        return counted('answered');
      case 'open':
        return counted('waiting');
      case 'closed_unsolved':
        return counted('neverAnswered');
      default:
        return traits.state satisfies never;
    }
  },
};
