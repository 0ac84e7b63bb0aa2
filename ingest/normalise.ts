// The first stage: what any source hands over becomes well-formed and bounded, or is refused with a reason.
import { AppError } from '#db/model/errors.ts';
import { type FetchedConversation, fetchedConversationSchema } from './fetched.ts';
import { redactText } from './stages/redact.ts';
import { truncatedTag } from './truncated-tag.ts';

/** Longest body that is kept, in UTF-8 bytes: what is longer is a log file or an attack, and the rest would not be read. */
export const mostBodyBytes = 1 << 20;
/** Longest subject that is kept, in UTF-8 bytes. */
export const mostSubjectBytes = 4096;
/** Longest comment on a rating that is kept, in UTF-8 bytes. */
export const mostCommentBytes = 16_384;

/** Checks and bounds one conversation. Throws AppError `invalid` with the field, never with its value. */
export function normalise(fetched: FetchedConversation): FetchedConversation {
  const parsed = fetchedConversationSchema.safeParse(wellFormed(fetched));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError('invalid', `${issue?.path.join('.') ?? 'the conversation'}: ${issue?.message ?? 'is not valid'}`);
  }
  const conversation = parsed.data;
  refuseRepeats(
    conversation.messages.map((message) => message.externalId),
    'messages',
  );
  refuseRepeats(
    conversation.ratings.map((rating) => rating.externalId),
    'ratings',
  );
  const subject = conversation.subject === null ? null : shortened(conversation.subject, mostSubjectBytes);
  const messages = conversation.messages.map((message) => ({ ...message, text: shortened(message.text, mostBodyBytes) }));
  const ratings = conversation.ratings.map((rating) =>
    rating.comment == null ? rating : { ...rating, comment: shortened(rating.comment, mostCommentBytes) },
  );
  const isCut =
    subject !== conversation.subject ||
    messages.some((message, index) => message.text !== conversation.messages[index]?.text) ||
    ratings.some((rating, index) => rating.comment !== conversation.ratings[index]?.comment);
  const tags = isCut ? [...conversation.tags.filter((tag) => tag !== truncatedTag).slice(0, 199), truncatedTag] : conversation.tags;
  return { ...conversation, subject, messages, ratings, tags };
}

// Zero characters cannot be stored in PostgreSQL, half characters cannot be encoded: neither carries meaning.
const unstorable = /\0|\p{Surrogate}/gu;

function wellFormed(fetched: FetchedConversation): unknown {
  return isStorable(fetched) ? fetched : cleaned(fetched);
}

function isStorable(part: unknown): boolean {
  if (typeof part === 'string') return part.search(unstorable) < 0;
  if (Array.isArray(part)) return part.every(isStorable);
  return typeof part !== 'object' || part === null || Object.values(part).every(isStorable);
}

function cleaned(part: unknown): unknown {
  if (typeof part === 'string') return part.replaceAll(unstorable, '');
  if (Array.isArray(part)) return part.map(cleaned);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, cleaned(inner)]));
}

function refuseRepeats(ids: readonly string[], what: string): void {
  const seen = new Map<string, number>();
  ids.forEach((id, index) => {
    const earlier = seen.get(id);
    if (earlier !== undefined) throw new AppError('invalid', `${what}.${index}: has the same id as ${what}.${earlier}`);
    seen.set(id, index);
  });
}

/** How far around the cut secrets are looked for: longer than any but key files, which are recognised by their beginning. */
const windowCharacters = 8192;

/** The text up to `mostBytes`, cut between characters and never through a secret: half a secret would no longer be recognised. */
function shortened(text: string, mostBytes: number): string {
  if (text.length * 3 <= mostBytes || Buffer.byteLength(text) <= mostBytes) return text;
  const bytes = Buffer.from(text);
  let end = mostBytes;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  const cut = bytes.subarray(0, end).toString('utf8').length;
  const start = Math.max(0, cut - windowCharacters);
  const { findings } = redactText(text.slice(start, cut + windowCharacters));
  const straddled = findings.find((finding) => start + finding.start < cut && start + finding.end > cut);
  return text.slice(0, straddled === undefined ? cut : start + straddled.start);
}
