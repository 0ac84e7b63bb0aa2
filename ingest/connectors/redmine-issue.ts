// Redmine: what its interface says of an issue and its journal, and the conversation that it means.
import { z } from 'zod';
import type { Closer, Status } from '#db/model/conversation.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { idText, isoTime } from './vendor-shapes.ts';

const named = z.object({ id: idText, name: z.string().default('') });

const journalShape = z.object({
  id: idText,
  user: named.nullish(),
  notes: z.string().nullish(),
  private_notes: z.boolean().nullish(),
  created_on: isoTime,
  details: z.array(z.object({ property: z.string(), name: z.string(), new_value: z.string().nullish() })).default([]),
});
type Journal = z.infer<typeof journalShape>;

export const redmineIssueShape = z.object({
  id: idText,
  subject: z.string().nullish(),
  description: z.string().nullish(),
  is_private: z.boolean().nullish(),
  project: named,
  tracker: named.nullish(),
  status: named,
  category: named.nullish(),
  author: named,
  created_on: isoTime,
  closed_on: isoTime.nullish(),
  attachments: z.array(z.unknown()).default([]),
  journals: z.array(journalShape).default([]),
});
export type RedmineIssue = z.infer<typeof redmineIssueShape>;

export type RedmineItem = {
  readonly issue: RedmineIssue;
  /** Numbers of statuses in which an issue counts as closed. */
  readonly closed: ReadonlySet<string>;
  /** Whether a user was one of us at a time. */
  readonly isOurs: (userId: string, at: number) => boolean;
};

type Writer = { readonly id: string; readonly name: string };

function authored({ isOurs }: RedmineItem, writer: Writer | null | undefined, at: number) {
  if (writer == null) return { actor: 'system' as const, author: null, authorName: null };
  const isAgent = isOurs(writer.id, at);
  return {
    actor: isAgent ? ('agent' as const) : ('customer' as const),
    author: writer.id,
    authorName: isAgent ? writer.name || null : null,
  };
}

function toMessages(item: RedmineItem): FetchedMessage[] {
  const { id, description, author, created_on, attachments, journals } = item.issue;
  const isBare = (description ?? '').trim() === '' && attachments.length > 0;
  const opening: FetchedMessage = {
    externalId: `issue:${id}`,
    at: created_on,
    ...authored(item, author, created_on),
    visibility: 'public',
    kind: isBare ? 'attachment' : 'message',
    text: description ?? '',
    inReplyTo: null,
    deletedAt: null,
  };
  const notes = journals
    .filter((journal) => (journal.notes ?? '').trim() !== '')
    .map(
      (journal): FetchedMessage => ({
        externalId: journal.id,
        at: journal.created_on,
        ...authored(item, journal.user, journal.created_on),
        visibility: journal.private_notes === true ? 'private' : 'public',
        kind: 'message',
        text: journal.notes ?? '',
        inReplyTo: null,
        deletedAt: null,
      }),
    );
  return [opening, ...notes];
}

function statusSet(journal: Journal): string | null {
  return journal.details.find(({ property, name }) => property === 'attr' && name === 'status_id')?.new_value ?? null;
}

/** Only closing and opening again count; the names of the steps between are each company's own. */
function toChanges(item: RedmineItem): FetchedConversation['statusChanges'] {
  const { journals, closed_on, status } = item.issue;
  const changes: FetchedConversation['statusChanges'] = [];
  let before: Status = 'open';
  for (const journal of journals) {
    const to = statusSet(journal);
    if (to === null) continue;
    const next: Status = item.closed.has(to) ? 'solved' : 'open';
    if (next === before) continue;
    const { actor } = authored(item, journal.user, journal.created_on);
    const by: Closer = actor === 'system' ? 'system' : actor;
    changes.push({ at: journal.created_on, status: next, by });
    before = next;
  }
  // An issue may be closed from its first moment on, which no journal tells.
  const isClosed = item.closed.has(status.id);
  return changes.length === 0 && isClosed && closed_on != null ? [{ at: closed_on, status: 'solved', by: 'agent' }] : changes;
}

export function toRedmineConversation(item: RedmineItem): FetchedConversation {
  const { issue, closed, isOurs } = item;
  const { author, created_on, category, tracker, project } = issue;
  return {
    coverage: 'whole',
    externalId: issue.id,
    channel: 'web',
    subject: issue.subject ?? null,
    openedAt: created_on,
    status: closed.has(issue.status.id) ? 'solved' : 'open',
    statusChanges: toChanges(item),
    customer: isOurs(author.id, created_on) ? null : author.id,
    languageHint: null,
    category: category?.name.slice(0, 128) || null,
    team: project.name.slice(0, 128) || null,
    country: null,
    tags: tracker == null || tracker.name === '' ? [] : [tracker.name.slice(0, 128)],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages: toMessages(item),
    ratings: [],
  };
}
