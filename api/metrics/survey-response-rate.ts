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
    version: 1,
    unit: 'share',
    direction: 'higher',
    atom: 'rating',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Survey response rate',
    formula:
      'Requests for a rating that a rating answered, divided by all requests: survey messages of the source and links of our own surveys. A rating answers the latest open request before it. Stars that nobody asked for, as in app stores, are no part of it. By arrival: requests in conversations that arrived in the range. By event: requests made in the range.',
    exclusions: [...conversationExclusions, 'no_time'],
  },
  judge({ grade, exclusion, isAnswered }) {
    if (grade !== null) return null;
    return exclusion === null ? counted(null, { isHit: isAnswered }) : leftOut(exclusion);
  },
};
