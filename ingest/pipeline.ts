// The sentence of the house: normalise -> redact -> language -> score -> store, and the store derives the facts.
import { setImmediate } from 'node:timers/promises';
import type { Db } from '#db/dialect/db.ts';
import { customerKey, type Keys, mentionKey } from '#db/keys.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { ScoredConversation } from '#db/model/scored.ts';
import { type SavedCounts, saveConversations } from '#db/store/conversations.ts';
import type { DeadLetterInput } from '#db/store/dead-letters.ts';
import { findStoredIncoming, type StoredIncoming } from '#db/store/stored-incoming.ts';
import type { FetchedConversation } from './fetched.ts';
import { normalise } from './normalise.ts';
import type { Scorers } from './scores/index.ts';
import { joinStored } from './stages/join-stored.ts';
import type { LanguageDetector } from './stages/language.ts';
import { deadLetterItem, type RedactionKeys, redactConversation, storedId } from './stages/redact-conversation.ts';
import { scoreMessages } from './stages/scored.ts';
import { detectLanguages } from './stages/spoken.ts';

/** A conversation that a stage could not take; the id is as its source gave it, and not to be stored. */
export type RefusedConversation = { readonly externalId: string; readonly stage: string; readonly reason: string };

/** What went through all stages, and what did not with the reason. */
export type Prepared = {
  readonly ready: readonly ScoredConversation[];
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

export type Pipeline = {
  /** Runs the stages without storing anything. */
  prepare(sourceId: string, fetched: readonly FetchedConversation[], stored?: Stored): Prepared;
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
  const prepare = (sourceId: string, fetched: readonly FetchedConversation[], stored: Stored = new Map()): Prepared => {
    const authorKeys = keysOf(sourceId);
    const ready: ScoredConversation[] = [];
    let unscored = 0;
    const refused: RefusedConversation[] = [];
    const renamed: string[] = [];
    for (const conversation of fetched) {
      let stage: Stage = 'normalise';
      try {
        const normalised = normalise(conversation);
        stage = 'redact';
        const fresh = redactConversation(normalised, authorKeys);
        const before = normalised.coverage === 'part' ? stored.get(fresh.externalId) : undefined;
        const redacted = before === undefined ? fresh : joinStored(fresh, before);
        stage = 'language';
        const spoken = detectLanguages(redacted, detector);
        stage = 'score';
        const scored = scoreMessages(spoken, scorers);
        unscored += scored.failures;
        ready.push(scored.conversation);
        if (fresh.externalId !== conversation.externalId) renamed.push(conversation.externalId);
      } catch (error) {
        refused.push({ externalId: conversation.externalId, stage, reason: reasonOf(error, stage) });
      }
    }
    return { ready, refused, renamed, unscored };
  };

  return {
    prepare,
    take: async (sourceId, fetched, extras = {}) => {
      const authorKeys = keysOf(sourceId);
      const parts = fetched.flatMap(({ coverage, externalId }) => (coverage === 'part' ? storedId(externalId, authorKeys) : []));
      const stored = parts.length === 0 ? undefined : await findStoredIncoming(db, sourceId, parts);
      const { ready, refused, renamed, unscored } = await prepareKindly((slice) => prepare(sourceId, slice, stored), fetched);
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
      const page = { sourceId, conversations: ready, deadLetters, closes, cursor, now: clock(), alongside: written };
      return countsOf(await saveConversations(db, page));
    },
  };
}

/** Conversations that are prepared before others get a turn. */
const sliceLength = 4;

/** A large page takes seconds of thinking: whoever asks the server something meanwhile is answered between its slices. */
async function prepareKindly(
  prepare: (slice: readonly FetchedConversation[]) => Prepared,
  fetched: readonly FetchedConversation[],
): Promise<Prepared> {
  const parts: Prepared[] = [];
  for (let at = 0; at < fetched.length; at += sliceLength) {
    if (at > 0) await setImmediate();
    parts.push(prepare(fetched.slice(at, at + sliceLength)));
  }
  return {
    ready: parts.flatMap(({ ready }) => ready),
    refused: parts.flatMap(({ refused }) => refused),
    renamed: parts.flatMap(({ renamed }) => renamed),
    unscored: parts.reduce((sum, part) => sum + part.unscored, 0),
  };
}

/** Only our own errors are written for people; any other message might quote the text that caused it. */
function reasonOf(error: unknown, stage: Stage): string {
  if (error instanceof AppError) return error.message;
  return `the stage ${stage} failed (${error instanceof Error ? error.name : 'unknown error'})`;
}
