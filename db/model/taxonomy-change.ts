// What the rooms tell each other of changing a taxonomy: the draft, its faults, how it differs, what it would make of conversations, where removed leaves go.
import type { Instant } from './instant.ts';
import type { TaxonomyEntry, TaxonomyNames, TaxonomyRecord } from './scoring-desk.ts';

/** What a leaf that goes away becomes: another leaf, or `other`. */
export type CategoryMove = { readonly was: string; readonly becomes: string };

type Spoken = Readonly<Record<string, readonly string[]>>;

export type TaxonomyLeaf = TaxonomyEntry & { readonly definitions: TaxonomyNames; readonly keywords: Spoken; readonly examples: Spoken };

/** A taxonomy in full, as its file holds it. */
export type TaxonomyDocument = {
  readonly id: string;
  readonly version: number;
  readonly groups: readonly TaxonomyEntry[];
  readonly leaves: readonly TaxonomyLeaf[];
};

export type TaxonomyFault = {
  /** Counted from 1. */
  readonly line: number;
  /** Such as `leaf "parcel.late", keywords, en`; null for the file as a whole. */
  readonly place: string | null;
  readonly reason: string;
};

/** Words of a leaf that stayed: how many keywords and examples came and went, and whether its definition is another. */
export type ChangedWords = {
  readonly id: string;
  readonly names: TaxonomyNames;
  readonly hasNewDefinition: boolean;
  readonly keywordsAdded: readonly string[];
  readonly keywordsRemoved: readonly string[];
  readonly examplesAdded: number;
  readonly examplesRemoved: number;
};

/** A leaf that was moved into another group has another id, and is neither among the added nor among the removed. */
export type TaxonomyDiff = {
  readonly added: readonly TaxonomyEntry[];
  readonly removed: readonly TaxonomyEntry[];
  readonly moved: readonly { readonly was: TaxonomyEntry; readonly becomes: TaxonomyEntry }[];
  /** Leaves and groups with the same id and other names. */
  readonly renamed: readonly { readonly id: string; readonly was: TaxonomyNames; readonly becomes: TaxonomyNames }[];
  readonly changed: readonly ChangedWords[];
};

export type TaxonomyDraft = {
  readonly document: TaxonomyDocument;
  readonly isShipped: boolean;
  /** The version that it is to bring back; null for one that was written. */
  readonly ofVersion: number | null;
  readonly savedAt: Instant;
  /** User id or command. */
  readonly savedBy: string;
  readonly diff: TaxonomyDiff;
  /** Every leaf that would go away, with where it might go; null where nobody can guess. */
  readonly leaving: readonly { readonly was: TaxonomyEntry; readonly becomes: string | null }[];
};

export type TaxonomyState = {
  /** 0: the shipped one, which nobody has ever changed. */
  readonly version: number;
  readonly isShipped: boolean;
  readonly document: TaxonomyDocument;
  /** Newest first. */
  readonly versions: readonly (TaxonomyRecord & { readonly moves: readonly CategoryMove[] })[];
  readonly draft: TaxonomyDraft | null;
};

export type TrialMove = {
  /** Null: without a category. */
  readonly from: string | null;
  readonly to: string | null;
  readonly n: number;
  /** Redacted, the beginning of what customers wrote first. */
  readonly quotes: readonly { readonly conversationId: number; readonly text: string }[];
};

export type TaxonomyTrial = {
  readonly conversations: number;
  /** Those that the draft leaves where they are. */
  readonly same: number;
  /** Those that it could not place, or put into `other`. */
  readonly without: number;
  /** Conversations whose source says a category itself, which figures go by whatever is scored. */
  readonly withOwn: number;
  /** Most frequent first. */
  readonly moves: readonly TrialMove[];
  /** Categories that the shipped model goes on serving; 0 where the draft is no edited copy of the shipped taxonomy. */
  readonly inherited: number;
  /** Share right of examples that the model had not seen, and how many; null where there are too few to tell. */
  readonly unseen: { readonly n: number; readonly accuracy: number } | null;
};

/** `basedOn`, `savedAt`: what the person saw, so that nothing is applied that nobody looked at. */
export type TaxonomyOrder = {
  readonly basedOn: number;
  readonly savedAt: Instant;
  readonly moves: readonly CategoryMove[];
  readonly by: string;
};

export type TaxonomyChanges = {
  readonly read: () => Promise<TaxonomyState>;
  /** Stores a draft that has no fault; gives the faults of one that has, and stores nothing. */
  readonly saveDraft: (given: { readonly text: string; readonly by: string }) => Promise<readonly TaxonomyFault[]>;
  /** Makes an earlier version the draft; 0 is the shipped one. `conflict` where there is a draft already. */
  readonly takeUp: (given: { readonly version: number; readonly by: string }) => Promise<void>;
  readonly discard: () => Promise<void>;
  /** What the draft would make of the newest thousand conversations; `conflict` while another is learned. */
  readonly tryDraft: () => Promise<TaxonomyTrial>;
  /** Puts the draft in force and gives its number. `invalid` where a leaf that goes away has no way to go, `conflict` where something moved meanwhile. */
  readonly apply: (order: TaxonomyOrder) => Promise<{ readonly version: number; readonly id: string }>;
};
