// The pre-score of a reply: marks that can be measured, each with what it rests on; everything else is named as not measurable.

import { day, type Instant } from '../model/instant.ts';
import { baseLanguage } from '../model/language.ts';
import type { AutoMark, AutoMarks, NotMeasurableReason, QualityEvidence } from '../model/quality.ts';
import type { ConversationDetail } from '../store/conversation-records.ts';
import { type FoundSign, findSigns } from './find-signs.ts';
import { isCold, toneOf } from './reply-tone.ts';

type Reply = ConversationDetail['messages'][number];
type Wait = ConversationDetail['waits'][number];

/** What a conversation has to show of itself to be pre-scored. */
export type Prescored = Pick<ConversationDetail, 'messages' | 'waits' | 'episodes' | 'scorer'>;

const settledAfterMs = 7 * day;
/** The languages in which a request for a secret is looked for in full. */
const riskLanguages = ['zh', 'en', 'fr', 'de'];

/** Null where the conversation has no such reply that ended a wait. `asOf` decides whether a solution has had its seven days. */
export function prescore(conversation: Prescored, message: string, asOf: Instant): AutoMarks | null {
  const wait = conversation.waits.find((one) => one.state === 'answered' && one.untilMessage === message);
  const reply = conversation.messages.find(({ externalId }) => externalId === message);
  if (wait === undefined || reply === undefined) return null;
  const signs = findSigns(reply.body, reply.language);
  return {
    speed: speedOf(wait),
    language: languageOf(conversation, wait, reply),
    attitude: attitudeOf(reply, signs),
    expertise: unknown('needs_a_person'),
    initiative: initiativeOf(signs),
    safety: safetyOf(conversation, reply),
    solved: solvedOf(conversation, wait, asOf),
  };
}

function unknown(reason: NotMeasurableReason, evidence: readonly QualityEvidence[] = []): AutoMark {
  return { mark: null, reason, evidence };
}

/** In time: yes. Late by no more than the promised span once more: partly. Later: no. */
function speedOf({ fromAt, untilAt, dueAt }: Wait): AutoMark {
  if (untilAt === null) return unknown('still_open');
  const waited = { fact: 'waited', ms: untilAt - fromAt };
  if (dueAt === null) return unknown('no_promise', [waited]);
  const evidence = [waited, { fact: 'promised', ms: dueAt - fromAt }];
  if (untilAt <= dueAt) return { mark: 2, evidence };
  return { mark: untilAt - dueAt <= dueAt - fromAt ? 1 : 0, evidence };
}

function languageOf({ messages }: Prescored, { fromMessage, languageMatch }: Wait, reply: Reply): AutoMark {
  const asked = messages.find(({ externalId }) => externalId === fromMessage)?.language ?? 'und';
  const evidence = [
    { fact: 'asked_in', quote: asked },
    { fact: 'answered_in', quote: reply.language },
  ];
  return languageMatch === null ? unknown('language_unknown', evidence) : { mark: languageMatch ? 2 : 0, evidence };
}

/**
 * Coldness that is named outweighs courtesy or is outweighed by it: no, or partly. Courtesy alone shows; that neither is found says
 * nothing about attitude.
 */
function attitudeOf({ body }: Reply, signs: readonly FoundSign[] | null): AutoMark {
  const reading = toneOf(body, signs);
  if (reading === null) return unknown('language_not_covered');
  const evidence = reading.evidence.map(({ kind, quote }) => ({ fact: kind, quote }));
  if (evidence.some(({ fact }) => isCold(fact))) return { mark: reading.tone === 'cold' ? 0 : 1, evidence };
  const isGreeted = evidence.some(({ fact }) => fact === 'greeting');
  return isGreeted && evidence.length > 1 ? { mark: 2, evidence } : unknown('nothing_named', evidence);
}

/** A next step and when to expect something: yes. One of the two: partly. Neither named: cannot be told. */
function initiativeOf(signs: readonly FoundSign[] | null): AutoMark {
  if (signs === null) return unknown('language_not_covered');
  const evidence = quoted(signs, ['next_step', 'expected_time']);
  if (evidence.length === 0) return unknown('nothing_named');
  return { mark: evidence.length === 2 ? 2 : 1, evidence };
}

function quoted(signs: readonly FoundSign[], kinds: readonly FoundSign['kind'][]): QualityEvidence[] {
  return signs.filter(({ kind }) => kinds.includes(kind)).map(({ kind, quote }) => ({ fact: kind, quote }));
}

/** A breach is what the risk scorer flagged as our own agent asking for a secret. */
function safetyOf({ scorer }: Prescored, reply: Reply): AutoMark {
  const breach = reply.score?.risks.find(({ id, role }) => id === 'asks-for-secret' && role === 'agent');
  if (breach !== undefined) {
    const [first] = breach.evidence;
    const quote = first === undefined ? undefined : reply.body.slice(first.start, first.end).slice(0, 80);
    return { mark: 0, evidence: [{ fact: 'asked_for_secret', quote }] };
  }
  if (scorer === null) return unknown('not_scored');
  if (!riskLanguages.includes(baseLanguage(reply.language))) return unknown('language_not_covered');
  return { mark: 2, evidence: [{ fact: 'no_request_for_secret' }] };
}

/**
 * The episode of the wait. Solved and not asked again within seven days, or thanked for: yes, and partly where the customer had to
 * ask once more after this reply. Asked again within seven days, or closed without a solution: no. Else it is too early to say.
 */
function solvedOf({ episodes, waits, messages }: Prescored, wait: Wait, asOf: Instant): AutoMark {
  const episode = episodes.findLast(({ openedAt }) => openedAt <= wait.fromAt);
  if (episode === undefined || episode.solvedAt === null) return unknown('still_open');
  const { solvedAt } = episode;
  const thanks = messages.find(
    ({ at, actor, needsAnswerReason }) => actor === 'customer' && needsAnswerReason === 'thanks' && (at ?? 0) >= (wait.untilAt ?? 0),
  );
  const thanked = thanks === undefined ? [] : [{ fact: 'thanked', quote: thanks.body.slice(0, 80) }];
  if (!episode.countsAsSolved) return { mark: 0, evidence: [{ fact: 'closed_unsolved' }] };
  if (episode.reopened) return { mark: 0, evidence: [{ fact: 'reopened' }] };
  if (asOf - solvedAt < settledAfterMs && thanks === undefined) return unknown('too_early', [{ fact: 'solved' }]);
  const later = waits.some(({ fromAt, exclusion }) => exclusion === null && fromAt > wait.fromAt && fromAt <= solvedAt);
  return later
    ? { mark: 1, evidence: [{ fact: 'asked_again' }, ...thanked] }
    : { mark: 2, evidence: [{ fact: 'solved', ms: solvedAt - wait.fromAt }, ...thanked] };
}
