// One conversation with everything that is known of it.
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import { readCategoryNow } from './category-now.ts';
import { agentNames, nameOf, toHead } from './conversation-head.ts';
import type { ConversationDetail } from './conversation-records.ts';
import { findMentionsSeen } from './mentions.ts';
import { findSurveyRatings } from './survey-ratings.ts';

export async function readDetail(tx: Db, id: number): Promise<ConversationDetail> {
  const { conversation, episode, message, rating, score, statusChange, wait } = tx.tables;
  const [row] = await tx.query.select().from(conversation).where(eq(conversation.id, id));
  if (row === undefined) throw new AppError('not_found', `no conversation ${id}`);
  const messages = await tx.query.select().from(message).where(eq(message.conversationId, id)).orderBy(asc(message.position));
  const waits = await tx.query.select().from(wait).where(eq(wait.conversationId, id)).orderBy(asc(wait.position));
  const episodes = await tx.query.select().from(episode).where(eq(episode.conversationId, id)).orderBy(asc(episode.position));
  const ratings = await tx.query.select().from(rating).where(eq(rating.conversationId, id)).orderBy(asc(rating.externalId));
  const surveys = await findSurveyRatings(tx, id);
  const changes = await tx.query.select().from(statusChange).where(eq(statusChange.conversationId, id)).orderBy(asc(statusChange.position));
  const scores = await tx.query.select().from(score).where(eq(score.conversationId, id));
  const now = await readCategoryNow(tx);
  const scoreOf = new Map(
    scores.map(({ conversationId: _id, category, ...rest }) => [rest.externalId, { ...rest, category: now(category) }]),
  );
  const keys = [row.agentKey, ...messages.map(({ authorKey }) => authorKey), ...waits.map(({ answeredBy }) => answeredBy)];
  const names = await agentNames(tx, keys);
  const { contentHash: _hash, change: _change, savedAt: _saved, hasCustomer: _has, risk: _risk, category, ...rest } = row;
  const { tags, mergedInto, sentimentOpening, sentimentClosing, scoredCategory, scoredCategoryConfidence, scorer, ...head } = rest;
  return {
    ...toHead({ ...head, category: now(category ?? scoredCategory) }, names),
    tags,
    mentions: await findMentionsSeen(tx, id),
    mergedInto,
    sentimentOpening,
    sentimentClosing,
    sourceCategory: category,
    scoredCategory: now(scoredCategory),
    scoredCategoryConfidence,
    scorer,
    messages: messages.map(({ conversationId: _id, position: _position, ...rest }) => ({
      ...rest,
      agentName: rest.actor === 'agent' ? nameOf(rest.authorKey, names) : null,
      score: scoreOf.get(rest.externalId) ?? null,
    })),
    waits: waits.map(({ conversationId: _id, position: _position, ...rest }) => ({ ...rest, agent: nameOf(rest.answeredBy, names) })),
    episodes: episodes.map(({ conversationId: _id, position: _position, agentKey, ...rest }) => ({
      ...rest,
      agent: nameOf(agentKey, names),
    })),
    ratings: [...ratings.map(({ conversationId: _id, commentRedactions: _kinds, ...rest }) => rest), ...surveys],
    statusChanges: changes.map(({ at, status, by }) => ({ at, status, by })),
  };
}
