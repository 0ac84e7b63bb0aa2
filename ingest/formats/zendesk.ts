// zendesk: ticket objects with their comments embedded, one ticket on each line, field names as in the Support API.
import type { Closer, ConversationExclusion, Status } from '#db/model/conversation.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { type Fields, isFields, readFlag, readId, readList, readTags, readText, refuse, toFields } from './field-values.ts';
import type { Format, ReadContext } from './format.ts';
import { readInstant } from './iso-instant.ts';
import { openJsonLines } from './json-lines.ts';
import { type RecordContext, readTimeOrNull } from './message-record.ts';
import { mostCommentLength } from './rating-record.ts';
import { languageHint } from './vocabulary.ts';
import { actorOf, type People, readPeople } from './zendesk-people.ts';

const statusOf: Readonly<Record<string, Status>> = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'solved',
  closed: 'closed',
  deleted: 'closed',
};

function readTicketStatus(value: unknown, where: string): Status {
  const status = typeof value === 'string' && Object.hasOwn(statusOf, value) ? statusOf[value] : undefined;
  return status ?? refuse(where, value, `one of ${Object.keys(statusOf).join(', ')}`);
}

const ticketId = (ticket: Fields): string => readId(ticket.id, 'id') ?? refuse('id', ticket.id, 'the id of a ticket');

/** One ticket as a conversation; throws AppError `invalid` with the field and the reason. A line may also be `{"ticket": {...}}`. */
export function parseTicket(value: unknown, context: Pick<ReadContext, 'now' | 'limits'>): FetchedConversation {
  const outer = toFields(value, 'the line');
  const ticket = isFields(outer.ticket) ? { ...outer, ...toFields(outer.ticket, 'ticket') } : outer;
  const times = { now: context.now, readTime: readInstant };
  const externalId = ticketId(ticket);
  const people = readPeople(ticket);
  const isDeleted = ticket.status === 'deleted';
  // Without its comments a ticket would look as if nobody had ever answered it.
  if (!Array.isArray(ticket.comments) && !isDeleted)
    refuse('comments', ticket.comments, 'the comments of the ticket (export tickets with comments)');
  const comments = readList(ticket.comments, 'comments', context.limits.messagesPerConversation);
  if (comments.length === 0 && !isDeleted) refuse('comments', ticket.comments, 'at least one comment (the description is the first)');
  const messages = comments.map((comment, index) =>
    toComment(toFields(comment, `comments[${index}]`), `comments[${index}].`, people, times),
  );
  const tags = readTags(ticket.tags, 'tags');
  return {
    externalId,
    channel: channelOf(ticket.via) ?? 'ticket',
    subject: readText(ticket.subject, 'subject', 100_000),
    openedAt: readTimeOrNull(ticket.created_at, 'created_at', times),
    status: readTicketStatus(ticket.status, 'status'),
    statusChanges: toStatusChanges(ticket, people, times),
    customer: people.requesterId,
    languageHint: languageHint(localeOf(ticket)),
    category: null,
    team: teamOf(ticket),
    country: null,
    tags,
    exclusion: exclusionOf(ticket, tags),
    mergedInto: null,
    isComplaint: tags.includes('complaint'),
    messages,
    ratings: toRatings(ticket, times),
  };
}

function toComment(comment: Fields, where: string, people: People, context: RecordContext): FetchedMessage {
  const id = readId(comment.id, `${where}id`) ?? refuse(`${where}id`, comment.id, 'the id of a comment');
  const author = readId(comment.author_id, `${where}author_id`);
  const via = channelOf(comment.via);
  const actor = actorOf(people, author, via);
  const body = [comment.plain_body, comment.body].find((text) => typeof text === 'string' && text.trim() !== '') ?? comment.body ?? '';
  if (typeof body !== 'string') return refuse(`${where}body`, body, 'a text');
  const hasAttachments = readList(comment.attachments, `${where}attachments`, 1000).length > 0;
  const isPublic = readFlag(comment.public, `${where}public`) ?? true;
  const bare = hasAttachments && body.trim() === '' ? 'attachment' : 'message';
  return {
    externalId: id,
    at: readTimeOrNull(comment.created_at, `${where}created_at`, context) ?? refuse(`${where}created_at`, comment.created_at, 'a time'),
    actor,
    author,
    authorName: actor === 'agent' && author !== null ? (people.known.get(author)?.name ?? null) : null,
    visibility: isPublic ? 'public' : 'private',
    // What a trigger sends to the customer is an acknowledgement and never stops a clock.
    kind: actor === 'system' && isPublic ? 'auto_reply' : bare,
    text: body,
    inReplyTo: null,
    deletedAt: null,
  };
}

function channelOf(via: unknown): string | null {
  return isFields(via) ? (readText(via.channel, 'via.channel', 64)?.trim().toLowerCase() ?? null) : null;
}

/** The name of the group where the export has it; the bare id still tells groups apart. */
function teamOf(ticket: Fields): string | null {
  const named = isFields(ticket.group) ? readText(ticket.group.name, 'group.name', 128) : readText(ticket.group_name, 'group_name', 128);
  const id = readId(ticket.group_id, 'group_id');
  return named ?? (id === null ? null : `group ${id}`.slice(0, 128));
}

function localeOf(ticket: Fields): string | null {
  const requester = isFields(ticket.requester) ? ticket.requester.locale : null;
  return readText(requester ?? ticket.locale, 'locale', 64);
}

function exclusionOf(ticket: Fields, tags: readonly string[]): ConversationExclusion | null {
  if (ticket.status === 'deleted') return 'deleted';
  // Merging closes the source ticket under this tag and names the survivor only in prose.
  return tags.includes('closed_by_merge') ? 'merged_into' : null;
}

type StatusChange = FetchedConversation['statusChanges'][number];

/** Status changes from embedded `audits` where the export has them, else the last solve from `metric_set`. */
function toStatusChanges(ticket: Fields, people: People, context: RecordContext): StatusChange[] {
  const audited = readList(ticket.audits, 'audits', 100_000).flatMap((entry, index) => {
    const where = `audits[${index}]`;
    const audit = toFields(entry, where);
    const at = readTimeOrNull(audit.created_at, `${where}.created_at`, context);
    const actor = actorOf(people, readId(audit.author_id, `${where}.author_id`), channelOf(audit.via));
    const by: Closer = actor === 'customer' ? 'customer' : actor === 'agent' ? 'agent' : 'system';
    return readList(audit.events, `${where}.events`, 10_000).flatMap((event) => {
      const isChange = isFields(event) && (event.type === 'Change' || event.type === 'Create') && event.field_name === 'status';
      return isChange && at !== null ? [{ at, status: readTicketStatus(event.value, `${where}.events.value`), by }] : [];
    });
  });
  if (audited.length > 0) return audited.sort((a, b) => a.at - b.at);
  const metrics = isFields(ticket.metric_set) ? ticket.metric_set : {};
  const solvedAt = readTimeOrNull(metrics.solved_at, 'metric_set.solved_at', context);
  const isOver = ticket.status === 'solved' || ticket.status === 'closed';
  return solvedAt === null || !isOver ? [] : [{ at: solvedAt, status: 'solved', by: 'agent' }];
}

/** Good and bad are ratings; offered and unoffered only say that one was or was not asked for. */
function toRatings(ticket: Fields, context: RecordContext): FetchedConversation['ratings'] {
  const rating = isFields(ticket.satisfaction_rating) ? ticket.satisfaction_rating : {};
  if (rating.score !== 'good' && rating.score !== 'bad') return [];
  const at = readTimeOrNull(rating.updated_at ?? rating.created_at, 'satisfaction_rating.updated_at', context);
  const comment = readText(rating.comment, 'satisfaction_rating.comment', mostCommentLength);
  return [
    {
      externalId: 'csat',
      kind: 'csat',
      value: rating.score === 'good' ? 1 : 0,
      scaleMin: 0,
      scaleMax: 1,
      at,
      ...(comment === null ? {} : { comment }),
    },
  ];
}

export const zendesk: Format = {
  id: 'zendesk',
  description: 'Zendesk tickets as JSON Lines, one ticket with its comments a line',
  needsMapping: false,
  open: async (file, context) =>
    openJsonLines(file, context, {
      toConversation: (value) => parseTicket(value, context),
      idOf: (value) => {
        try {
          const outer = toFields(value, 'the line');
          return ticketId(isFields(outer.ticket) ? outer.ticket : outer);
        } catch {
          return null;
        }
      },
    }),
};
