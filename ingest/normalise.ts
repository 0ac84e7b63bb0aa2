// The first stage: what any source hands over becomes well-formed and bounded, or is refused with a reason.
import type { ZodType } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type FetchedConversation, fetchedConversationSchema, fetchedMessageSchema } from './fetched.ts';
import { eachInPortions, inOneGo, type Portions, textLength } from './stages/portions.ts';
import { redactText } from './stages/redact.ts';
import { truncatedTag } from './truncated-tag.ts';

/** Longest body that is kept, in UTF-8 bytes: what is longer is a log file or an attack, and the rest would not be read. */
export const mostBodyBytes = 1 << 20;
/** Longest subject that is kept, in UTF-8 bytes. */
export const mostSubjectBytes = 4096;
/** Longest comment on a rating that is kept, in UTF-8 bytes. */
export const mostCommentBytes = 16_384;

/** Checks and bounds one conversation at once. Throws AppError `invalid` with the field, never with its value. */
export function normalise(fetched: FetchedConversation): FetchedConversation {
  return inOneGo(normaliseInPortions(fetched));
}

/** The same message by message. */
export function* normaliseInPortions(fetched: FetchedConversation): Portions<FetchedConversation> {
  const { messages: fetchedMessages, ...rest } = fetched;
  const conversation = parseWith(fetchedConversationSchema, { ...rest, messages: [] });
  const whole = yield* eachInPortions(fetchedMessages, textLength, (message, index) =>
    parseWith(fetchedMessageSchema, message, ['messages', index]),
  );
  refuseRepeats(
    whole.map((message) => message.externalId),
    'messages',
  );
  refuseRepeats(
    conversation.ratings.map((rating) => rating.externalId),
    'ratings',
  );
  const subject = conversation.subject === null ? null : shortened(conversation.subject, mostSubjectBytes);
  const messages = yield* eachInPortions(whole, textLength, (message) => ({ ...message, text: shortened(message.text, mostBodyBytes) }));
  const ratings = conversation.ratings.map((rating) =>
    rating.comment == null ? rating : { ...rating, comment: shortened(rating.comment, mostCommentBytes) },
  );
  const isCut =
    subject !== conversation.subject ||
    messages.some((message, index) => message.text !== whole[index]?.text) ||
    ratings.some((rating, index) => rating.comment !== conversation.ratings[index]?.comment);
  const tags = isCut ? [...conversation.tags.filter((tag) => tag !== truncatedTag).slice(0, 199), truncatedTag] : conversation.tags;
  return { ...conversation, subject, messages, ratings, tags };
}

/** What the schema makes of it; `place` is where in the conversation it stands. */
function parseWith<Parsed>(schema: ZodType<Parsed>, part: unknown, place: readonly (string | number)[] = []): Parsed {
  const parsed = schema.safeParse(wellFormed(part));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = [...place, ...(issue?.path ?? [])].join('.');
  throw new AppError('invalid', `${path}: ${issue?.message ?? 'is not valid'}`);
}

// Zero characters cannot be stored in PostgreSQL, half characters cannot be encoded: neither carries meaning.
const unstorable = /\0|\p{Surrogate}/gu;

function wellFormed(fetched: unknown): unknown {
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
