// The tone of a reply as a number, for a column with one byte for each conversation.
import { type ReplyTone, replyTones } from '#db/model/facts.ts';

/** 0 where the tone is not known, else one more than its place in `replyTones`. */
export function toneCode(tone: ReplyTone | null | undefined): number {
  return tone === null || tone === undefined ? 0 : replyTones.indexOf(tone) + 1;
}

/** The tone of a code; null where it is not known. */
export function toneOf(code: number | undefined): ReplyTone | null {
  return replyTones[(code ?? 0) - 1] ?? null;
}
