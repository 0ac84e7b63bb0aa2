// What the rooms tell each other of issues: edits that teach the grouping need the space of messages, which only one room has.
import type { Instant } from './instant.ts';

export type IssueMove = {
  /** Row ids of conversations. */
  readonly conversations: readonly number[];
  /** Null: they belong to no issue. */
  readonly to: string | null;
  readonly actor: string;
};

export const regroupSteps = ['reading', 'grouping', 'writing'] as const;
export type RegroupStep = (typeof regroupSteps)[number];

export type Regrouped = {
  readonly conversations: number;
  readonly issues: number;
  /** Conversations whose issue is another one now. */
  readonly moved: number;
  readonly born: readonly string[];
  readonly splits: readonly { readonly from: string; readonly into: string }[];
  readonly merges: readonly { readonly from: string; readonly into: string }[];
  /** Issues of which no group was found any more; they stay, without messages that the machine had placed. */
  readonly faded: readonly string[];
  /** Names of all issues that are told of here. */
  readonly labels: Readonly<Record<string, string>>;
};

/** A grouping anew that was begun in this process, or that ended in it. */
export type Regrouping = {
  /** Everything is worked out and nothing is kept. */
  readonly isPreview: boolean;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly step: RegroupStep;
  readonly done: number;
  readonly total: number;
  readonly result: Regrouped | null;
  /** Why it failed; null while it runs and where it did not. */
  readonly reason: string | null;
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
  /** Begins to group everything anew, or to work out what that would change; `conflict` while that is under way. */
  readonly beginRegroup: (order: { readonly isPreview: boolean }) => void;
  /** The one under way, else the last; null where none was begun since the start. */
  readonly regrouping: () => Regrouping | null;
};
