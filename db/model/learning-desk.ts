// What the rooms tell each other of learning: a model being taught in the background, how the last run ended, and putting versions in force.
import type { Instant } from './instant.ts';
import type { TaughtField } from './learning.ts';

/** Who orders it, as the audit log tells it. */
export type LearningDoer = { readonly actor: string; readonly role?: string | null; readonly address?: string | null };

export const teachStages = ['reading', 'fitting', 'measuring'] as const;
export type TeachStage = (typeof teachStages)[number];

export type LearningRun = {
  readonly field: TaughtField;
  readonly startedAt: Instant;
  readonly stage: TeachStage;
  readonly done: number;
  readonly total: number;
};

export type LearningEnd =
  | { readonly kind: 'taught'; readonly version: number; readonly isLive: boolean }
  | { readonly kind: 'too-few'; readonly taught: number; readonly heldOut: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string };

export type LastLearning = LearningEnd & { readonly field: TaughtField; readonly at: Instant };

export type LearningDesk = {
  /** Conversations that have to be labelled at least: to learn from, and of customers held out. */
  readonly needs: { readonly taught: number; readonly heldOut: number };
  readonly running: () => LearningRun | null;
  /** How the last run of a field in this server ended; null where there was none. */
  readonly last: (field: TaughtField) => LastLearning | null;
  /** Begins in the background; `conflict` while one runs here. */
  readonly begin: (order: { readonly field: TaughtField; readonly goLive: 'better' | 'never'; readonly by: LearningDoer }) => void;
  /** Stops the run; nothing of it is kept. Nothing happens where none runs. */
  readonly stop: () => void;
  /** Puts a version in force, 0: the shipped model. `not_found`, or `conflict` where it is in force already. */
  readonly choose: (order: { readonly field: TaughtField; readonly version: number; readonly by: LearningDoer }) => Promise<void>;
};
