// A stored conversation redacted once more, because the rules have learned something since it came in.
import type { IncomingConversation, IncomingMessage, IncomingRating } from '#db/model/conversation.ts';
import type { RedactedText } from '#db/model/redacted-text.ts';
import { groupBy } from '#db/store/group-by.ts';
import type { StoredIncoming, StoredMessage, StoredRating } from '#db/store/stored-incoming.ts';
import { type Redaction, redactText } from './redact.ts';
import { secretsAcross } from './redaction/across-messages.ts';
import { redactionKinds } from './redaction/finding.ts';

/** `found`: new findings in its messages and its own fields; none means that nothing has to be saved. */
export type RedactedAgain = { readonly conversation: IncomingConversation; readonly found: number };

type Tally = { found: number };

function toMessage(message: StoredMessage, { text, findings }: Redaction): IncomingMessage {
  const kinds = new Set<string>([...message.redactions, ...findings.map(({ kind }) => kind)]);
  return { ...message, body: text, redactions: redactionKinds.filter((kind) => kinds.has(kind)) };
}

function toRating({ comment, ...rating }: StoredRating, read: (text: string) => Redaction): IncomingRating {
  if (comment === undefined) return rating;
  const { text, findings } = read(comment);
  const kinds = new Set<string>([...(rating.commentRedactions ?? []), ...findings.map(({ kind }) => kind)]);
  return { ...rating, comment: text, commentRedactions: redactionKinds.filter((kind) => kinds.has(kind)) };
}

/** Messages by author in the order in which they were written; a phrase sent one word at a time is read as one. */
function spreadOver(messages: readonly StoredMessage[]): ReadonlyMap<StoredMessage, ReturnType<typeof secretsAcross>[number]> {
  const byAuthor = groupBy(messages, ({ actor, authorKey }) => `${actor}:${authorKey ?? ''}`);
  const spread = [...byAuthor.values()].flatMap((own) => {
    const located = secretsAcross(
      own.map(({ body }) => body),
      {},
    );
    return own.map((message, index) => [message, located[index] ?? []] as const);
  });
  return new Map(spread);
}

/** Redacts what a conversation holds. Throws AppError where a detector fails; the error quotes nothing. */
export function redactAgain(stored: StoredIncoming): RedactedAgain {
  const tally: Tally = { found: 0 };
  const read = (text: string, also: RedactedOptions = []): Redaction => {
    const redaction = redactText(text, { also });
    tally.found += redaction.findings.length;
    return redaction;
  };
  const field = (text: string | null): RedactedText | null => (text === null ? null : read(text).text);
  const spread = spreadOver(stored.messages);
  const conversation: IncomingConversation = {
    ...stored,
    subject: field(stored.subject),
    category: field(stored.category),
    team: field(stored.team),
    tags: stored.tags.map((tag) => read(tag).text),
    messages: stored.messages.map((message) => toMessage(message, read(message.body, spread.get(message)))),
    ratings: stored.ratings.map((rating) => toRating(rating, read)),
  };
  return { conversation, found: tally.found };
}

type RedactedOptions = ReturnType<typeof secretsAcross>[number];
