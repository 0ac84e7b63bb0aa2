// English: greeting, thanks, apology, understanding, ownership, next step, expected time; curtness, blame, brush-off.
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
  ownership: {
    words:
      /\b(?:(?:this|that|it) (?:is|was) (?:entirely |clearly )?(?:our (?:mistake|fault|error|oversight)|on us)|our (?:mistake|fault|bad)\b|(?:we|i) (?:made a mistake|got (?:this|that|it) wrong|let you down|take (?:full )?responsibility|should have (?:told|warned|answered|replied|written|checked|caught|done))|(?:should|must) (?:not|never) have happened|shouldn['’]t have happened|(?:i|we)(?:['’]ll| will) (?:personally |gladly |happily )?(?:take care of (?:this|it|that)|see (?:this|it) through|stay (?:with|on) (?:you|this|it)|handle this (?:for you )?(?:myself|personally)|make (?:this|it) right)|personally (?:look|check|see|make|follow|handle)|(?:happy|glad) to help|here (?:for you|to help))/iu,
    unless: /\b(?:not|isn['’]t|wasn['’]t|never) (?:our|on us)|\bno (?:mistake|fault|error)\b/iu,
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
  curt: {
    words:
      /\b(?:(?:as|like) (?:i|we) (?:have )?(?:already )?(?:said|told you|wrote|explained|mentioned)|(?:i|we)(?:['’]ve| have)? already (?:said|told you|explained|answered)|(?:as|like) (?:already )?(?:stated|said|explained)\b|stop (?:asking|writing|sending|opening|contacting|spamming)|calm down|end of (?:story|discussion)|that(?:['’]s| is) (?:it|all|final)\s*[.!]|what (?:do you want|else do you want|part of)|do(?:n['’]t| not) (?:write|ask|contact us|message us) again|wait (?:your turn|like everyone)|(?<!please )be patient\s*[.!]|just wait\s*[.!]|how many times|can['’]t you read|learn to|obviously)/iu,
    unless: /\b(?:sorry (?:to|if|that|for)|no need to calm)\b/iu,
  },
  blame: {
    words:
      /\b(?:(?:your own|(?:that|this|it)(?:['’]s| is| was) (?:entirely |only |just )?your) (?:fault|mistake|error|carelessness|negligence|problem|responsibility|risk)|you should(?:['’]ve| have) (?:read|checked|known|thought|followed|paid|been|made|listened|backed|kept|written|verified|double)|(?:because|since|as) you (?:did not|didn['’]t|failed|ignored|refused|never|obviously|clearly|forgot)|you (?:obviously|clearly|simply|evidently) (?:did|have|failed|ignored|entered|sent|forgot|made|don)|if you had (?:read|followed|checked|listened|paid)|you failed to|you (?:only )?have yourself to blame|next time (?:read|check|pay attention|be more careful)|read (?:properly|carefully) (?:next|before)|nobody (?:told|asked|forced) you)/iu,
    unless:
      /\b(?:not|isn['’]t|wasn['’]t|never|hardly|no way) (?:at all )?your (?:own )?(?:fault|mistake|error|problem)|\byou should have been (?:told|warned|informed|given|asked)/iu,
  },
  brush_off: {
    words:
      /\b(?:(?:there is |there['’]s |we have )?nothing (?:more |else )?(?:we|i|to) (?:can |could )?(?:do\b|add|say)|not (?:our|my) (?:problem|job|concern|department|business|responsibility|fault)|(?:read|see|check|consult|refer to|it['’]s in|go to) (?:the|our) (?:faq|terms|help ?cent(?:er|re)|knowledge base|documentation|docs|manual|website|rules)\s*[.!]|(?:we|i) (?:will not|won['’]t|do not|don['’]t|cannot|can['’]t) (?:discuss|debate|comment on|deal with|respond to|answer) (?:this|that|it|such|any)|take it or leave it|it is what it is|policy is policy|(?:that|this)(?:['’]s| is) (?:our|the|company) policy\s*[.!]|those are the rules|ask (?:somebody|someone) else|we can['’]t help (?:you|everyone)\s*[.!]|(?:ticket|case|request|matter) (?:is )?(?:now )?closed\s*[.!]|no exceptions|figure it out|google it)/iu,
    unless: /\b(?:sorry|unfortunately|afraid|apologi\w+|apologies)\b/iu,
  },
};
