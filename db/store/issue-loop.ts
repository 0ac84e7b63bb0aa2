// The loop of an issue: who has to be told of the fix, who was told, with which words, and whether it comes back.
import { and, asc, countDistinct, desc, eq, gt, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { Instant } from '../model/instant.ts';
import type { Issue } from '../model/issue.ts';
import { touchConversations } from './issue-members.ts';

export type ToTell = {
  /** The customer's latest conversation of the issue: the one to answer in. */
  readonly conversationId: number;
  readonly channel: string;
  readonly language: string;
  readonly at: Instant | null;
  /** All of theirs about the issue, before the fix. */
  readonly conversations: number;
  readonly toldAt: Instant | null;
};

/** One line a customer who told of the issue before it was fixed, those still to be told first, newest first; none before the fix. */
export async function findToTell(db: Db, { id, fixedAt }: Pick<Issue, 'id' | 'fixedAt'>): Promise<ToTell[]> {
  const { issueMember: m, conversation: c } = db.tables;
  if (fixedAt === null) return [];
  const rows = await db.query
    .select({
      voice: m.voice,
      conversationId: m.conversationId,
      channel: c.channel,
      language: c.language,
      at: m.arrivedAt,
      toldAt: m.toldAt,
    })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .where(and(eq(m.issueId, id), isNull(c.exclusion), isNotNull(m.arrivedAt), lte(m.arrivedAt, fixedAt)))
    .orderBy(desc(m.arrivedAt), desc(m.conversationId));
  const customers = new Map<string, ToTell>();
  for (const { voice, ...row } of rows) {
    const known = customers.get(voice);
    if (known === undefined) customers.set(voice, { ...row, conversations: 1 });
    else customers.set(voice, { ...known, conversations: known.conversations + 1, toldAt: known.toldAt ?? row.toldAt });
  }
  return [...customers.values()].sort((a, b) => Number(a.toldAt !== null) - Number(b.toldAt !== null) || (b.at ?? 0) - (a.at ?? 0));
}

/** Writes down that the customers of these conversations were told (null: were not); gives how many conversations that concerns. */
export async function markTold(
  tx: Db,
  issueId: string,
  told: { readonly conversations: readonly number[]; readonly at: Instant | null },
): Promise<number> {
  const { issueMember: m } = tx.tables;
  const voices = await tx.query
    .select({ voice: m.voice })
    .from(m)
    .where(and(eq(m.issueId, issueId), inList(tx, m.conversationId, told.conversations)));
  if (voices.length === 0) return 0;
  const changed = await tx.query
    .update(m)
    .set({ toldAt: told.at })
    .where(
      and(
        eq(m.issueId, issueId),
        inArray(
          m.voice,
          voices.map(({ voice }) => voice),
        ),
      ),
    )
    .returning({ id: m.conversationId });
  await touchConversations(
    tx,
    changed.map(({ id }) => id),
  );
  return changed.length;
}

/** Tells readers that whether customers have to be told may have changed for everything of an issue. */
export async function touchIssue(tx: Db, issueId: string): Promise<void> {
  const { issueMember: m } = tx.tables;
  const rows = await tx.query.select({ id: m.conversationId }).from(m).where(eq(m.issueId, issueId));
  await touchConversations(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Distinct customers of an issue in `(from, to]`. */
export async function countCustomersBetween(
  db: Db,
  issueId: string,
  between: { readonly from: Instant; readonly to: Instant },
): Promise<number> {
  const { issueMember: m, conversation: c } = db.tables;
  const [row] = await db.query
    .select({ n: countDistinct(m.voice) })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .where(and(eq(m.issueId, issueId), isNull(c.exclusion), gt(m.arrivedAt, between.from), lte(m.arrivedAt, between.to)));
  return row?.n ?? 0;
}

export type StateStep = { readonly state: string; readonly at: Instant };

/** When an issue first reached each of its states, as people set them. */
export async function findStateSteps(db: Db, issueId: string): Promise<StateStep[]> {
  const { issueEdit: e } = db.tables;
  const rows = await db.query
    .select({ at: e.at, details: e.details })
    .from(e)
    .where(and(eq(e.issueId, issueId), eq(e.action, 'state')))
    .orderBy(asc(e.at), asc(e.id));
  const steps = new Map<string, Instant>();
  for (const { at, details } of rows) if (typeof details.to === 'string' && !steps.has(details.to)) steps.set(details.to, at);
  return [...steps].map(([state, at]) => ({ state, at }));
}

/** The issue's own words by language; the words for all issues where it has none. */
export async function findTemplates(db: Db, issueId: string): Promise<ReadonlyMap<string, string>> {
  const { issueTemplate: t } = db.tables;
  const rows = await db.query
    .select({ issueId: t.issueId, language: t.language, body: t.body })
    .from(t)
    .where(inArray(t.issueId, ['', issueId]))
    .orderBy(asc(t.issueId));
  return new Map(rows.map(({ language, body }) => [language, body]));
}

export async function saveTemplate(
  db: Db,
  template: { readonly issueId: string; readonly language: string; readonly body: string; readonly updatedAt: Instant },
): Promise<void> {
  const { issueTemplate: t } = db.tables;
  await db.query
    .insert(t)
    .values(template)
    .onConflictDoUpdate({ target: [t.issueId, t.language], set: { body: template.body, updatedAt: template.updatedAt } });
}

/** The first conversation of an issue ever. */
export async function findFirstOf(db: Db, issueId: string): Promise<Instant | null> {
  const { issueMember: m } = db.tables;
  const [row] = await db.query
    .select({ at: sql<number | null>`min(${m.arrivedAt})` })
    .from(m)
    .where(eq(m.issueId, issueId));
  return row?.at === null || row === undefined ? null : Number(row.at);
}
