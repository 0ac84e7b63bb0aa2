// One conversation of a file as our own record: shared by every format that carries our field names.
import type { ConversationExclusion, Status } from '#db/model/conversation.ts';
import { AppError } from '#db/model/errors.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { type Fields, firstOf, readFlag, readId, readList, readTags, readText, refuse, toFields } from './field-values.ts';
import { type RecordContext, readTimeOrNull } from './message-record.ts';
import { toRatings } from './rating-record.ts';
import { languageHint, readCloser, readExclusion, readStatus, roleNames } from './vocabulary.ts';

type StatusChange = FetchedConversation['statusChanges'][number];

/** The id of a record; throws where there is none. */
export function conversationId(record: Fields): string {
  return readId(record.conversation_id, 'conversation_id') ?? refuse('conversation_id', record.conversation_id, 'an id');
}

/** A conversation from fields named as in conversations-jsonl, and its messages. Fields that are not known are passed over. */
export function toConversation(record: Fields, messages: readonly FetchedMessage[], context: RecordContext): FetchedConversation {
  const text = (name: string, most: number): string | null => readText(record[name], name, most)?.trim() ?? null;
  refuseRepeatedIds(messages);
  const first = messages.find((message) => message.actor === 'customer');
  const statusChanges = toStatusChanges(record, context);
  const mergedInto = readId(record.merged_into, 'merged_into');
  return {
    externalId: conversationId(record),
    channel: text('channel', 64) ?? refuse('channel', record.channel, 'the name of a channel'),
    subject: readText(record.subject, 'subject', 100_000),
    openedAt: readTimeOrNull(record.opened_at, 'opened_at', context) ?? earliest(messages),
    status: toStatus(record, statusChanges),
    statusChanges,
    customer: toCustomer(record.customer) ?? first?.author ?? null,
    languageHint: languageHint(readText(firstOf(record, ['lang', 'language'])?.value, 'lang', 64)),
    category: text('category', 128),
    team: text('team', 128) ?? text('brand', 128),
    country: text('country', 64),
    tags: readTags(record.tags, 'tags'),
    exclusion: toExclusion(record, mergedInto),
    mergedInto,
    isComplaint: readFlag(record.is_complaint, 'is_complaint') ?? false,
    messages: withAnswered(messages),
    ratings: toRatings(record, context, first?.at ?? null),
  };
}

/** Two messages under one id cannot both be kept, and choosing one would drop the other silently. */
function refuseRepeatedIds(messages: readonly FetchedMessage[]): void {
  const seen = new Map<string, number>();
  messages.forEach((message, index) => {
    const earlier = seen.get(message.externalId);
    if (earlier !== undefined) throw new AppError('invalid', `message ${index + 1} has the same message_id as message ${earlier + 1}`);
    seen.set(message.externalId, index);
  });
}

/**
 * An agent's message that is listed after a customer's but timed before it answers that one: stores date a review by its last edit,
 * so the reply looks older than what it replies to. Without this the customer would count as one whom we wrote to first.
 */
function withAnswered(messages: readonly FetchedMessage[]): FetchedMessage[] {
  let asked: FetchedMessage | null = null;
  return messages.map((message) => {
    if (message.actor === 'customer') asked = message;
    if (message.actor !== 'agent' || message.inReplyTo !== null || asked?.at == null || message.at === null) return message;
    return message.at < asked.at ? { ...message, inReplyTo: asked.externalId } : message;
  });
}

function earliest(messages: readonly FetchedMessage[]): number | null {
  let found: number | null = null;
  for (const { at } of messages) if (at !== null && (found === null || at < found)) found = at;
  return found;
}

function toCustomer(value: unknown): string | null {
  const id =
    typeof value === 'object' && value !== null ? readId(toFields(value, 'customer').id, 'customer.id') : readId(value, 'customer');
  return id === null || roleNames.includes(id.toLowerCase()) ? null : id;
}

function toExclusion(record: Fields, mergedInto: string | null): ConversationExclusion | null {
  if (record.exclusion !== undefined && record.exclusion !== null) return readExclusion(record.exclusion, 'exclusion');
  if (mergedInto !== null) return 'merged_into';
  for (const name of ['spam', 'deleted', 'test'] as const) if (readFlag(record[name], name) === true) return name;
  return null;
}

/**
 * Changes as listed, oldest first, completed by `solved_at` and `closed_at` where no listed change has that status.
 * A close after a solve is the desk's timer unless `closed_by` says otherwise; any other close is taken as an agent's.
 */
function toStatusChanges(record: Fields, context: RecordContext): StatusChange[] {
  const found = firstOf(record, ['status_changes', 'events']);
  const name = found?.name ?? 'status_changes';
  const changes: StatusChange[] = readList(found?.value, name, 10_000).map((entry, index) => {
    const where = `${name}[${index}]`;
    const fields = toFields(entry, where);
    const at = readTimeOrNull(fields.at, `${where}.at`, context) ?? refuse(`${where}.at`, fields.at, 'a time');
    return { at, status: readStatus(fields.status, `${where}.status`), by: closerOf(fields.by, `${where}.by`) ?? 'agent' };
  });
  const solvedAt = readTimeOrNull(record.solved_at, 'solved_at', context);
  const solvedBy = closerOf(record.solved_by, 'solved_by');
  if (solvedAt !== null && !changes.some((change) => change.status === 'solved')) {
    changes.push({ at: solvedAt, status: 'solved', by: solvedBy ?? 'agent' });
  }
  const closedAt = readTimeOrNull(record.closed_at, 'closed_at', context);
  const closedBy = closerOf(record.closed_by, 'closed_by');
  if (closedAt !== null && !changes.some((change) => change.status === 'closed')) {
    const wasSolved = changes.some((change) => change.status === 'solved' && change.at <= closedAt);
    changes.push({ at: closedAt, status: 'closed', by: closedBy ?? (wasSolved ? 'system' : 'agent') });
  }
  return changes.sort((a, b) => a.at - b.at);
}

function closerOf(value: unknown, where: string): StatusChange['by'] | null {
  return value === undefined || value === null ? null : readCloser(value, where);
}

/** As given; else what the last change says; else open, because an unknown state must not hide a customer who waits. */
function toStatus(record: Fields, changes: readonly StatusChange[]): Status {
  if (record.status !== undefined && record.status !== null) return readStatus(record.status, 'status');
  return changes.at(-1)?.status ?? 'open';
}
