// One task as an annotator sees it, and what the machine thinks of it, which is told only after the answer.
import type { z } from '@hono/zod-openapi';
import type { AnnotationField } from '#db/model/annotation.ts';
import type { Highlight } from '#db/model/score.ts';
import type { ConversationDetail } from '#db/store/conversations.ts';
import type { answerShape, queueShape } from './shapes/annotations.ts';
import { toIsoOrNull } from './to-iso.ts';

type Item = z.infer<typeof queueShape>['items'][number];
type Machine = z.infer<typeof answerShape>['machine'];

const mostMessages = 60;
const mostWords = 5;
const longestWord = 40;

/** The thread that customers and we could both read. Private notes are left out: they may say what a colleague thinks the label is. */
export function toQueueItem(taskId: number, one: ConversationDetail, source: string): Item {
  return {
    taskId,
    conversationId: String(one.id),
    channel: one.channel,
    language: one.language,
    source,
    subject: one.subject,
    arrivedAt: toIsoOrNull(one.arrivedAt),
    messages: one.messages
      .filter(({ visibility, deletedAt, body }) => visibility === 'public' && deletedAt === null && body !== '')
      .slice(0, mostMessages)
      .map(({ externalId, at, actor, language, body, redactions }) => ({
        id: externalId,
        at: toIsoOrNull(at),
        actor,
        language,
        body,
        redactions: [...redactions],
      })),
  };
}

/** The machine's label of the conversation, how sure it is, and the words that carried it most. */
export function toMachine(one: ConversationDetail, field: AnnotationField): Machine {
  const words = one.messages
    .flatMap(({ score, body }) => (score?.evidence[field] ?? []).map((found) => ({ found, body })))
    .toSorted((a, b) => Math.abs(b.found.weight) - Math.abs(a.found.weight))
    .map(({ found, body }) => wordOf(found, body))
    .filter((word) => word !== '');
  return { ...labelOf(one, field), words: [...new Set(words)].slice(0, mostWords) };
}

function labelOf(one: ConversationDetail, field: AnnotationField): Pick<Machine, 'label' | 'confidence'> {
  if (field === 'category') return { label: one.scoredCategory, confidence: one.scoredCategoryConfidence };
  if (field === 'harm') return { label: one.harm, confidence: null };
  const told = one.messages.flatMap(({ score }) =>
    score === null || score.isAbstained || score.neg === null ? [] : [[score.neg, score.neu ?? 0, score.pos ?? 0]],
  );
  const mean = [0, 1, 2].map((at) => told.reduce((sum, probabilities) => sum + (probabilities[at] ?? 0), 0) / told.length);
  return { label: one.sentiment, confidence: told.length === 0 ? null : Math.min(1, Math.max(...mean)) };
}

const wordOf = ({ start, end }: Highlight, body: string) => body.slice(start, Math.min(end, start + longestWord)).trim();
