// The words of what comes of issues: answers for a public FAQ, and tickets in a tracker of developers.
import type { Instant } from './instant.ts';

/** `dismissed`: a person said that it is nothing for the FAQ. */
export const faqStates = ['candidate', 'published', 'dismissed'] as const;
export type FaqState = (typeof faqStates)[number];

/** `gone`: deleted there, moved elsewhere, or hidden from us now. */
export const ticketStates = ['open', 'closed', 'gone'] as const;
export type TicketState = (typeof ticketStates)[number];

export type FaqEntry = {
  readonly issueId: string;
  readonly state: FaqState;
  readonly link: string | null;
  readonly publishedAt: Instant | null;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
};

export type FaqText = {
  readonly issueId: string;
  readonly language: string;
  readonly question: string;
  readonly answer: string;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
};

export type IssueTicket = {
  readonly issueId: string;
  readonly repository: string;
  readonly marker: string;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly number: number | null;
  readonly url: string | null;
  readonly state: TicketState | null;
  readonly stateReason: string | null;
  readonly closedAt: Instant | null;
  readonly checkedAt: Instant | null;
};
