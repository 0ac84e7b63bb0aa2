// Reviews and replies under review in the form that JSON carries them.
import type { z } from '@hono/zod-openapi';
import {
  type AutoMark,
  type AutoMarks,
  byCriterion,
  type QualityCriterion,
  type QualitySetting,
  type QualityTerms,
  qualityCriteria,
} from '#db/model/quality.ts';
import type { Db } from '#db/open.ts';
import { findAnnotatorNames } from '#db/store/annotations.ts';
import { type ConversationDetail, findTitles, getConversation } from '#db/store/conversations.ts';
import type { ReviewItem } from '#db/store/quality-list.ts';
import type { ReviewTask } from '#db/store/quality-queue.ts';
import { findSources } from '#db/store/sources.ts';
import { toQueueItem } from './annotation-item.ts';
import type { autoShape, qualityTermsShape, reviewItemShape, reviewShape } from './shapes/quality.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

type AutoJson = z.infer<typeof autoShape>;

function toAutoJson(auto: AutoMark): AutoJson {
  return {
    mark: auto.mark,
    reason: auto.mark === null ? auto.reason : null,
    evidence: auto.evidence.map(({ fact, quote, ms }) => ({ fact, quote: quote ?? null, ms: ms ?? null })),
  };
}

export function toAutoMarksJson(auto: AutoMarks): Record<QualityCriterion, AutoJson> {
  return byCriterion((criterion) => toAutoJson(auto[criterion]));
}

export function toTermsJson({ version, weights, passMark, ...rest }: QualityTerms | QualitySetting): z.infer<typeof qualityTermsShape> {
  return { version, weights, passMark, savedAt: 'savedAt' in rest ? toIso(rest.savedAt) : null };
}

/** Replies as a reviewer sees them: the public thread, which message it is about, how long the customer waited and what was promised. */
export async function toReviewItems(db: Db, tasks: readonly ReviewTask[]): Promise<z.infer<typeof reviewItemShape>[]> {
  const labels = new Map((await findSources(db)).map((source) => [source.id, source.label]));
  return await Promise.all(
    tasks.map(async ({ id, conversationId, message }) => {
      const one = await getConversation(db, conversationId);
      return { ...toQueueItem(id, one, labels.get(one.sourceId) ?? one.sourceId), replyId: message, ...waitOf(one, message) };
    }),
  );
}

function waitOf({ waits }: ConversationDetail, message: string): { waitedMs: number | null; promisedMs: number | null } {
  const wait = waits.find(({ untilMessage, state }) => untilMessage === message && state === 'answered');
  if (wait === undefined || wait.untilAt === null) return { waitedMs: null, promisedMs: null };
  return { waitedMs: wait.untilAt - wait.fromAt, promisedMs: wait.dueAt === null ? null : wait.dueAt - wait.fromAt };
}

/** `showsNames`: whether reviewers are named to others. */
export async function toReviewsJson(
  db: Db,
  items: readonly ReviewItem[],
  { you, showsNames }: { readonly you: string; readonly showsNames: boolean },
): Promise<z.infer<typeof reviewShape>[]> {
  const ids = items.map(({ conversationId }) => conversationId);
  const reviewers = items.map(({ reviewer }) => reviewer);
  const [titles, names] = await Promise.all([findTitles(db, ids), findAnnotatorNames(db, reviewers)]);
  return items.map((item) => ({
    id: item.id,
    taskId: item.taskId,
    roundId: item.roundId,
    conversationId: String(item.conversationId),
    message: item.message,
    replyAt: toIso(item.replyAt),
    title: titles.get(item.conversationId) ?? '',
    reviewer: showsNames || item.reviewer === you ? (names.get(item.reviewer) ?? item.reviewer) : null,
    isYours: item.reviewer === you,
    at: toIso(item.at),
    revisedAt: toIsoOrNull(item.revisedAt),
    weightsVersion: item.weightsVersion,
    marks: item.marks,
    auto: toAutoMarksJson(item.auto),
    score: item.score,
    outcome: item.outcome,
    note: item.note,
  }));
}

/** The criteria whose marks differ, for the audit log. */
export function changedMarks(before: Readonly<Record<QualityCriterion, unknown>>, after: Readonly<Record<QualityCriterion, unknown>>) {
  return qualityCriteria.filter((criterion) => before[criterion] !== after[criterion]);
}
