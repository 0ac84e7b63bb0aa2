// One address of our own, as somebody types it, to the mention that messages carry of it.
import { type Keys, mentionKey } from '#db/keys.ts';
import { AppError } from '#db/model/errors.ts';
import type { Mention } from '#db/model/mention.ts';
import { mentionsOf } from './stages/mentions.ts';
import { redactText } from './stages/redact.ts';

/** The one thing that a text mentions and that conversations may be tied together by; `invalid` where it is none, or more. */
export function soleMention(text: string, keys: Keys): Mention {
  const { findings } = redactText(text);
  const mentions = mentionsOf(text, findings, { mentionKeyOf: (kind, value) => mentionKey(keys, kind, value) });
  const [mention] = mentions;
  if (mention === undefined || mentions.length > 1 || findings.length > 1) {
    throw new AppError('invalid', 'value: must be one address of a chain, mail address, account or phone number, and nothing else');
  }
  return mention;
}
