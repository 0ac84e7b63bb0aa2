// English: greeting, thanks, apology, understanding, next step, expected time.
import type { LanguageSigns } from './sign.ts';

const number = '(?:\\d+|an?|one|two|three|four|five|six|ten|twelve|fifteen|a few|the next|the next \\d+)';
const unit = '(?:minutes?|hours?|(?:working |business )?days?|weeks?)';

export const englishSigns: LanguageSigns = {
  greeting: { words: /(?<=^|\n)\s*(?:hi|hello|dear|greetings|good (?:morning|afternoon|evening))(?![-\p{L}])/iu },
  thanks: { words: /\bthank(?:s| you)\b(?! to\b)/iu, unless: /\bno,? thank/iu },
  apology: {
    words:
      /\b(?:(?:we|i)(?:'m|’m| am|'re|’re| are) (?:so |very |really |truly )?sorry|sorry (?:for|about|to hear|that)|(?:we|i) (?:sincerely |deeply |do )?apologi[sz]e|(?:our|my|please accept our) apologies|apologies for)\b/iu,
    unless: /(?:\bnot\b|n't\b|n’t\b|\bnever\b|\bno need\b)[^,.]{0,20}\b(?:sorry|apolog)/iu,
  },
  understanding: {
    words:
      /\b(?:(?:we|i) (?:fully |completely |do |can |certainly )?understand (?:how|that|your|why|this|the)|must be (?:very |really )?(?:frustrating|worrying|upsetting|stressful)|know how (?:frustrating|worrying|upsetting))\b/iu,
  },
  next_step: {
    words:
      /\b(?:(?:we|i)(?:'ll|’ll| will) (?:now |then |also )?(?:check|look|get back|contact|email|write|let you know|update you|send|refund|forward|escalate|investigate|follow up|keep you|come back|reply|answer|call)|(?:we|i)(?:'ve|’ve| have) (?:just |now )?(?:forwarded|escalated|passed)|please (?:also |then |first )?(?:try|update|reinstall|send|add|open|restart|check|choose|pull|tap|provide|request|confirm|follow|describe|attach|wait|top up|switch|compare|tell us|reply))\b/iu,
    unless: /\b(?:never|won't|won’t|will not)\b/iu,
  },
  expected_time: {
    words: new RegExp(
      `\\b(?:within|in|after|takes?|no later than|at most)\\s(?:about |around |roughly |up to |at most )?${number}(?:\\s?(?:-|–|to)\\s?\\d+)?\\s${unit}\\b|\\bby (?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|the end of (?:the|this|next) (?:day|week))\\b`,
      'iu',
    ),
    needs: /\b(?:will|should|expect\w*|takes?|please|going to|can take|may take|usually)\b|['’]ll\b/iu,
    unless: /\b(?:ago|since|last|past|took|waited|waiting)\b/iu,
  },
};
