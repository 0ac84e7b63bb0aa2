// Replies that a round of reviews may draw from: those that ended a wait of a customer, with the stratum of each.
import { and, asc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { Instant } from '../model/instant.ts';
import type { QualityPopulation, QualityStratum } from '../model/quality.ts';
import { nameOf } from './conversation-head.ts';
import { conversationConditions } from './conversation-list.ts';
import { findStaffNames } from './staff.ts';

/** Conversations read at a time, so that nobody else waits long. */
const pageSize = 2000;

export type ReplyCandidate = {
  readonly conversationId: number;
  readonly message: string;
  readonly replyAt: Instant;
  readonly agentKey: string | null;
  readonly stratum: string;
};

export type ReplyQuery = {
  readonly population: QualityPopulation;
  readonly strata: readonly QualityStratum[];
  readonly asOf: Instant;
};

/** Answered waits of conversations that count, by conversation; what is sent after `asOf` is not known yet. A filter on agents is about who wrote the reply. */
export async function findReplyCandidates(db: Db, query: ReplyQuery): Promise<ReplyCandidate[]> {
  const names = await findStaffNames(db);
  const found: ReplyCandidate[] = [];
  for (let afterId = 0; ; ) {
    const page = await readPage(db, query, afterId);
    for (const { id, message, replyAt, agentKey, channel, language, team } of page.rows) {
      if (message === null || replyAt === null) continue;
      const parts = { channel, language, team: team ?? 'none', agent: nameOf(agentKey, names) ?? 'none' };
      const stratum = query.strata.map((name) => parts[name]).join(' · ') || 'all';
      found.push({ conversationId: id, message, replyAt, agentKey, stratum });
    }
    if (page.lastId === null) return found;
    afterId = page.lastId;
  }
}

async function readPage(db: Db, { population, asOf }: ReplyQuery, afterId: number) {
  const { conversation, wait } = db.tables;
  const { filters, from, to } = population;
  const { agent, ...others } = filters;
  const range = from === null && to === null ? null : { from: from ?? 0, to: to ?? asOf + 1 };
  const conditions = await conversationConditions(db, { filters: others, range, asOf });
  const ids = await db.query
    .select({ id: conversation.id })
    .from(conversation)
    .where(and(gt(conversation.id, afterId), isNull(conversation.exclusion), isNull(conversation.mergedInto), ...conditions))
    .orderBy(asc(conversation.id))
    .limit(pageSize);
  const chosen = ids.map(({ id }) => id);
  const rows = await db.query
    .select({
      id: conversation.id,
      message: wait.untilMessage,
      replyAt: wait.untilAt,
      agentKey: wait.answeredBy,
      channel: conversation.channel,
      language: conversation.language,
      team: conversation.team,
    })
    .from(wait)
    .innerJoin(conversation, eq(conversation.id, wait.conversationId))
    .where(
      and(
        inList(db, wait.conversationId, chosen),
        eq(wait.state, 'answered'),
        isNull(wait.exclusion),
        isNotNull(wait.untilMessage),
        lte(wait.untilAt, asOf),
        writtenBy(db, agent ?? []),
      ),
    )
    .orderBy(asc(wait.conversationId), asc(wait.position));
  return { rows, lastId: ids.length < pageSize ? null : (chosen.at(-1) ?? null) };
}

function writtenBy(db: Db, agents: readonly string[]): SQL | undefined {
  if (agents.length === 0) return undefined;
  const { staff, wait } = db.tables;
  const named = db.query
    .select({ key: staff.key })
    .from(staff)
    .where(inList(db, staff.name, agents));
  return or(sql`${wait.answeredBy} in ${named}`, agents.includes('none') ? isNull(wait.answeredBy) : undefined);
}
