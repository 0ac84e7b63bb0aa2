// How often customers are answered in the language in which they asked.
import { groupings } from '#db/model/metric.ts';
import type { WaitMetric } from './metric.ts';
import { counted, leftOut, waitExclusionNames } from './verdicts.ts';

export const languageMatch: WaitMetric = {
  atom: 'wait',
  measure: 'share',
  isState: false,
  card: {
    id: 'language-match',
    version: 1,
    unit: 'share',
    direction: 'higher',
    atom: 'wait',
    groupings,
    clocks: ['calendar'],
    populations: ['arrival', 'event'],
    label: 'Answered in their language',
    formula:
      'Answered waits whose reply is in the language of the question, divided by all answered waits of which both languages are known.',
    exclusions: ['not_answered', 'language_unknown', ...waitExclusionNames],
  },
  judge(traits) {
    switch (traits.state) {
      case 'answered':
        return traits.languageMatch === null ? leftOut('language_unknown') : counted(null, { isHit: traits.languageMatch });
      case 'open_not_due':
      case 'open_overdue':
      case 'closed_unanswered':
        return leftOut('not_answered');
      case 'withdrawn':
        return leftOut('withdrawn');
      case 'excluded':
        return leftOut(traits.exclusion ?? 'other');
      default:
        return traits.state satisfies never;
    }
  },
};
