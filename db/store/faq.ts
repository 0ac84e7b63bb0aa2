// Answers for a public FAQ in the store: how much each issue is asked, where its answer stands, and what people wrote.
import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import type { FaqEntry, FaqText } from '../model/issue-outcome.ts';

export type FaqDemand = {
  readonly issueId: string;
  readonly customers: number;
  /** Customers who wrote about it more than once; another posting of the same complaint is no second time. */
  readonly returning: number;
  readonly conversations: number;
};

/** Issues that stand and are not ignored, over all times: most customers and returning customers first. */
export async function findFaqDemand(db: Db): Promise<FaqDemand[]> {
  const { issueMember: m, conversation: c, issue } = db.tables;
  const voices = db.query
    .select({
      issueId: issue.id,
      all: count().as('every_one'),
      own: sql<number>`sum(case when ${m.copyOf} is null then 1 else 0 end)`.as('own_ones'),
    })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .innerJoin(issue, eq(issue.id, m.issueId))
    .where(and(isNull(c.exclusion), isNotNull(m.arrivedAt), eq(issue.isIgnored, false), isNull(issue.mergedInto)))
    .groupBy(issue.id, m.voice)
    .as('voices');
  const rows = await db.query
    .select({
      issueId: voices.issueId,
      customers: count(),
      returning: sql`sum(case when ${voices.own} > 1 then 1 else 0 end)`.mapWith(Number),
      conversations: sql`sum(${voices.all})`.mapWith(Number),
    })
    .from(voices)
    .groupBy(voices.issueId);
  const rank = ({ customers, returning }: FaqDemand) => customers + returning;
  return rows.sort((a, b) => rank(b) - rank(a) || (a.issueId < b.issueId ? -1 : 1));
}

/** What people said of the answers of issues, by issue; issues that nobody has looked at are missing. */
export async function findFaqEntries(db: Db): Promise<ReadonlyMap<string, FaqEntry>> {
  const rows = await db.query.select().from(db.tables.faqEntry);
  return new Map(rows.map((row) => [row.issueId, row]));
}

export async function saveFaqEntry(tx: Db, entry: FaqEntry): Promise<void> {
  const { faqEntry } = tx.tables;
  const { issueId: _, ...set } = entry;
  await tx.query.insert(faqEntry).values(entry).onConflictDoUpdate({ target: faqEntry.issueId, set });
}

/** Texts that people kept, of one issue or of all, by issue and language. */
export async function findFaqTexts(db: Db, issueId?: string): Promise<FaqText[]> {
  const { faqText } = db.tables;
  return await db.query
    .select()
    .from(faqText)
    .where(issueId === undefined ? undefined : eq(faqText.issueId, issueId))
    .orderBy(faqText.issueId, faqText.language);
}

export async function saveFaqText(tx: Db, text: FaqText): Promise<void> {
  const { faqText } = tx.tables;
  const { issueId: _, language: __, ...set } = text;
  await tx.query
    .insert(faqText)
    .values(text)
    .onConflictDoUpdate({ target: [faqText.issueId, faqText.language], set });
}

/** True where there was one. */
export async function removeFaqText(tx: Db, issueId: string, language: string): Promise<boolean> {
  const { faqText } = tx.tables;
  const gone = await tx.query
    .delete(faqText)
    .where(and(eq(faqText.issueId, issueId), eq(faqText.language, language)))
    .returning({ language: faqText.language });
  return gone.length > 0;
}

/** What people wrote for an issue that was merged goes with its messages, as far as the other issue has nothing of its own. */
export async function adoptFaq(tx: Db, from: string, into: string): Promise<void> {
  const { faqEntry, faqText } = tx.tables;
  const own = new Set((await findFaqTexts(tx, into)).map(({ language }) => language));
  for (const text of await findFaqTexts(tx, from)) if (!own.has(text.language)) await saveFaqText(tx, { ...text, issueId: into });
  const entries = await findFaqEntries(tx);
  const entry = entries.get(from);
  if (entry !== undefined && !entries.has(into)) await saveFaqEntry(tx, { ...entry, issueId: into });
  await tx.query.delete(faqText).where(eq(faqText.issueId, from));
  await tx.query.delete(faqEntry).where(eq(faqEntry.issueId, from));
}
