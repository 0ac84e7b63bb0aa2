// What the rooms tell each other of tickets: the repository they are made in, and the desk that makes them and reads back how they stand.
import type { IssueTicket } from './issue-outcome.ts';

/** `url`: the address of the interface; another one only for a GitHub of one's own. */
export type TicketPlace = { readonly repository: string; readonly url: string };

export type TicketOrder = {
  readonly issueId: string;
  readonly title: string;
  /** Markdown; the desk adds the mark by which the ticket is found again. */
  readonly body: string;
  readonly actor: string;
};

export type TicketDesk = {
  /** Null where none was named yet. The token is never told again. */
  readonly place: () => Promise<TicketPlace | null>;
  /** Tries the repository first; a token of null keeps the one that is there. `invalid` with the reason where GitHub refuses. */
  readonly savePlace: (place: TicketPlace & { readonly token: string | null }) => Promise<TicketPlace>;
  readonly forgetPlace: () => Promise<void>;
  /** The ticket of an issue: the one that is there, the one whose making was cut off, or a new one. Never two. */
  readonly make: (order: TicketOrder) => Promise<IssueTicket>;
  /** Reads how tickets stand, of these issues or of all that are watched; gives how many could be asked. */
  readonly check: (issueIds: readonly string[] | null) => Promise<number>;
};
