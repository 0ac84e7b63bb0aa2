// A store with conversations in coined words, a campaign over them, and what people said: for tests that teach out of a store.
import { minute } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { findTasks, saveCampaign } from '#db/store/annotation-campaigns.ts';
import { saveAnswer } from '#db/store/annotations.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { asRedacted, incoming, incomingMessage, monday, plainSettings } from './incoming.ts';
import { plantedConversations } from './planted-wording.ts';

/** `labelled` of `count` conversations have a label by one person; the scorer named on them is none of now. */
export async function plantedStore(db: Db, { count, labelled }: { readonly count: number; readonly labelled: number }): Promise<void> {
  const planted = plantedConversations({ count });
  await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
  const silent = { sentiment: null, category: { id: 'other', confidence: 0.5, evidence: [] }, harm: null, risks: [] };
  const conversations = planted.map(({ id, messages }) => ({
    ...incoming(`c${id}`, { customerKey: `c1_${id}`, openedAt: monday + id * minute }),
    scorer: 'category@before',
    messages: [{ ...incomingMessage('m', { at: monday + id * minute, body: asRedacted(messages[0]?.text ?? '') }), scores: silent }],
  }));
  await saveConversations(db, { sourceId: 'desk', conversations, deadLetters: [], now: monday, settings: plainSettings });
  const now = monday + count * minute;
  const sampling = { size: labelled, uncertainShare: 0, strata: [], overlapShare: 0, gold: 0, seed: 'planted' };
  const population = { filters: {}, from: null, to: null };
  const campaign = { name: 'Topics', field: 'category', guideline: {}, population, sampling, isDemo: false, by: 'lead', now } as const;
  const { id: campaignId } = await saveCampaign(db, campaign);
  const { conversation } = db.tables;
  const rows = await db.query.select({ id: conversation.id, externalId: conversation.externalId }).from(conversation);
  const labelOf = new Map(
    rows.map(({ id, externalId }) => [id, [...(planted[Number(externalId.slice(1)) - 1]?.truth.keys() ?? [])][0] ?? 'other']),
  );
  for (const { id: taskId, conversationId } of await findTasks(db, campaignId)) {
    const said = { label: labelOf.get(conversationId) ?? 'other', isFlagged: false, comment: null, tookMs: null };
    await saveAnswer(db, { ...said, taskId, annotator: 'ann', clientKey: `planted ${taskId}`, now });
  }
}
