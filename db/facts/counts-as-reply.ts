// Which messages answer a customer, each with the reason.
import type { ReplyVerdict } from '../model/facts.ts';
import type { FactMessage } from './facts-input.ts';

// Emoji with their joiners and skin tones, flags, keycaps, and the emoticons that Chinese clients send as [微笑].
const pictures =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3|[\u200D\uFE0F]|\[\p{Script=Han}{1,4}\]/gu;
const vote = /^[+-]1$/;
const word = /[\p{L}\p{N}]/u;
// Nearly every reply begins so and is words without looking further; no emoji and no bracketed emoticon does.
const beginsWithWord = /^\p{L}/u;

/** True where a text holds no letter and no number beside its emoji: a reaction, whatever kind the source gave it. */
function isReaction(text: string): boolean {
  if (beginsWithWord.test(text)) return false;
  return vote.test(text) || !word.test(text.replaceAll(pictures, ''));
}

/**
 * Says whether a message stops the customer's clock: a public message with words, written by a person of ours.
 * A deleted reply still counts, as it was given; its text, gone by now, is not judged.
 */
export function countsAsReply(message: FactMessage): ReplyVerdict {
  if (message.actor === 'bot') return { counts: false, reason: 'bot' };
  if (message.actor === 'campaign') return { counts: false, reason: 'campaign' };
  if (message.actor !== 'agent') return { counts: false, reason: 'not_an_agent' };
  return judgeWords(message);
}

/** True for a bot's answer in words; its automatic acknowledgements, surveys and notes are not answers. */
export function isBotAnswer(message: FactMessage): boolean {
  return message.actor === 'bot' && judgeWords(message).counts;
}

function judgeWords(message: FactMessage): ReplyVerdict {
  if (message.visibility === 'private') return { counts: false, reason: 'private_note' };
  switch (message.kind) {
    case 'auto_reply':
      return { counts: false, reason: 'auto_reply' };
    case 'reaction':
      return { counts: false, reason: 'reaction_only' };
    case 'survey':
      return { counts: false, reason: 'survey' };
    case 'status':
      return { counts: false, reason: 'status_change' };
    case 'message':
    case 'attachment':
      break;
    default:
      return message.kind satisfies never;
  }
  if (message.deletedAt !== null) return { counts: true, reason: 'deleted' };
  const text = message.body.trim();
  if (text === '') return { counts: false, reason: message.kind === 'attachment' ? 'attachment_only' : 'empty' };
  if (isReaction(text)) return { counts: false, reason: 'reaction_only' };
  return { counts: true, reason: 'substantive' };
}
