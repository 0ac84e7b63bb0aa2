// What the rooms tell each other of issues: edits that teach the grouping need the space of messages, which only one room has.
import type { Instant } from './instant.ts';

export type IssueMove = {
  /** Row ids of conversations. */
  readonly conversations: readonly number[];
  /** Null: they belong to no issue. */
  readonly to: string | null;
  readonly actor: string;
};

export type IssueDesk = {
  /** Conversations go to another issue or to none; their likes follow. */
  readonly move: (move: IssueMove) => Promise<void>;
  /** Conversations of an issue become one of their own; gives its id. */
  readonly split: (
    issueId: string,
    split: { readonly conversations: readonly number[]; readonly label: string | null; readonly actor: string },
  ) => Promise<string>;
  /** Everything of `from` becomes part of `into`. */
  readonly merge: (merge: { readonly from: string; readonly into: string; readonly actor: string }) => Promise<void>;
  /** Places what is new; resolves when it is done. */
  readonly placeNew: () => Promise<void>;
  readonly lastPlacedAt: () => Instant | null;
};
