// How many of those who were asked for a rating gave one.
import { conversationExclusions } from '#db/model/conversation.ts';
import { groupings } from '#db/model/metric.ts';
import type { RatingMetric } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const surveyResponseRate: RatingMetric = {
  atom: 'rating',
  measure: 'share',
  isState: false,
  card: {
    id: 'survey-response-rate',
    version: 2,
    unit: 'share',
    direction: 'higher',
    atom: 'rating',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Survey response rate',
    formula:
      'Requests for a rating that a rating answered, divided by all requests: survey messages of the source and links of our own surveys. A request counts three days after it was made, answered or not (one that is answered later, from its answer on); until then it is shown apart as not yet counted. A rating answers the latest open request before it. Stars that nobody asked for, as in app stores, are no part of it. By arrival: requests in conversations that arrived in the range. By event: requests made in the range.',
    exclusions: [...conversationExclusions, 'no_time'],
  },
  judge({ grade, exclusion, isOpen, isAnswered }) {
    if (grade !== null) return null;
    if (exclusion !== null) return leftOut(exclusion);
    return isOpen ? { part: 'apart', isYoung: true } : counted(null, { isHit: isAnswered });
  },
};
