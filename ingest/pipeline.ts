// The sentence of the house: normalise -> redact -> language -> score -> store, and the store derives the facts.
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import type { Instant } from '#db/model/instant.ts';
import { findStoredHashes } from '#db/store/content-hash.ts';
import { type SavedCounts, saveConversations } from '#db/store/conversations.ts';
import type { DeadLetterInput } from '#db/store/dead-letters.ts';
import { ChangedMeanwhile } from '#db/store/page.ts';
import { findStoredIncoming } from '#db/store/stored-incoming.ts';
import type { FetchedConversation } from './fetched.ts';
import { deadLetterItem, storedId } from './stages/redact-conversation.ts';
import { openStages, type Prepared, type RefusedConversation, redactionKeys, type StageParts, type Stages } from './stages/run-stages.ts';

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

export type Pipeline = {
  /** Unpacks what messages in these languages are scored with. */
  open(languages: readonly string[]): Promise<void>;
  /** Runs the stages without storing anything. */
  prepare(sourceId: string, fetched: readonly FetchedConversation[]): Promise<Prepared>;
  /** Runs the stages and saves the page in one transaction. */
  take(sourceId: string, fetched: readonly FetchedConversation[], extras?: PageExtras): Promise<PageCounts>;
};

export type PipelineParts = { readonly db: Db; readonly keys: Keys; readonly stages: Stages; readonly clock: () => Instant };

export function openPipelineOver({ db, keys, stages, clock }: PipelineParts): Pipeline {
  const save = async (sourceId: string, { ready, refused, renamed, unscored }: Prepared, extras: PageExtras): Promise<PageCounts> => {
    const authorKeys = redactionKeys(keys, sourceId);
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
    open: (languages) => stages.open(languages),
    prepare: (sourceId, fetched) => stages.run({ sourceId, fetched, stored: new Map(), known: new Map() }),
    take: async (sourceId, fetched, extras = {}) => {
      const take = async (asked: 'what is new' | 'everything'): Promise<PageCounts> => {
        const authorKeys = redactionKeys(keys, sourceId);
        const parts = fetched.flatMap(({ coverage, externalId }) => (coverage === 'part' ? storedId(externalId, authorKeys) : []));
        const stored = parts.length === 0 ? new Map() : await findStoredIncoming(db, sourceId, parts);
        const ids = fetched.map(({ externalId }) => storedId(externalId, authorKeys));
        const known = asked === 'everything' ? new Map() : await findStoredHashes(db, sourceId, ids);
        return await save(sourceId, await stages.run({ sourceId, fetched, stored, known }), extras);
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

/** The same with the stages in this thread. */
export const openPipeline = ({ db, clock, ...parts }: Omit<PipelineParts, 'stages'> & StageParts): Pipeline =>
  openPipelineOver({ db, clock, keys: parts.keys, stages: openStages(parts) });
