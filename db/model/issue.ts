// The words of recurring issues: what several customers tell of the same problem, how it stands, and who placed what where.
import type { Instant } from './instant.ts';

/** From found to closed loop; `watched`: everybody was told, and we look whether it comes back. */
export const issueStates = ['new', 'accepted', 'with-product', 'fixed', 'told', 'watched'] as const;
export type IssueState = (typeof issueStates)[number];

export const placers = ['machine', 'person'] as const;
export type Placer = (typeof placers)[number];

/** Why a conversation belongs to no issue: nothing to read, praise or spam, like no other, or a person took it out. */
export const apartReasons = ['empty', 'aside', 'alone', 'taken-out'] as const;
export type ApartReason = (typeof apartReasons)[number];

export const issueActions = [
  'born',
  'renamed',
  'merged',
  'split',
  'moved',
  'ignored',
  'restored',
  'state',
  'owner',
  'target',
  'link',
  'fixed',
  'told',
  'regrouped',
] as const;
export type IssueAction = (typeof issueActions)[number];

/** What people say of an alert once they have looked. */
export const alertVerdicts = ['real', 'false'] as const;
export type AlertVerdict = (typeof alertVerdicts)[number];

/** Whether the customer of a fixed issue knows of the fix. */
export const toldStates = ['to-tell', 'told'] as const;
export type ToldState = (typeof toldStates)[number];

/** A message that speaks for its issue; its text is read where it is stored, never copied. */
export type Exemplar = { readonly conversationId: number; readonly message: string };

export type Issue = {
  readonly id: string;
  readonly label: string;
  readonly labelBy: Placer;
  readonly summary: string;
  readonly exemplars: readonly Exemplar[];
  /** Centres in the space of messages, packed; the first is the machine's, the others come from what people moved in. */
  readonly centres: readonly string[];
  /** What people took out, packed: a message nearer to one of these does not belong here. */
  readonly repelled: readonly string[];
  readonly isIgnored: boolean;
  /** Where its messages went; null while it stands. */
  readonly mergedInto: string | null;
  readonly state: IssueState;
  readonly stateAt: Instant;
  readonly owner: string | null;
  readonly targetDay: string | null;
  readonly link: string | null;
  readonly fixedIn: string | null;
  readonly fixedAt: Instant | null;
  readonly bornAt: Instant;
  readonly updatedAt: Instant;
};

/** One conversation and the issue that it belongs to. */
export type IssueMember = {
  readonly conversationId: number;
  readonly issueId: string | null;
  /** Likeness to the issue, -1 to 1; null where nothing was compared. */
  readonly score: number | null;
  readonly placedBy: Placer;
  readonly placedAt: Instant;
  /** Revision of the conversation that was read. */
  readonly revision: number;
  readonly apart: ApartReason | null;
  /** The first posting of the same complaint; null for a first one. */
  readonly copyOf: number | null;
  /** Who speaks: the same for all postings of one complaint and for all conversations of one customer. */
  readonly voice: string;
  readonly message: string | null;
  readonly textHash: string | null;
  readonly arrivedAt: Instant | null;
  readonly version: string | null;
  /** Substantive replies of ours: what the cost is reckoned from. */
  readonly replies: number;
  readonly toldAt: Instant | null;
};
