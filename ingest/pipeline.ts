// The sentence of the house: normalise -> redact -> language -> score -> store, and the store derives the facts.
import type { Db } from '#db/dialect/db.ts';
import { customerKey, type Keys, mentionKey } from '#db/keys.ts';
import type { IncomingConversation } from '#db/model/conversation.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { ScoredConversation } from '#db/model/scored.ts';
import { type IsStored, openIsStored } from '#db/store/content-hash.ts';
import { type SavedCounts, saveConversations } from '#db/store/conversations.ts';
import type { DeadLetterInput } from '#db/store/dead-letters.ts';
import { ChangedMeanwhile } from '#db/store/page.ts';
import { findStoredIncoming, type StoredIncoming } from '#db/store/stored-incoming.ts';
import type { FetchedConversation } from './fetched.ts';
import { normaliseInPortions } from './normalise.ts';
import type { Scorers } from './scores/index.ts';
import { joinInPortions } from './stages/join-stored.ts';
import type { LanguageDetector } from './stages/language.ts';
import { inTurns, type Portions } from './stages/portions.ts';
import { openRecalling } from './stages/recalling.ts';
import { deadLetterItem, type RedactionKeys, redactInPortions, storedId } from './stages/redact-conversation.ts';
import { scoreInPortions } from './stages/scored.ts';
import { detectInPortions } from './stages/spoken.ts';

/** A conversation that a stage could not take; the id is as its source gave it, and not to be stored. */
export type RefusedConversation = { readonly externalId: string; readonly stage: string; readonly reason: string };

/** What went through all stages, and what did not with the reason. */
export type Prepared<Ready = ScoredConversation> = {
  readonly ready: readonly Ready[];
  readonly refused: readonly RefusedConversation[];
  /** Ids, as their source gave them, of ready conversations that are stored under another. */
  readonly renamed: readonly string[];
  /** Messages that some scorer choked on; they are ready all the same, without its score. */
  readonly unscored: number;
};

/** `inserted + updated + unchanged + rejected` is the number of distinct conversations of the page. */
export type PageCounts = {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly refused: readonly RefusedConversation[];
  /** Messages that some scorer choked on. */
  readonly unscored: number;
};

export type PageExtras = {
  /** Records that could not even become a conversation; written with the page, not counted by it. */
  readonly deadLetters?: readonly DeadLetterInput[];
  /** Names under which dead letters may stand that are settled by this page. */
  readonly closes?: readonly string[];
  /** Where to go on after this page; left out: stays as it is. */
  readonly cursor?: string | null;
  /** What has to be written, or to hold, together with the page. */
  readonly alongside?: (tx: Db, page: PageCounts) => Promise<void>;
};

/** What is stored of conversations that come in part, by the id under which it is stored. */
type Stored = ReadonlyMap<string, StoredIncoming>;

/** Nothing is written of a conversation that holds nothing new, so that it needs no scores. */
type Taken = IncomingConversation | ScoredConversation;

export type Pipeline = {
  /** Unpacks what messages in these languages are scored with, in turns with others: else the first of them wait for it. */
  open(languages: readonly string[]): Promise<void>;
  /** Runs the stages without storing anything. */
  prepare(sourceId: string, fetched: readonly FetchedConversation[], stored?: Stored): Promise<Prepared>;
  /** Runs the stages and saves the page in one transaction. */
  take(sourceId: string, fetched: readonly FetchedConversation[], extras?: PageExtras): Promise<PageCounts>;
};

export type PipelineParts = {
  readonly db: Db;
  readonly keys: Keys;
  readonly detector: LanguageDetector;
  readonly scorers: Scorers;
  readonly clock: () => Instant;
};

/** The stages by name, for dead letters. Their types tell the order: fetched, redacted, spoken, scored. */
type Stage = 'normalise' | 'redact' | 'language' | 'score';

export function openPipeline({ db, keys, detector, scorers, clock }: PipelineParts): Pipeline {
  const keysOf = (sourceId: string): RedactionKeys => ({
    keyOf: (vendorId) => customerKey(keys, sourceId, vendorId),
    mentionKeyOf: (kind, value) => mentionKey(keys, kind, value),
  });
  const recalling = openRecalling({ detector, scorers });

  function* prepareInPortions<Ready extends Taken>(
    sourceId: string,
    fetched: readonly FetchedConversation[],
    { stored, score }: { stored: Stored; score: (spoken: IncomingConversation, asked: Scorers) => Portions<ScoredOrNot<Ready>> },
  ): Portions<Prepared<Ready>> {
    const authorKeys = keysOf(sourceId);
    const ready: Ready[] = [];
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
        const scored = yield* score(spoken, asked.scorers);
        unscored += scored.failures;
        ready.push(scored.conversation);
        if (fresh.externalId !== conversation.externalId) renamed.push(conversation.externalId);
      } catch (error) {
        refused.push({ externalId: conversation.externalId, stage, reason: reasonOf(error, stage) });
      }
    }
    return { ready, refused, renamed, unscored };
  }

  // A large page takes seconds of thinking: whoever asks the server something meanwhile is answered between its portions.
  const prepare: Pipeline['prepare'] = (sourceId, fetched, stored = new Map()) =>
    inTurns(prepareInPortions(sourceId, fetched, { stored, score: scoreInPortions }));

  const save = async (
    sourceId: string,
    { ready, refused, renamed, unscored }: Prepared<Taken>,
    extras: PageExtras,
  ): Promise<PageCounts> => {
    const authorKeys = keysOf(sourceId);
    // Here and not where they are made: a connector gives the vendor's id as it is, and no door should have to think of it.
    const named = <Letter extends { readonly item: string }>(letter: Letter) => ({
      ...letter,
      item: deadLetterItem(letter.item, authorKeys),
    });
    const fallen = refused.map(({ externalId, stage, reason }) => ({ item: externalId, stage, reason, body: null }));
    const deadLetters = [...(extras.deadLetters ?? []), ...fallen].map(named);
    const closes = [...renamed, ...(extras.closes ?? [])].map((id) => deadLetterItem(id, authorKeys));
    const { cursor, alongside } = extras;
    const countsOf = (saved: SavedCounts): PageCounts => ({ ...saved, rejected: refused.length, refused, unscored });
    const written = alongside === undefined ? undefined : (tx: Db, saved: SavedCounts) => alongside(tx, countsOf(saved));
    const page = { sourceId, conversations: ready, refusesUnscored: true, deadLetters, closes, cursor, now: clock(), alongside: written };
    return countsOf(await saveConversations(db, page));
  };

  return {
    open: async (languages) => {
      for (const language of languages) await inTurns(scorers.open(language));
    },
    prepare,
    take: async (sourceId, fetched, extras = {}) => {
      const take = async (asked: 'what is new' | 'everything'): Promise<PageCounts> => {
        const authorKeys = keysOf(sourceId);
        const parts = fetched.flatMap(({ coverage, externalId }) => (coverage === 'part' ? storedId(externalId, authorKeys) : []));
        const stored = parts.length === 0 ? undefined : await findStoredIncoming(db, sourceId, parts);
        const ids = fetched.map(({ externalId }) => storedId(externalId, authorKeys));
        const score = asked === 'everything' ? scoreInPortions : scoreUnless(await openIsStored(db, sourceId, ids));
        const prepared = await inTurns(prepareInPortions<Taken>(sourceId, fetched, { stored: stored ?? new Map(), score }));
        return await save(sourceId, prepared, extras);
      };
      try {
        return await take('what is new');
      } catch (error) {
        // Another process changed what needed no scores as long as it was stored: it is read as if nothing of it were known.
        if (error instanceof ChangedMeanwhile) return await take('everything');
        throw error;
      }
    },
  };
}

type ScoredOrNot<Ready extends Taken> = { readonly conversation: Ready; readonly failures: number };

/** Scores what is not stored yet; whoever saves the rest has to find it as it was. */
const scoreUnless = (isStored: IsStored) =>
  function* (spoken: IncomingConversation, scorers: Scorers): Portions<ScoredOrNot<Taken>> {
    if (isStored(spoken)) return { conversation: spoken, failures: 0 };
    return yield* scoreInPortions(spoken, scorers);
  };

/** Only our own errors are written for people; any other message might quote the text that caused it. */
function reasonOf(error: unknown, stage: Stage): string {
  if (error instanceof AppError) return error.message;
  return `the stage ${stage} failed (${error instanceof Error ? error.name : 'unknown error'})`;
}
