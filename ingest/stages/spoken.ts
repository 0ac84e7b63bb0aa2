// The language stage: tells the language of every message and whether a customer message needs an answer.
import type { IncomingConversation, IncomingMessage } from '#db/model/conversation.ts';
import type { DetectedLanguage, LanguageDetector } from './language.ts';
import { spokenPart } from './language-noise.ts';
import { countChineseForms } from './language-scripts.ts';
import { needsAnswer } from './needs-answer.ts';
import { bodyLength, eachInPortions, type Portions } from './portions.ts';
import type { Redacted, RedactedMessage } from './redact-conversation.ts';

// A hint is somebody else's guess: enough to fill a gap, never enough to overrule a detection.
const hintConfidence = 0.3;

/** A source's own language code in our form: `zh-CN` becomes `zh-Hans`, `pt_BR` becomes `pt`; null where it names no language. */
export function toLanguage(hint: string | null, text = ''): string | null {
  const parts = (hint ?? '').trim().toLowerCase().split(/[-_]/);
  const [base = '', ...rest] = parts;
  if (!/^[a-z]{2,3}$/.test(base) || base === 'und' || rest.some((part) => part === 'or' || part === 'und')) return null;
  if (base !== 'zh' && base !== 'cmn' && base !== 'yue') return base;
  if (rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part))) return 'zh-Hant';
  if (rest.some((part) => ['cn', 'sg', 'hans'].includes(part))) return 'zh-Hans';
  const { simplified, traditional } = countChineseForms(text);
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

/** The language of a text; a hint counts only where nothing can be told. */
export function languageOf(text: string, hint: string | null, detector: LanguageDetector): DetectedLanguage {
  const detected = detector.detect(text);
  if (detected.language !== 'und') return detected;
  const hinted = toLanguage(hint, text);
  return hinted === null ? detected : { ...detected, language: hinted, confidence: hintConfidence };
}

/** The language of most of what the customers wrote, by length; else that of the subject, else the hint, else `und`. */
function conversationLanguage(redacted: Redacted, detected: readonly DetectedLanguage[], detector: LanguageDetector): string {
  const weights = new Map<string, number>();
  redacted.messages.forEach((message, index) => {
    const language = detected[index];
    if (message.actor !== 'customer' || language === undefined || language.language === 'und') return;
    const weight = spokenPart(message.body).length * Math.max(0.05, language.confidence);
    weights.set(language.language, (weights.get(language.language) ?? 0) + weight);
  });
  const [heaviest] = [...weights].sort((left, right) => right[1] - left[1]);
  return heaviest?.[0] ?? languageOf(redacted.subject ?? '', redacted.languageHint, detector).language;
}

function isReply(message: RedactedMessage): boolean {
  return message.actor === 'agent' && message.visibility === 'public' && message.kind !== 'auto_reply' && message.deletedAt === null;
}

type Reply = { readonly message: RedactedMessage; readonly place: number };

/** The last public reply of an agent before a message: by time where both have one, by order where not; null where there is none. */
function replyBefore(replies: readonly Reply[], message: RedactedMessage, index: number): RedactedMessage | null {
  let latest: RedactedMessage | null = null;
  for (const { message: other, place } of replies) {
    const isEarlier = other.at !== null && message.at !== null ? other.at <= message.at && place !== index : place < index;
    if (isEarlier && (latest === null || latest.at === null || other.at === null || other.at >= latest.at)) latest = other;
  }
  return latest;
}

/**
 * Thanks after a reply close the matter. Before any reply nothing does: praise in a review still waits for its first response. And an "ok" to
 * an agent who has asked something is an answer that the agent has to act on.
 */
function answerNeed(
  replies: readonly Reply[],
  message: RedactedMessage,
  { index, language }: { readonly index: number; readonly language: string },
): Pick<IncomingMessage, 'needsAnswer' | 'needsAnswerReason'> {
  if (message.actor !== 'customer') return { needsAnswer: false, needsAnswerReason: null };
  const verdict = needsAnswer(message.body, language);
  if (verdict.needsAnswer) return { needsAnswer: true, needsAnswerReason: null };
  const reply = replyBefore(replies, message, index);
  if (reply === null) return { needsAnswer: true, needsAnswerReason: null };
  if (verdict.reason !== 'thanks' && /[?？؟]/.test(reply.body)) return { needsAnswer: true, needsAnswerReason: null };
  return { needsAnswer: false, needsAnswerReason: verdict.reason };
}

/** Adds languages and `needsAnswer`, message by message; the result is ready to be stored. */
export function* detectInPortions(redacted: Redacted, detector: LanguageDetector): Portions<IncomingConversation> {
  const { languageHint, messages, ...rest } = redacted;
  const replies = messages.flatMap((message, place) => (isReply(message) ? [{ message, place }] : []));
  const detected = yield* eachInPortions(messages, bodyLength, (message) =>
    languageOf(message.body, message.actor === 'customer' ? languageHint : null, detector),
  );
  const language = conversationLanguage(redacted, detected, detector);
  const spoken = yield* eachInPortions(messages, bodyLength, (message, index): IncomingMessage => {
    const { language: own, confidence } = detected[index] ?? { language: 'und', confidence: 0 };
    return { ...message, language: own, languageConfidence: confidence, ...answerNeed(replies, message, { index, language: own }) };
  });
  return { ...rest, language, messages: spoken };
}
