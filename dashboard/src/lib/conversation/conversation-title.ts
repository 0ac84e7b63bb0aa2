// What a conversation is called where it has no subject: by what the customer wrote first.
import type { Conversation } from '../api/shapes.ts';
import type { Words } from '../words/words.ts';
import { bodyPieces, tokenLabel } from './body-pieces.ts';

const mostLetters = 120;

/** The subject, else the beginning of the first customer message in one line, with names for what was redacted; else its id at the source. */
export function conversationTitle(conversation: Pick<Conversation, 'subject' | 'messages' | 'externalId'>, words: Words): string {
  if (conversation.subject) return conversation.subject;
  const first = conversation.messages.find((message) => message.actor === 'customer' && message.body !== '');
  if (first === undefined) return conversation.externalId;
  const text = bodyPieces(first.body, first.redactions)
    .map((piece) => (piece.kind === 'text' ? piece.text : `[${tokenLabel(piece.text, words)}]`))
    .join('');
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join('')}…` : line;
}
