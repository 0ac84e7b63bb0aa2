// What the rooms tell each other of scoring: the scorers of now, the taxonomy in force, and the desk that scores stored messages anew.
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import type { TaxonomyChanges } from './taxonomy-change.ts';

export const taxonomyLanguages = ['zh', 'en', 'fr', 'de'] as const;
export type TaxonomyLanguage = (typeof taxonomyLanguages)[number];
export type TaxonomyNames = Readonly<Record<TaxonomyLanguage, string>>;

export type TaxonomyEntry = { readonly id: string; readonly names: TaxonomyNames };

/** The taxonomy in force as screens need it. */
export type TaxonomyCard = {
  readonly id: string;
  /** Counts what was applied here; 0: the shipped one, which nobody has ever changed. */
  readonly version: number;
  readonly isShipped: boolean;
  readonly groups: readonly TaxonomyEntry[];
  readonly leaves: readonly (TaxonomyEntry & { readonly definitions: TaxonomyNames })[];
  /** Leaves and groups of earlier taxonomies and of the shipped one: conversations may still carry them. */
  readonly former: readonly TaxonomyEntry[];
};

/** One line of the history of taxonomies. */
export type TaxonomyRecord = {
  readonly version: number;
  readonly id: string;
  readonly isShipped: boolean;
  readonly leaves: number;
  readonly appliedAt: Instant;
  readonly appliedBy: string;
};

export type ScoringDesk = {
  /** The versions of the scorers of now, as conversations carry them. Opens the models where nothing has yet. */
  readonly version: () => Promise<string>;
  readonly taxonomy: () => Promise<TaxonomyCard>;
  /** What was applied here, newest first. */
  readonly taxonomies: () => Promise<readonly TaxonomyRecord[]>;
  /** Drafts, trials, and putting a taxonomy in force. */
  readonly changes: TaxonomyChanges;
  /** Begins to score stored messages anew in the background, or goes on where a run stopped; `conflict` while one runs here. */
  readonly begin: (order: { readonly isAll: boolean }) => Promise<void>;
  readonly isRunning: () => boolean;
  /** What somebody typed beside a score, without the secrets that it may hold. */
  readonly redact: (text: string) => Promise<string>;
  /** The one thing that a text mentions and that conversations may be tied together by; `invalid` where it is none, or more. */
  readonly soleMention: (text: string) => Promise<Mention>;
  /** The cards of the shipped models, Markdown as it is: what they were taught with and how good they are. */
  readonly cards: () => Promise<readonly { readonly id: string; readonly text: string }[]>;
};
