// GitHub: what it says of an issue and its comments, and the conversation that they mean.
import { z } from 'zod';
import type { Status } from '#db/model/conversation.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { isoTime } from './iso-time.ts';
import { isStaff, type StaffMember } from './staff-list.ts';

// A user who was deleted is null, or "ghost".
const userShape = z.object({ id: z.number().int(), login: z.string(), type: z.string().nullish() }).nullish();

const spokenShape = z.object({
  id: z.number().int(),
  user: userShape,
  body: z.string().nullish(),
  created_at: isoTime,
  updated_at: isoTime,
  author_association: z.string().nullish(),
  performed_via_github_app: z.unknown().optional(),
});
export const commentShape = spokenShape;

export const issueShape = spokenShape.extend({
  number: z.number().int(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  closed_at: isoTime.nullish(),
  comments: z.number().int().default(0),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string().nullish() }).transform(({ name }) => name ?? '')])).default([]),
  pull_request: z.unknown().optional(),
});

export const eventShape = z.object({
  event: z.string(),
  created_at: isoTime,
  actor: userShape,
  state_reason: z.string().nullish(),
});

export type GithubItem = {
  /** The number of the repository that GitHub gave it: its name may change. */
  readonly repository: number;
  readonly issue: z.infer<typeof issueShape>;
  readonly comments: readonly z.infer<typeof commentShape>[];
  /** Closings and reopenings. */
  readonly events: readonly z.infer<typeof eventShape>[];
};

type Spoken = z.infer<typeof spokenShape>;
type Staff = readonly StaffMember[];

export const githubId = (repository: number, number: number | string): string => `${repository}#${number}`;

const ours: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

function actorOf({ user, author_association, performed_via_github_app, created_at }: Spoken, staff: Staff): FetchedMessage['actor'] {
  if (user?.type === 'Bot' || performed_via_github_app != null) return 'bot';
  const isListed = user != null && isStaff(staff, String(user.id), created_at);
  return isListed || ours.has(author_association ?? '') ? 'agent' : 'customer';
}

/** Markdown as it was written, without the hints of a template that nobody sees. */
function spokenText(body: string | null | undefined): string {
  return (body ?? '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll('\r\n', '\n')
    .trim();
}

function toMessage(spoken: Spoken, externalId: string, staff: Staff): FetchedMessage {
  const actor = actorOf(spoken, staff);
  return {
    externalId,
    at: spoken.created_at,
    actor,
    author: spoken.user == null ? null : String(spoken.user.id),
    authorName: actor === 'agent' ? (spoken.user?.login ?? null) : null,
    visibility: 'public',
    kind: 'message',
    text: spokenText(spoken.body),
    inReplyTo: null,
    deletedAt: null,
  };
}

function closedAs(reason: string | null | undefined): Status {
  return reason === 'not_planned' || reason === 'duplicate' ? 'closed' : 'solved';
}

function toChanges({ issue, events }: GithubItem, isCustomers: boolean): FetchedConversation['statusChanges'] {
  return events
    .filter(({ event }) => event === 'closed' || event === 'reopened')
    .map(({ event, created_at, actor, state_reason }) => {
      const isOpener = isCustomers && actor != null && actor.id === issue.user?.id;
      return {
        at: created_at,
        status: event === 'closed' ? closedAs(state_reason) : 'open',
        by: actor == null || actor.type === 'Bot' ? 'system' : isOpener ? 'customer' : 'agent',
      } as const;
    });
}

/** One conversation for an issue; none where no customer speaks: our own lists of work are no feedback. */
export function toGithubConversations(item: GithubItem, staff: Staff): FetchedConversation[] {
  const { repository, issue, comments } = item;
  const first = toMessage(issue, `issue:${issue.id}`, staff);
  const messages = [first, ...comments.map((comment) => toMessage(comment, String(comment.id), staff))];
  const asking = messages.find(({ actor }) => actor === 'customer');
  if (asking === undefined) return [];
  const openedAt: Instant | null = asking.at;
  return [
    {
      coverage: 'whole',
      externalId: githubId(repository, issue.number),
      channel: 'github',
      subject: issue.title,
      openedAt,
      status: issue.state === 'open' ? 'open' : closedAs(issue.state_reason),
      statusChanges: toChanges(item, first.actor === 'customer'),
      customer: asking.author,
      languageHint: null,
      category: null,
      team: null,
      country: null,
      tags: issue.labels.filter((label) => label !== ''),
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages,
      ratings: [],
    },
  ];
}
