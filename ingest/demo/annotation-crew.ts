// The demo's annotators: three made-up people with known error rates, so that agreement and live accuracy have something to show.
import { inArray } from 'drizzle-orm';
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { seededChance } from '#db/facts/seeded-chance.ts';
import type { AnnotationField } from '#db/model/annotation.ts';
import { day, type Instant, minute } from '#db/model/instant.ts';
import { type CampaignTask, changeCampaign, findTasks, saveCampaign } from '#db/store/annotation-campaigns.ts';
import { findCandidates } from '#db/store/annotation-candidates.ts';
import { saveAdjudication } from '#db/store/annotation-sample.ts';
import { saveAnswer } from '#db/store/annotations.ts';
import { readSentimentConfidence } from '#db/store/sentiment-confidence.ts';
import { type DemoCampaign, demoCampaigns } from './annotation-campaigns.ts';

type Member = { readonly name: string; readonly errorRate: number };

/** Their error rates are known, so what the product estimates can be held against them. */
export const crew: readonly [Member, Member, Member] = [
  { name: 'Mei (Demo)', errorRate: 0.04 },
  { name: 'Jonas (Demo)', errorRate: 0.08 },
  { name: 'Claire (Demo)', errorRate: 0.12 },
];
const lead = 'Sofia (Demo)';

type Machine = { readonly label: string | null; readonly confidence: number };
type Judge = { readonly labels: readonly string[]; readonly truthOf: (conversationId: number) => string };

type CrewOptions = { readonly now: Instant; readonly seed: string; readonly campaigns?: readonly DemoCampaign[] };

/** Gives a demo store its campaigns. Nothing happens where there is nothing to label, as in a store that was seeded without scorers. */
export async function seedAnnotationCrew(db: Db, { now, seed, campaigns = demoCampaigns }: CrewOptions): Promise<void> {
  for (const campaign of campaigns) {
    const { field } = campaign;
    const population = { filters: {}, from: null, to: null };
    if ((await findCandidates(db, { field, population, strata: [], asOf: now })).length < campaign.size) continue;
    await inTransaction(db, (tx) => playCampaign(tx, campaign, { now, seed }));
  }
}

async function playCampaign(tx: Db, campaign: DemoCampaign, { now, seed }: { now: Instant; seed: string }): Promise<void> {
  const { field, name, guideline, size, overlapShare, gold, daysAgo, share, isClosed, settled } = campaign;
  const begunAt = now - daysAgo * day;
  const { id } = await saveCampaign(tx, {
    name,
    field,
    guideline,
    population: { filters: {}, from: null, to: null },
    sampling: { size, uncertainShare: 0.5, strata: ['language'], overlapShare, gold, seed: `${seed} ${name}` },
    isDemo: true,
    by: lead,
    now: begunAt,
  });
  const tasks = await findTasks(tx, id);
  const done = tasks.slice(0, Math.round(tasks.length * share));
  const judge = await openJudge(tx, field, tasks, seed);
  const disputed = await labelTasks(tx, done, judge, { seed, begunAt, stepMs: Math.floor((daysAgo * day * 0.9) / done.length) });
  for (const [at, task] of disputed.slice(0, settled).entries()) {
    await saveAdjudication(tx, { taskId: task.id, label: judge.truthOf(task.conversationId), by: lead, now: begunAt + day + at * minute });
  }
  if (isClosed) await changeCampaign(tx, id, { state: 'closed' });
}

type Pace = { readonly seed: string; readonly begunAt: Instant; readonly stepMs: number };

/** Everybody labels their part; returns the tasks on which two were asked and did not agree. */
async function labelTasks(tx: Db, tasks: readonly CampaignTask[], judge: Judge, { seed, begunAt, stepMs }: Pace): Promise<CampaignTask[]> {
  const disputed: CampaignTask[] = [];
  for (const [at, task] of tasks.entries()) {
    const chance = seededChance(`${seed} crew ${task.id}`);
    const first = Math.floor(chance() * crew.length);
    const people =
      task.gold !== null ? crew : crew.filter((_, place) => place === first || (task.wanted > 1 && place === (first + 1) % crew.length));
    const truth = task.gold ?? judge.truthOf(task.conversationId);
    const said = new Set<string>();
    for (const { name, errorRate } of people) {
      const label = chance() < errorRate ? otherThan(truth, judge.labels, chance()) : truth;
      said.add(label);
      await saveAnswer(tx, {
        taskId: task.id,
        label,
        isFlagged: false,
        comment: null,
        annotator: name,
        tookMs: Math.round(1500 + chance() * 9000),
        clientKey: `demo-${task.id}-${name.slice(0, 3)}`,
        now: begunAt + at * stepMs,
      });
    }
    if (said.size > 1 && task.gold === null) disputed.push(task);
  }
  return disputed;
}

/** A wrong label: a neighbour for moods, any other for categories. */
function otherThan(label: string, labels: readonly string[], chance: number): string {
  const others = labels.filter((one) => one !== label);
  if (labels.length === 3 && label !== labels[1]) return (chance < 0.85 ? labels[1] : others.at(-1)) ?? label;
  return others[Math.floor(chance * others.length)] ?? label;
}

/**
 * What the demo takes for the truth: mostly what the source or the scorer says, and the more often the surer that is, so that
 * errors are where they are in life.
 */
async function openJudge(tx: Db, field: AnnotationField, tasks: readonly CampaignTask[], seed: string): Promise<Judge> {
  const machines = await readMachines(tx, field, tasks);
  const labels =
    field === 'sentiment' ? ['neg', 'neu', 'pos'] : [...new Set([...machines.values()].flatMap(({ label }) => label ?? []))].toSorted();
  const truthOf = (conversationId: number): string => {
    const chance = seededChance(`${seed} truth ${field} ${conversationId}`);
    const machine = machines.get(conversationId);
    const known = machine?.label ?? null;
    if (machine === undefined || known === null || !labels.includes(known)) return labels[Math.floor(chance() * labels.length)] ?? 'neu';
    return chance() < Math.min(0.97, machine.confidence + 0.1) ? known : otherThan(known, labels, chance());
  };
  return { labels, truthOf };
}

async function readMachines(tx: Db, field: AnnotationField, tasks: readonly CampaignTask[]): Promise<ReadonlyMap<number, Machine>> {
  const { conversation } = tx.tables;
  const ids = tasks.map(({ conversationId }) => conversationId);
  const rows = await tx.query
    .select({
      id: conversation.id,
      sentiment: conversation.sentiment,
      source: conversation.category,
      scored: conversation.scoredCategory,
      confidence: conversation.scoredCategoryConfidence,
    })
    .from(conversation)
    .where(inArray(conversation.id, ids));
  const sure = await readSentimentConfidence(tx, ids);
  return new Map(
    rows.map(({ id, sentiment, source, scored, confidence }) => [
      id,
      field === 'sentiment'
        ? { label: sentiment, confidence: sure.get(id) ?? 0.4 }
        : { label: source ?? scored, confidence: source === null ? (confidence ?? 0.4) : 0.85 },
    ]),
  );
}
