// One message of a file as our own record: shared by every format that carries our field names.
import type { Instant } from '#db/model/instant.ts';
import type { FetchedMessage } from '../fetched.ts';
import { type Fields, readFlag, readId, readList, readText, refuse } from './field-values.ts';
import { plausible } from './iso-instant.ts';
import { readActor, readKind, readVisibility, roleNames } from './vocabulary.ts';

/** How times are read differs by format; everything else is the same. */
export type RecordContext = {
  readonly now: Instant;
  /** A value that is not null as an instant; throws with `where`. */
  readonly readTime: (value: unknown, where: string) => Instant;
};

export function readTimeOrNull(value: unknown, where: string, context: RecordContext): Instant | null {
  if (value === undefined || value === null) return null;
  return plausible(context.readTime(value, where), where, context.now);
}

/** A message from fields named as in conversations-jsonl. `position` makes the id where the file gives none. */
export function toMessage(fields: Fields, where: string, position: number, context: RecordContext): FetchedMessage {
  const at = (name: string): string => `${where}${name}`;
  // An absent time is more often a wrong field name than a time that nobody knows, so the file must say null.
  if (!Object.hasOwn(fields, 'at')) refuse(at('at'), undefined, 'a time, or null where it is not known');
  const actor = readActor(fields.role, at('role'));
  const author = readAuthor(fields.author, at('author'));
  const authorName = readText(fields.author_name, at('author_name'), 512);
  const hasAttachments = readList(fields.attachments, at('attachments'), 1000).length > 0;
  const text = readBody(fields.text, at('text'), hasAttachments);
  const isBare = hasAttachments && text.trim() === '';
  return {
    externalId: readId(fields.message_id, at('message_id')) ?? `#${position}`,
    at: readTimeOrNull(fields.at, at('at'), context),
    actor,
    author,
    authorName: actor === 'agent' ? (authorName ?? author) : null,
    visibility: visibilityOf(fields, at),
    kind: fields.kind === undefined || fields.kind === null ? (isBare ? 'attachment' : 'message') : readKind(fields.kind, at('kind')),
    text,
    inReplyTo: readId(fields.reply_to, at('reply_to')),
    deletedAt: readTimeOrNull(fields.deleted_at, at('deleted_at'), context),
  };
}

/** An empty text is legal (a picture, an emoji that was lost); an absent one is not, unless there are attachments. */
function readBody(value: unknown, where: string, hasAttachments: boolean): string {
  if (typeof value === 'string') return value;
  if (value === null || (value === undefined && hasAttachments)) return '';
  return refuse(where, value, 'a text');
}

/** A vendor's id or name; null for words that only name the role. */
function readAuthor(value: unknown, where: string): string | null {
  const author = readText(value, where, 512)?.trim() ?? null;
  return author === null || roleNames.includes(author.toLowerCase()) ? null : author;
}

function visibilityOf(fields: Fields, at: (name: string) => string): FetchedMessage['visibility'] {
  if (fields.visibility !== undefined && fields.visibility !== null) return readVisibility(fields.visibility, at('visibility'));
  if (readFlag(fields.private, at('private')) === true) return 'private';
  return readFlag(fields.public, at('public')) === false ? 'private' : 'public';
}
