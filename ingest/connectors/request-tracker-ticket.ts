// Request Tracker 5: what its REST2 interface says of a ticket, and the conversation that it means.
import { z } from 'zod';
import type { Status } from '#db/model/conversation.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';

const idText = z.union([z.string(), z.number()]).transform(String);
const reference = z.object({ id: idText });
const time = z.string().transform((text, context): Instant => {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

export const transactionShape = z.object({
  id: idText,
  Type: z.string(),
  Creator: reference,
  Created: time,
  Field: z.string().nullish(),
  OldValue: z.string().nullish(),
  NewValue: z.string().nullish(),
  ObjectId: idText.nullish(),
});
export type RtTransaction = z.infer<typeof transactionShape>;

export const ticketShape = z.object({
  id: idText,
  Subject: z.string().nullish(),
  Status: z.string(),
  Created: time,
  Queue: reference,
  Requestor: z.array(reference).default([]),
});
export type RtTicket = z.infer<typeof ticketShape>;

export const attachmentShape = z.object({
  id: idText,
  ContentType: z.string().nullish(),
  Content: z.string().nullish(),
  Headers: z.string().nullish(),
});

/** A ticket with everything that was said in it. `asked` is the id it was asked for by: another one where it was merged. */
export type RtItem = {
  readonly asked: string;
  readonly ticket: RtTicket;
  readonly queue: string;
  readonly history: readonly RtTransaction[];
  /** Texts by transaction, for those that carry one. */
  readonly texts: ReadonlyMap<string, RtText>;
  /** Users that may work in Request Tracker, of all that occur here. */
  readonly privileged: ReadonlySet<string>;
};
export type RtText = { readonly text: string; readonly headers: string };

/** Transactions that say something to somebody. The rest is changes of fields, and records of mail that was sent. */
export const spokenTypes: ReadonlySet<string> = new Set(['Create', 'Correspond', 'Comment']);

const system = 'RT_System';
const statusOf: Readonly<Record<string, Status>> = {
  new: 'open',
  open: 'open',
  stalled: 'pending',
  resolved: 'solved',
  rejected: 'closed',
  deleted: 'closed',
};

function actorOf({ ticket, privileged }: RtItem, transaction: RtTransaction): FetchedMessage['actor'] {
  const creator = transaction.Creator.id;
  const isRequestor = ticket.Requestor.some(({ id }) => id === creator);
  if (creator === system) return 'system';
  if (isRequestor) return 'customer';
  // Somebody of ours who opens a ticket for a customer writes down what the customer said.
  if (transaction.Type === 'Create' && ticket.Requestor.length > 0) return 'customer';
  return privileged.has(creator) ? 'agent' : 'customer';
}

/** Mail that says of itself that no person wrote it. */
function isAutomatic(headers: string): boolean {
  return /^auto-submitted:\s*(?!no\b)\S/im.test(headers) || /^precedence:\s*(?:bulk|junk|auto_reply)/im.test(headers);
}

function toMessage(item: RtItem, transaction: RtTransaction): FetchedMessage {
  const spoken = item.texts.get(transaction.id);
  const actor = actorOf(item, transaction);
  const customer = item.ticket.Requestor[0]?.id ?? null;
  const author = actor === 'customer' && transaction.Type === 'Create' ? (customer ?? transaction.Creator.id) : transaction.Creator.id;
  return {
    externalId: transaction.id,
    at: transaction.Created,
    actor: isAutomatic(spoken?.headers ?? '') ? 'system' : actor,
    author,
    authorName: actor === 'agent' ? transaction.Creator.id : null,
    visibility: transaction.Type === 'Comment' ? 'private' : 'public',
    kind: isAutomatic(spoken?.headers ?? '') ? 'auto_reply' : 'message',
    text: spoken?.text ?? '',
    inReplyTo: null,
    deletedAt: null,
  };
}

function toChanges(item: RtItem): FetchedConversation['statusChanges'] {
  return item.history
    .filter(({ Type, Field }) => Type === 'Status' || (Type === 'Set' && Field === 'Status'))
    .map((transaction) => {
      const creator = transaction.Creator.id;
      const by = creator === system ? 'system' : item.privileged.has(creator) ? 'agent' : 'customer';
      return { at: transaction.Created, status: statusOf[transaction.NewValue ?? ''] ?? 'open', by } as const;
    });
}

/** The conversation of a ticket. A ticket that was merged keeps its own record, which says into which. */
export function toRtConversation(item: RtItem): FetchedConversation {
  const { asked, ticket, history } = item;
  const status = statusOf[ticket.Status];
  if (status === undefined && ticket.Status === '') throw new AppError('invalid', `ticket ${asked}: has no status`);
  const isMerged = asked !== ticket.id;
  return {
    coverage: 'whole',
    externalId: asked,
    channel: 'email',
    subject: ticket.Subject ?? null,
    openedAt: ticket.Created,
    // Queues may have statuses of their own; what is neither solved nor closed is still ours to do.
    status: status ?? 'open',
    statusChanges: isMerged ? [] : toChanges(item),
    customer: ticket.Requestor[0]?.id ?? null,
    languageHint: null,
    category: null,
    team: item.queue,
    country: null,
    tags: [],
    exclusion: isMerged ? 'merged_into' : ticket.Status === 'deleted' ? 'deleted' : null,
    mergedInto: isMerged ? ticket.id : null,
    isComplaint: false,
    // The messages of a merged ticket are told by the ticket that survived.
    messages: isMerged ? [] : history.filter(({ Type }) => spokenTypes.has(Type)).map((transaction) => toMessage(item, transaction)),
    ratings: [],
  };
}
