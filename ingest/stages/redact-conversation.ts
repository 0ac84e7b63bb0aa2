// The redaction stage: a fetched conversation in, the same conversation without secrets and without names of customers out.
import type { IncomingConversation, IncomingMessage, IncomingRating } from '#db/model/conversation.ts';
import { minute } from '#db/model/instant.ts';
import type { RedactedText } from '#db/model/redacted-text.ts';
import type { FetchedConversation, FetchedMessage, FetchedRating } from '#ingest/fetched.ts';
import { type MentionKeys, mentionsOf } from './mentions.ts';
import { eachInPortions, inOneGo, type Portions, textLength } from './portions.ts';
import { findSecrets, type Redaction, type RedactionOptions, redactText } from './redact.ts';
import { secretsAcross } from './redaction/across-messages.ts';
import { type Finding, isCritical, redactionKinds } from './redaction/finding.ts';
import type { Located } from './redaction/overlaps.ts';

/** Makes the keyed hash of a vendor's author id; bound to workspace and source by the caller: `{ keyOf: (id) => customerKey(keys, sourceId, id) }`. */
export type AuthorKeys = { readonly keyOf: (vendorId: string) => string };

/** Names of authors are hashed within their source, mentions across all of them. */
export type RedactionKeys = AuthorKeys & MentionKeys;

export type RedactedMessage = Omit<IncomingMessage, 'language' | 'languageConfidence' | 'needsAnswer' | 'needsAnswerReason'>;

/** A conversation that may be shown to later stages; languages are not known yet. */
export type Redacted = Omit<IncomingConversation, 'language' | 'messages'> & {
  readonly languageHint: string | null;
  readonly messages: readonly RedactedMessage[];
};

/** Messages of one author with no longer pause than this between them are read as one text: people send a phrase one word at a time. */
const longestPause = 15 * minute;
// Ids shorter than this hold no key and no phrase. Card numbers are not looked for in ids: one long number in fifty would look like one.
const longId = 40;

type Rewrite = { readonly text: (text: string) => RedactedText; readonly id: (id: string) => string };

/** Stretches of messages by one author, pauses of at most 15 minutes in between; messages of others may stand between them. */
function authorRuns(messages: readonly FetchedMessage[]): readonly (readonly number[])[] {
  const open = new Map<string, number[]>();
  const runs: number[][] = [];
  messages.forEach((message, index) => {
    const author = `${message.actor}:${message.author ?? message.authorName ?? ''}`;
    const run = open.get(author);
    const last = run === undefined ? undefined : messages[run.at(-1) ?? -1];
    const pause = last?.at == null || message.at === null ? 0 : Math.abs(message.at - last.at);
    if (run !== undefined && pause <= longestPause) {
      run.push(index);
    } else {
      const fresh = [index];
      open.set(author, fresh);
      runs.push(fresh);
    }
  });
  return runs.filter((run) => run.length > 1);
}

/** Per message, what only shows when the messages of its author are read together. */
function* spreadSecrets(messages: readonly FetchedMessage[], options: RedactionOptions): Portions<ReadonlyMap<number, readonly Located[]>> {
  const spread = new Map<number, Located[]>();
  for (const run of authorRuns(messages)) {
    const texts = run.map((index) => messages[index]?.text ?? '');
    secretsAcross(texts, options).forEach((located, place) => {
      const index = run[place];
      if (index !== undefined && located.length > 0) spread.set(index, [...(spread.get(index) ?? []), ...located]);
    });
    yield texts.reduce((sum, text) => sum + text.length, 0);
  }
  return spread;
}

/** Addresses written anywhere in the thread, EVM ones in lower case; empty where no message holds a hash that one of them could prove a key. */
function addressesOf(messages: readonly FetchedMessage[], redactions: readonly Redaction[]): ReadonlySet<string> {
  const hasHash = redactions.some((redaction) => redaction.findings.some((finding) => finding.kind === 'TX_HASH'));
  const addresses = new Set<string>();
  if (!hasHash) return addresses;
  redactions.forEach((redaction, index) => {
    for (const finding of redaction.findings) {
      if (!finding.kind.startsWith('ADDR:')) continue;
      const written = messages[index]?.text.slice(finding.start, finding.end) ?? '';
      addresses.add(finding.kind === 'ADDR:EVM' ? written.toLowerCase() : written);
    }
  });
  return addresses;
}

function* redactMessages(messages: readonly FetchedMessage[], options: RedactionOptions): Portions<readonly Redaction[]> {
  const spread = yield* spreadSecrets(messages, options);
  const redactAll = (evidence: RedactionOptions) =>
    eachInPortions(messages, textLength, (message, index) =>
      redactText(message.text, { ...options, ...evidence, also: spread.get(index) ?? [] }),
    );
  const first = yield* redactAll({});
  const addresses = addressesOf(messages, first);
  return addresses.size === 0 ? first : yield* redactAll({ evidence: { addresses } });
}

function kindsOf(findings: readonly Finding[]): readonly string[] {
  const found = new Set(findings.map((finding) => finding.kind));
  return redactionKinds.filter((kind) => found.has(kind));
}

/** Left out where there are none: most texts mention nothing. */
function mentionsIn(text: string, findings: readonly Finding[], keys: RedactionKeys): Pick<RedactedMessage, 'mentions'> {
  const mentions = mentionsOf(text, findings, keys);
  return mentions.length === 0 ? {} : { mentions };
}

function toMessage(message: FetchedMessage, redaction: Redaction, keys: RedactionKeys, rewrite: Rewrite): RedactedMessage {
  const isAgent = message.actor === 'agent';
  const author = message.author ?? (isAgent ? message.authorName : null);
  const key = author === null ? null : keys.keyOf(author);
  return {
    externalId: rewrite.id(message.externalId),
    at: message.at,
    actor: message.actor,
    authorKey: key !== null && isAgent ? `agent:${key}` : key,
    // Names of customers and of third parties stop here.
    agentName: isAgent && message.authorName !== null ? rewrite.text(message.authorName) : null,
    visibility: message.visibility,
    kind: message.kind,
    body: redaction.text,
    inReplyTo: message.inReplyTo === null ? null : rewrite.id(message.inReplyTo),
    deletedAt: message.deletedAt,
    redactions: kindsOf(redaction.findings),
    ...mentionsIn(message.text, redaction.findings, keys),
  };
}

function isSecretId(id: string, options: RedactionOptions = {}): boolean {
  if (id.length < longId && !id.includes('@')) return false;
  return findSecrets(id, options).some(({ kind }) => kind === 'EMAIL' || (id.length >= longId && isCritical(kind) && kind !== 'CARD'));
}

// The name of a channel is a word or two. Sources fold its case, so a key in it could no longer be told by its checksum.
function channelName(channel: string, rewrite: Rewrite): string {
  return /[A-Za-z0-9+/_=]{24,}/.test(channel) ? 'other' : rewrite.text(channel);
}

/** The id under which a record is stored: itself, unless it holds a secret. It stays the same for the same record, so it is a keyed hash and no token. */
export function storedId(id: string, keys: AuthorKeys, options: RedactionOptions = {}): string {
  return isSecretId(id, options) ? keys.keyOf(id) : id;
}

/** The id of a record as it may be written into dead letters and reports: itself, unless it holds a secret. */
export function quotableId(id: string): string {
  return isSecretId(id) ? redactText(id).text : id;
}

/** How a record is named in dead letters: an id that holds a secret as it may be read, and by its hash, for two such ids may read alike. */
export function deadLetterItem(id: string, keys: AuthorKeys): string {
  const quotable = quotableId(id);
  return quotable === id ? id : `${quotable} (${keys.keyOf(id)})`;
}

function redactRating({ comment, externalId, ...rating }: FetchedRating, rewrite: Rewrite, options: RedactionOptions): IncomingRating {
  const named = { ...rating, externalId: rewrite.id(externalId) };
  const written = comment?.trim() ?? '';
  if (written === '') return named;
  const { text, findings } = redactText(written, options);
  const kinds = new Set<string>(findings.map(({ kind }) => kind));
  return { ...named, comment: text, commentRedactions: redactionKinds.filter((kind) => kinds.has(kind)) };
}

/** Redacts a conversation at once. Throws AppError where a detector fails; the error never quotes the text. */
export function redactConversation(fetched: FetchedConversation, keys: RedactionKeys, options: RedactionOptions = {}): Redacted {
  return inOneGo(redactInPortions(fetched, keys, options));
}

/** The same message by message. */
export function* redactInPortions(fetched: FetchedConversation, keys: RedactionKeys, options: RedactionOptions = {}): Portions<Redacted> {
  const rewrite: Rewrite = {
    text: (text) => redactText(text, options).text,
    id: (id) => storedId(id, keys, options),
  };
  const optional = (text: string | null): RedactedText | null => (text === null ? null : rewrite.text(text));
  const redactions = yield* redactMessages(fetched.messages, options);
  const subject = fetched.subject === null ? null : redactText(fetched.subject, options);
  const messages = yield* eachInPortions(fetched.messages, textLength, (message, index) => {
    const redaction = redactions[index] ?? redactText(message.text, options);
    return toMessage(message, redaction, keys, rewrite);
  });
  return {
    externalId: rewrite.id(fetched.externalId),
    channel: channelName(fetched.channel, rewrite),
    subject: subject?.text ?? null,
    ...mentionsIn(fetched.subject ?? '', subject?.findings ?? [], keys),
    openedAt: fetched.openedAt,
    status: fetched.status,
    statusChanges: fetched.statusChanges,
    customerKey: fetched.customer === null ? null : keys.keyOf(fetched.customer),
    languageHint: fetched.languageHint,
    category: optional(fetched.category),
    team: optional(fetched.team),
    country: optional(fetched.country),
    tags: fetched.tags.map((tag) => rewrite.text(tag)),
    exclusion: fetched.exclusion,
    mergedInto: fetched.mergedInto === null ? null : rewrite.id(fetched.mergedInto),
    isComplaint: fetched.isComplaint,
    messages,
    ratings: fetched.ratings.map((rating) => redactRating(rating, rewrite, options)),
  };
}
