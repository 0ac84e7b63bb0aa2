// The desk of scoring: says what scores now, by which taxonomy, and scores stored messages anew in the background.
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { ScoringDesk } from '#db/model/scoring-desk.ts';
import { readModelCards } from './model-cards.ts';
import { rescore } from './rescore.ts';
import type { Scorers } from './scores/index.ts';
import { lateChanges } from './taxonomy/late-changes.ts';
import { findTaxonomyRecords, openTaxonomyCard } from './taxonomy/taxonomy-card.ts';
import type { TaxonomyTrainer } from './taxonomy/taxonomy-trainer.ts';

export type ScoringParts = {
  readonly db: Db;
  readonly keys: Keys;
  readonly scorers: () => Promise<Scorers>;
  readonly clock: () => Instant;
  /** Stops what was begun here, between two batches. */
  readonly signal: AbortSignal;
  readonly onFailure?: ((reason: string) => void) | undefined;
  /** Default: in a thread of its own. */
  readonly trainer?: TaxonomyTrainer;
};

export type OpenScoring = ScoringDesk & {
  /** Resolves when nothing runs any more. */
  readonly settled: () => Promise<void>;
};

/** So few at a time that nobody waits for a page: about a twentieth of a second. */
const batchSize = 15;

export function openScoringDesk({ db, keys, scorers, clock, signal, onFailure, trainer }: ScoringParts): OpenScoring {
  let running: Promise<void> | null = null;
  return {
    version: async () => (await scorers()).version,
    taxonomy: openTaxonomyCard(db),
    taxonomies: () => findTaxonomyRecords(db),
    changes: lateChanges({ db, clock, trainer }),
    begin: async ({ isAll }) => {
      if (running !== null) throw new AppError('conflict', 'messages are being scored already; wait for the end');
      const work = async () => {
        await rescore({ db, scorers: await scorers(), clock, isAll, signal, batchSize });
      };
      running = work()
        .catch((error: unknown) => {
          // Stopping the house is no failure; the place is stored, and the next run goes on from it.
          if (!signal.aborted) onFailure?.(failureReason(error));
        })
        .finally(() => {
          running = null;
        });
    },
    isRunning: () => running !== null,
    redact: async (text) => (await import('./stages/redact.ts')).redactText(text).text,
    soleMention: async (text) => (await import('./own-address.ts')).soleMention(text, keys),
    cards: readModelCards,
    settled: async () => {
      await running;
    },
  };
}
