// Staff: our own agents by the key of their messages, with the name that customers see.
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { Day } from '../model/instant.ts';
import { nextEpoch } from './change-state.ts';
import { storableText } from './storable-text.ts';

export type Staff = {
  readonly key: string;
  readonly sourceId: string;
  readonly name: string;
  readonly team: string | null;
  readonly languages: readonly string[];
  /** First and last day of service; null where unknown or still here. */
  readonly activeFrom: Day | null;
  readonly activeTo: Day | null;
};

/** All agents, by name. */
export async function findStaff(db: Db): Promise<Staff[]> {
  const { staff } = db.tables;
  return await db.query.select().from(staff).orderBy(asc(staff.name), asc(staff.key));
}

/** Changes what is known of an agent, or adds one ahead of the first message. A new name reaches all figures, old ones too. */
export async function saveStaff(db: Db, member: Staff): Promise<void> {
  const { source, staff } = db.tables;
  const { key, sourceId, ...rest } = member;
  const change = { ...rest, name: storableText(rest.name), languages: [...rest.languages] };
  await inTransaction(db, async (tx) => {
    // Pages take this lock before they touch the staff; in the other order the two could wait for each other.
    await lockChanges(tx);
    const [known] = await tx.query.select({ name: staff.name }).from(staff).where(eq(staff.key, key));
    const [origin] = await tx.query.select({ id: source.id }).from(source).where(eq(source.id, sourceId));
    if (origin === undefined) throw new AppError('not_found', `no source "${sourceId}"`);
    await tx.query
      .insert(staff)
      .values({ key, sourceId, ...change })
      .onConflictDoUpdate({ target: staff.key, set: change });
    if (known !== undefined && known.name !== change.name) await nextEpoch(tx);
  });
}

/** Adds the agents of a page who are not known yet. A known one keeps the name it has, which somebody may have put right by hand. */
export async function addStaff(tx: Db, sourceId: string, names: ReadonlyMap<string, string>): Promise<void> {
  if (names.size === 0) return;
  const { staff } = tx.tables;
  const rows = [...names].map(([key, name]) => ({
    key,
    sourceId,
    name: storableText(name),
    team: null,
    languages: [],
    activeFrom: null,
    activeTo: null,
  }));
  await tx.query.insert(staff).values(rows).onConflictDoNothing();
}

/** Names by key. */
export async function findStaffNames(db: Db): Promise<Map<string, string>> {
  const { staff } = db.tables;
  const rows = await db.query.select({ key: staff.key, name: staff.name }).from(staff);
  return new Map(rows.map(({ key, name }) => [key, name]));
}
