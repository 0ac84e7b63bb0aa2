// Source connections: how each source is reached and when it is read next. Secrets are kept sealed; this file never opens them.
import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';

export type SourceConnection = {
  readonly sourceId: string;
  /** Id of the connector that reads it. */
  readonly connector: string;
  /** What the connector was told, without secrets. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Sealed; null where there are none. */
  readonly secrets: string | null;
  readonly intervalMs: number;
  readonly isPaused: boolean;
  /** How far back the first run reads. */
  readonly readFrom: Instant;
  readonly addedAt: Instant;
  /** Null: not planned. */
  readonly nextRunAt: Instant | null;
  /** When a webhook last said that there is news. */
  readonly hintedAt: Instant | null;
  /** Runs that failed since the last that did not. */
  readonly failures: number;
  readonly lastDoneAt: Instant | null;
  /** The source's own clock at its last answer: up to there it has been read. */
  readonly serverAt: Instant | null;
  /** When stored conversations were last held against the source, to see deletions. */
  readonly checkedGoneAt: Instant | null;
  readonly goneSeen: number;
  readonly leaseOwner: string | null;
  readonly leaseUntil: Instant | null;
  /** Whether what we answer cannot be seen there, as the connector says of its settings. */
  readonly answersHidden: boolean;
  /** The same, as of when all stored facts of the source were last derived by it. */
  readonly factsHidden: boolean;
};

export type ConnectionInput = Pick<
  SourceConnection,
  'sourceId' | 'connector' | 'settings' | 'secrets' | 'intervalMs' | 'readFrom' | 'addedAt' | 'nextRunAt'
> & { readonly answersHidden?: boolean };
export type ConnectionChange = Partial<Omit<SourceConnection, 'sourceId' | 'connector' | 'addedAt' | 'leaseOwner' | 'leaseUntil'>>;

/** All connections by source. */
export async function findConnections(db: Db): Promise<SourceConnection[]> {
  const { sourceConnection } = db.tables;
  return await db.query.select().from(sourceConnection).orderBy(asc(sourceConnection.sourceId));
}

/** `not_found` where the source is not read by a connector. */
export async function getConnection(db: Db, sourceId: string): Promise<SourceConnection> {
  const { sourceConnection } = db.tables;
  const [row] = await db.query.select().from(sourceConnection).where(eq(sourceConnection.sourceId, sourceId));
  if (row === undefined) throw new AppError('not_found', `no source "${sourceId}" that is read by a connector`);
  return row;
}

/** Adds a connection to a source that is there. `conflict` where it has one. */
export async function addConnection(db: Db, input: ConnectionInput): Promise<void> {
  const { sourceConnection } = db.tables;
  const added = await db.query
    .insert(sourceConnection)
    .values({
      ...input,
      isPaused: false,
      hintedAt: null,
      failures: 0,
      lastDoneAt: null,
      serverAt: null,
      checkedGoneAt: null,
      goneSeen: 0,
      leaseOwner: null,
      leaseUntil: null,
      // Nothing is stored yet, so there is nothing that was derived otherwise.
      factsHidden: input.answersHidden ?? false,
    })
    .onConflictDoNothing()
    .returning({ sourceId: sourceConnection.sourceId });
  if (added.length === 0) throw new AppError('conflict', `the source "${input.sourceId}" is read by a connector already`);
}

/** `not_found` where there is none. */
export async function changeConnection(db: Db, sourceId: string, change: ConnectionChange): Promise<void> {
  const { sourceConnection } = db.tables;
  const changed = await db.query
    .update(sourceConnection)
    .set(change)
    .where(eq(sourceConnection.sourceId, sourceId))
    .returning({ sourceId: sourceConnection.sourceId });
  if (changed.length === 0) throw new AppError('not_found', `no source "${sourceId}" that is read by a connector`);
}

export type Lease = { readonly sourceId: string; readonly owner: string; readonly now: Instant; readonly until: Instant };

/**
 * Takes the right to read a source, or prolongs one's own; false where somebody else has it. A lease that ran out may be taken over, and so
 * may that of `gone`, an owner who is known to have ended.
 */
export async function takeLease(db: Db, { sourceId, owner, now, until }: Lease, gone: string | null = null): Promise<boolean> {
  const { sourceConnection } = db.tables;
  const { leaseOwner, leaseUntil } = sourceConnection;
  const taken = await db.query
    .update(sourceConnection)
    .set({ leaseOwner: owner, leaseUntil: until })
    .where(
      and(
        eq(sourceConnection.sourceId, sourceId),
        or(isNull(leaseOwner), inArray(leaseOwner, gone === null ? [owner] : [owner, gone]), lte(leaseUntil, now)),
      ),
    )
    .returning({ sourceId: sourceConnection.sourceId });
  return taken.length > 0;
}

/** Prolongs a lease that is still one's own. `conflict` where it was taken over: whoever lost it must not write any more. */
export async function holdLease(db: Db, { sourceId, owner, until }: Lease): Promise<void> {
  const { sourceConnection } = db.tables;
  const held = await db.query
    .update(sourceConnection)
    .set({ leaseUntil: until })
    .where(and(eq(sourceConnection.sourceId, sourceId), eq(sourceConnection.leaseOwner, owner)))
    .returning({ sourceId: sourceConnection.sourceId });
  if (held.length === 0) throw new AppError('conflict', `another run reads "${sourceId}" now; this one stops`);
}

/** Gives a lease back; without effect where it is somebody else's. */
export async function dropLease(db: Db, { sourceId, owner }: Pick<Lease, 'sourceId' | 'owner'>): Promise<void> {
  const { sourceConnection } = db.tables;
  await db.query
    .update(sourceConnection)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(eq(sourceConnection.sourceId, sourceId), eq(sourceConnection.leaseOwner, owner)));
}
