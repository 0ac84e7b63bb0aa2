// The audit log: who did what, each entry sealed with a hash over itself and the one before.
import { createHash } from 'node:crypto';
import { asc, desc, gt, lt } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import type { Instant } from '../model/instant.ts';
import { stableJson } from './stable-json.ts';
import { storableText } from './storable-text.ts';

export type AuditInput = {
  readonly at: Instant;
  /** User id, `anonymous`, or a command such as `huiyin import`. */
  readonly actor: string;
  readonly role?: string | null;
  /** Network address of the actor, where there is one. */
  readonly address?: string | null;
  readonly action: string;
  readonly subject: string;
  /** Anything JSON; never message text, never secrets. */
  readonly details: unknown;
};

export type AuditEntry = {
  readonly id: number;
  readonly at: Instant;
  readonly actor: string;
  readonly role: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly subject: string;
  readonly details: unknown;
  readonly previousHash: string;
  readonly hash: string;
};

/** `brokenAt`: id of the first entry that was changed or that follows a removed one; null where the chain is whole. */
export type AuditVerdict = { readonly entries: number; readonly brokenAt: number | null };

const firstHash = '0'.repeat(64);
const batchSize = 1000;

/** Adds one entry at the end of the chain; entries are never changed and never removed. */
export async function saveAudit(db: Db, input: AuditInput): Promise<AuditEntry> {
  const { audit } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const [last] = await tx.query.select({ id: audit.id, hash: audit.hash }).from(audit).orderBy(desc(audit.id)).limit(1);
    const entry = {
      id: (last?.id ?? 0) + 1,
      at: input.at,
      actor: input.actor,
      role: input.role ?? null,
      address: input.address ?? null,
      action: input.action,
      subject: input.subject,
      // What is hashed has to be what comes back: JSON drops undefined and turns dates into text.
      details: JSON.parse(JSON.stringify(input.details ?? null), (_key, part: unknown) =>
        typeof part === 'string' ? storableText(part) : part,
      ),
      previousHash: last?.hash ?? firstHash,
    };
    const sealed = { ...entry, hash: hashOf(entry) };
    await tx.query.insert(audit).values(sealed);
    return sealed;
  });
}

/** Newest first; page on with `beforeId`. */
export async function findAudit(db: Db, query: { readonly limit?: number; readonly beforeId?: number } = {}): Promise<AuditEntry[]> {
  const { audit } = db.tables;
  return await db.query
    .select()
    .from(audit)
    .where(query.beforeId === undefined ? undefined : lt(audit.id, query.beforeId))
    .orderBy(desc(audit.id))
    .limit(query.limit ?? 100);
}

/** Recomputes the whole chain. An entry cut off at the very end cannot be seen: compare `entries` with what you know. */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const { audit } = db.tables;
  let entries = 0;
  let previousHash = firstHash;
  for (;;) {
    const batch = await db.query.select().from(audit).where(gt(audit.id, entries)).orderBy(asc(audit.id)).limit(batchSize);
    for (const { hash, ...entry } of batch) {
      if (entry.id !== entries + 1 || entry.previousHash !== previousHash || hashOf(entry) !== hash) return { entries, brokenAt: entry.id };
      entries = entry.id;
      previousHash = hash;
    }
    if (batch.length < batchSize) return { entries, brokenAt: null };
  }
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(stableJson(entry)).digest('hex');
}
