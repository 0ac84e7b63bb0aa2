// English metric cards: formula and reading of every metric, in the same words as the API's own.

export const cards = {
  arrivals: {
    formula: 'Number of conversations whose first customer message falls into the range.',
    reading: 'What came in. Spam and tests are left out here and counted below.',
  },
  'answered-within-promise': {
    formula:
      'First waits answered at or before their due instant ÷ first waits that were answered, closed without an answer, or are past due.',
    reading:
      'A wait that is open and past due counts as broken at once, not only when somebody replies. Waits that are not yet due are shown apart.',
  },
  'first-response-time': {
    formula:
      'From the first customer message to the first substantive reply of a person. P50 and P90 come from the Kaplan-Meier estimate over all first waits.',
    reading:
      'Customers who were never answered stay in: a team cannot look faster by leaving its hardest cases. "Not reached" means that fewer than that share has been answered.',
  },
  'next-response-time': {
    formula:
      'As first response, for every later wait of a conversation: from the first unanswered customer message to the next substantive reply.',
    reading: 'Each wait is one row. Further messages of the customer never restart the clock.',
  },
  'answered-by': {
    formula: 'Share of first waits answered within t, for every t; open waits count up to their age.',
    reading: 'Where the curve crosses the promise is the share kept; what is missing at the right edge was never answered.',
  },
  'nudged-waits': {
    formula: 'Waits in which the customer wrote again before we replied ÷ all waits.',
    reading: 'An early sign of "support does not reply".',
  },
  'resolution-time': {
    formula: 'From the first customer message of an episode until it was solved. A message after solving begins a new episode.',
    reading:
      'A conversation that comes back months later does not count as months of work. A close by timer without a reply is not a solution.',
  },
  'reopen-rate': {
    formula: 'Solved episodes after which the customer wrote again within 7 days ÷ solved episodes.',
    reading: 'Solved on paper, not for the customer.',
  },
  backlog: {
    formula: 'Customer waits open at the end of the hour or day.',
    reading: 'What lies on the desk. The ball is with us for every one of them.',
  },
  overdue: {
    formula: 'Customer waits that are open now and past their due instant.',
    reading: 'Always now, whatever the date range says. Oldest first.',
  },
  'never-answered': {
    formula: 'First waits closed without any substantive reply ÷ first waits.',
    reading: 'Closing a conversation does not make it answered.',
  },
  'language-match': {
    formula: 'Answered waits whose reply is in the language of the customer’s message ÷ answered waits where both languages are certain.',
    reading: 'Short messages whose language cannot be told are left out and counted below.',
  },
  csat: {
    formula: 'Ratings of 4 and 5 on a scale of 1 to 5 ÷ all ratings; good of good and bad.',
    reading: 'A 3 is not satisfied. Read it together with how many customers rated at all.',
  },
  nps: {
    formula: 'Share of 9 and 10 − share of 0 to 6, of all answers from 0 to 10; in points from −100 to 100.',
    reading: '7 and 8 count as neither. It swings widely with few answers: read the interval first.',
  },
  ces: {
    formula: 'Mean answer to “it was easy to get help”, from 1 (not at all) to 7 (very); other scales are stretched to it.',
    reading: 'The parts say how many found it easy (6 and 7), middling and hard.',
  },
  'survey-response-rate': {
    formula:
      'Requests for a rating that were answered ÷ all requests: survey messages of the source and links of our own survey. A request counts three days after it was made; until then it stands apart as “still open”.',
    reading:
      'Stars that nobody asked for, as in app stores, are no part of it. Who does not answer is seldom like who does: see the weighted figure on the Satisfaction page.',
  },
  sentiment: {
    formula: 'Mean of the sentiment of conversations, from −1 (all negative) to 1 (all positive).',
    reading: 'What the scorer was unsure of is left out, never counted as neutral. Look at the share without a sentiment beside it.',
  },
  'negative-share': {
    formula: 'Conversations whose sentiment is negative ÷ conversations that have a sentiment.',
    reading: 'What the scorer was unsure of is left out, never counted as neutral. Look at the share without a sentiment beside it.',
  },
  'category-share': {
    formula: 'Arrivals of the chosen categories ÷ all arrivals; grouped by category, each one ÷ all.',
    reading: 'The category is the one that the source gives, else the scored one.',
  },
  'urgent-share': {
    formula: 'Conversations of high or critical urgency now ÷ all whose harm was scored.',
    reading: 'Harm comes first; a promise that breaks within the hour and repeated nudges each raise it by one step.',
  },
  'unscored-share': {
    formula: 'Arrivals without a sentiment ÷ arrivals in which the customer wrote words.',
    reading: 'Too unsure, in a language that is not supported, and not scored at all are counted apart.',
  },
  'notice-coverage': {
    formula: 'First waits that began under a notice and were answered within its range ÷ all of them that were answered or outlasted it.',
    reading:
      '80 % is the aim: much less misleads customers, much more means that the range is wider than it has to be. Whoever has no answer is a miss once the promised maximum is over.',
  },
  'told-share': {
    formula: 'Conversations of fixed issues whose customer was told ÷ all that arrived before the fix.',
    reading: 'One message to a customer tells all of their conversations of the issue.',
  },
  complaints: {
    formula: 'Conversations that complain in public, formally or to a regulator, by when the complaint was voiced.',
    reading: 'Each counts once, on its loudest rung; where a person has set the rung, theirs counts.',
  },
  'complaint-acknowledged': {
    formula:
      'Formal complaints that a person answered at or before the due instant ÷ all that were acknowledged, are past due, or were closed without it.',
    reading: 'An automatic acknowledgement never counts. What is not yet due is shown apart.',
  },
  'complaint-decided': {
    formula:
      'Formal complaints whose decision was sent at or before the due instant ÷ all that were decided, are past due, or were closed without a decision.',
    reading: 'The second clock runs beside the first, from the same message. What is not yet due is shown apart.',
  },
  'complaint-overdue': {
    formula: 'Open clocks of formal complaints that are past their due instant now.',
    reading: 'A complaint that is late on both promises counts twice, once for each.',
  },
  'complaint-climbs': {
    formula: 'Complaints whose customer took a quieter step within the 90 days before ÷ all complaints.',
    reading:
      'The same customer: the same author, the same address, hash, account, phone or mail address, or a ticket number that is named.',
  },
  'no-reply-claims': {
    formula: 'Complaints that say nobody replies and are right ÷ all that say so.',
    reading:
      'Judged at the instant of the claim: a request of theirs was open past its promise, or had been closed without an answer. Confirmed verdicts are shown apart from those of the machine.',
  },
  'quality-score': {
    formula: 'Mean score of reviewed replies, weighted by the chance of each draw; a failure of safety scores 0.',
    reading:
      'Scores follow the weights that were in force at the review. Fewer than 5 reviews, replies of fewer than 3 people, and single people are never shown.',
  },
  'quality-pass-rate': {
    formula:
      'Reviewed replies that reach the pass mark and do not fail in safety ÷ all reviewed replies, weighted by the chance of each draw.',
    reading: 'The mark is that of the weights that were in force at the review.',
  },
  'critical-error-rate': {
    formula: 'Reviewed replies that fail in safety ÷ all reviewed replies, weighted by the chance of each draw.',
    reading: 'One such reply may cost a customer everything: read each of them.',
  },
};
