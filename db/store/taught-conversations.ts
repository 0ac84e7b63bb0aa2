// Conversations that people labelled, as lessons for a model: the label that holds, whose words they are, and whether they are held out.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { isHeldOut } from '../facts/held-out.ts';
import { type LabelShares, labelShares } from '../facts/label-shares.ts';
import type { Instant } from '../model/instant.ts';
import type { TaughtField } from '../model/learning.ts';
import { labelNow } from './category-now.ts';
import { groupBy } from './group-by.ts';
import { findMessages } from './stored-conversations.ts';
import { findTaskLabels, type TaskLabels } from './task-labels.ts';

export type TaughtMessage = { readonly text: string; readonly language: string };

export type TaughtConversation = {
  readonly id: number;
  /** Stands for the customer; the conversation itself where none is known. */
  readonly customer: string;
  readonly language: string;
  readonly channel: string;
  /** What it teaches: the settled or corrected label, else what people said, each voice alike. Empty: nothing. */
  readonly truth: LabelShares;
  /** Settled, corrected, a gold label, or the same from two people: more than one voice stands behind it. */
  readonly isFirm: boolean;
  /** What it tests, by the queues alone, with the weight of its draw; null: it was not drawn, and tests nothing. */
  readonly test: { readonly truth: LabelShares; readonly weight: number } | null;
  readonly isHeldOut: boolean;
  readonly isDemo: boolean;
  /** The customer's, redacted, those with words. */
  readonly messages: readonly TaughtMessage[];
};

type Settled = { readonly label: string | null; readonly at: Instant };

/** Every conversation that somebody labelled in this field, by id. Read in pages, so that others get their turn. */
export async function findTaughtConversations(db: Db, field: TaughtField): Promise<TaughtConversation[]> {
  const [tasks, edits] = await Promise.all([findTaskLabels(db, field), findEdits(db, field)]);
  const tasksOf = groupBy(tasks, ({ conversationId }) => conversationId);
  const ids = [...new Set([...tasksOf.keys(), ...edits.keys()])].toSorted((a, b) => a - b);
  const found: TaughtConversation[] = [];
  for (let at = 0; at < ids.length; at += pageSize) {
    for (const { row, messages } of await readPage(db, ids.slice(at, at + pageSize))) {
      const { id, language, channel, customerKey } = row;
      const labels = tasksOf.get(id) ?? [];
      const one = { id, language, channel, customer: customerKey ?? `conversation ${id}` };
      const isDemo = labels.length > 0 && labels.every((task) => task.isDemo);
      found.push({
        ...one,
        ...taught(labels, edits.get(id)),
        isHeldOut: isHeldOut({ customer: customerKey, conversationId: id }),
        isDemo,
        messages,
      });
    }
  }
  return found;
}

const pageSize = 300;

async function readPage(db: Db, ids: readonly number[]) {
  const { conversation } = db.tables;
  const { id, language, channel, customerKey } = conversation;
  const rows = await db.query
    .select({ id, language, channel, customerKey })
    .from(conversation)
    .where(inList(db, id, ids))
    .orderBy(asc(id));
  const messages = await findMessages(db, ids);
  return rows.map((row) => ({
    row,
    messages: (messages.get(row.id) ?? []).flatMap(({ actor, deletedAt, body, language: spoken }) =>
      actor === 'customer' && deletedAt === null && /\p{L}/u.test(body) ? [{ text: body, language: spoken }] : [],
    ),
  }));
}

/** The latest correction by hand of each conversation; its label is null where the machine's was to stand alone again. */
async function findEdits(db: Db, field: TaughtField): Promise<ReadonlyMap<number, Settled>> {
  const { annotation } = db.tables;
  const { conversationId, label, at } = annotation;
  const rows = await db.query
    .select({ conversationId, label: labelNow(db, annotation.field, label), at })
    .from(annotation)
    .where(and(eq(annotation.field, field), eq(annotation.kind, 'edit'), isNull(annotation.undoneAt)))
    .orderBy(asc(annotation.id));
  return new Map(rows.map((row) => [row.conversationId, { label: row.label, at: row.at }]));
}

/** The later of a settled dispute and a correction, as everywhere; else gold; else the voices of all queues together. */
function taught(tasks: readonly TaskLabels[], edit: Settled | undefined): Pick<TaughtConversation, 'truth' | 'isFirm' | 'test'> {
  const drawn = tasks.find(({ inclusion, labels, adjudicated }) => inclusion !== null && (labels.length > 0 || adjudicated !== null));
  const test = drawn?.inclusion == null ? null : { truth: labelShares(drawn), weight: 1 / drawn.inclusion };
  const settled = tasks.reduce<Settled | null>(
    (last, { adjudicated, adjudicatedAt }) =>
      adjudicated !== null && (last === null || (adjudicatedAt ?? 0) >= last.at) ? { label: adjudicated, at: adjudicatedAt ?? 0 } : last,
    null,
  );
  if (edit !== undefined && (settled === null || edit.at >= settled.at))
    return { truth: edit.label === null ? new Map() : new Map([[edit.label, 1]]), isFirm: true, test };
  const label = settled?.label ?? tasks.find(({ gold }) => gold !== null)?.gold ?? null;
  if (label !== null) return { truth: new Map([[label, 1]]), isFirm: true, test };
  const labels = tasks.flatMap((task) => task.labels);
  return { truth: labelShares({ adjudicated: null, labels }), isFirm: labels.length > 1, test };
}
