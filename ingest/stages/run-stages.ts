// The stages one after another: normalise -> redact -> language -> score. What they make of a conversation is ready to be stored.
import { customerKey, type Keys, mentionKey } from '#db/keys.ts';
import type { IncomingConversation } from '#db/model/conversation.ts';
import { AppError } from '#db/model/errors.ts';
import type { ScoredConversation } from '#db/model/scored.ts';
import { isStoredAs, type StoredHashes } from '#db/store/content-hash.ts';
import type { StoredIncoming } from '#db/store/stored-incoming.ts';
import type { FetchedConversation } from '../fetched.ts';
import { normaliseInPortions } from '../normalise.ts';
import type { Scorers } from '../scores/index.ts';
import { joinInPortions } from './join-stored.ts';
import type { LanguageDetector } from './language.ts';
import { inTurns, type Portions } from './portions.ts';
import { openRecalling } from './recalling.ts';
import { type RedactionKeys, redactInPortions } from './redact-conversation.ts';
import { scoreInPortions } from './scored.ts';
import { detectInPortions } from './spoken.ts';

/** A conversation that a stage could not take; the id is as its source gave it, and not to be stored. */
export type RefusedConversation = { readonly externalId: string; readonly stage: string; readonly reason: string };

/** Nothing is written of a conversation that holds nothing new, so that it needs no scores. */
export type Taken = IncomingConversation | ScoredConversation;

/** What went through all stages, and what did not with the reason. */
export type Prepared = {
  readonly ready: readonly Taken[];
  readonly refused: readonly RefusedConversation[];
  /** Ids, as their source gave them, of ready conversations that are stored under another. */
  readonly renamed: readonly string[];
  /** Messages that some scorer choked on; they are ready all the same, without its score. */
  readonly unscored: number;
};

export type StageOrder = {
  readonly sourceId: string;
  readonly fetched: readonly FetchedConversation[];
  /** What is stored of conversations that come in part, by the id under which it is stored. */
  readonly stored: ReadonlyMap<string, StoredIncoming>;
  /** What is stored as it comes is not scored again. Empty: everything is scored. */
  readonly known: StoredHashes;
};

/** Whoever runs the stages: this thread, or another. */
export type Stages = {
  /** Unpacks what messages in these languages are scored with, in turns with others: else the first of them wait for it. */
  readonly open: (languages: readonly string[]) => Promise<void>;
  readonly run: (order: StageOrder) => Promise<Prepared>;
  /** Others are asked from now on; whoever is in the middle of something may finish it. */
  readonly retire: () => void;
  /** Lets go of what was opened, after what is under way. */
  readonly close: () => Promise<void>;
};

export type StageParts = { readonly keys: Keys; readonly detector: LanguageDetector; readonly scorers: Scorers };

/** How a source's ids and mentions become keys. */
export const redactionKeys = (keys: Keys, sourceId: string): RedactionKeys => ({
  keyOf: (vendorId) => customerKey(keys, sourceId, vendorId),
  mentionKeyOf: (kind, value) => mentionKey(keys, kind, value),
});

/** The stages by name, for dead letters. Their types tell the order: fetched, redacted, spoken, scored. */
type Stage = 'normalise' | 'redact' | 'language' | 'score';

/** Runs the stages in this thread: a large page takes seconds of thinking, and whoever asks for something meanwhile is answered between its portions. */
export function openStages({ keys, detector, scorers }: StageParts): Stages {
  const recalling = openRecalling({ detector, scorers });

  function* runInPortions({ sourceId, fetched, stored, known }: StageOrder): Portions<Prepared> {
    const authorKeys = redactionKeys(keys, sourceId);
    const ready: Taken[] = [];
    let unscored = 0;
    const refused: RefusedConversation[] = [];
    const renamed: string[] = [];
    for (const conversation of fetched) {
      let stage: Stage = 'normalise';
      // A whole conversation is read once; only what comes piece by piece is read again and again.
      const asked = conversation.coverage === 'part' ? recalling : { detector, scorers };
      try {
        const normalised = yield* normaliseInPortions(conversation);
        stage = 'redact';
        const fresh = yield* redactInPortions(normalised, authorKeys);
        const before = normalised.coverage === 'part' ? stored.get(fresh.externalId) : undefined;
        const redacted = before === undefined ? fresh : yield* joinInPortions(fresh, before, recalling.redact);
        stage = 'language';
        const spoken = yield* detectInPortions(redacted, asked.detector);
        stage = 'score';
        if (isStoredAs(known, spoken)) ready.push(spoken);
        else {
          const scored = yield* scoreInPortions(spoken, asked.scorers);
          unscored += scored.failures;
          ready.push(scored.conversation);
        }
        if (fresh.externalId !== conversation.externalId) renamed.push(conversation.externalId);
      } catch (error) {
        refused.push({ externalId: conversation.externalId, stage, reason: reasonOf(error, stage) });
      }
    }
    return { ready, refused, renamed, unscored };
  }

  return {
    open: async (languages) => {
      for (const language of languages) await inTurns(scorers.open(language));
    },
    run: (order) => inTurns(runInPortions(order)),
    retire: () => undefined,
    close: async () => undefined,
  };
}

/**
 * The same stages for pages that wait for each other: read at once, the first would be ready no sooner than the last. More threads than one
 * read a file no faster on two cores, since what stores the pages needs one of them.
 */
export function oneAtATime(stages: Stages): Stages {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...stages,
    run: (order) => {
      const own = last.then(() => stages.run(order));
      last = own.catch(() => undefined);
      return own;
    },
  };
}

/** Only our own errors are written for people; any other message might quote the text that caused it. */
function reasonOf(error: unknown, stage: Stage): string {
  if (error instanceof AppError) return error.message;
  return `the stage ${stage} failed (${error instanceof Error ? error.name : 'unknown error'})`;
}
