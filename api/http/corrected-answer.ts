// An answer with the correction that annotations give it, the same for the API and the command line.
import { judgedOf, withCorrection } from '#api/annotations/correction.ts';
import type { Sampled } from '#api/annotations/sampled.ts';
import type { Answer, Plan } from '#db/model/metric.ts';

/** Shares of negative conversations and of categories get `corrected` where enough was labelled; every other answer stays as it is. */
export async function correctAnswer<A extends Answer>(sampled: Sampled, plan: Pick<Plan, 'filters'>, answer: A): Promise<A & Answer> {
  const field = { 'negative-share': 'sentiment' as const, 'category-share': 'category' as const }[String(answer.metric)];
  if (field === undefined) return answer;
  const judged = await sampled.derived('judged', { field, campaignId: null }, (tasks) => judgedOf(tasks, field));
  return judged.length === 0 ? answer : withCorrection(answer, plan.filters, judged);
}
