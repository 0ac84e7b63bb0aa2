// The learning curve of a company that labels: how often held-back texts get the right category after so many labels, chosen in different ways.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { drawSample } from '#db/facts/draw-sample.ts';
import type { TaughtConversation } from '#db/store/taught-conversations.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { adjustedProbabilities, type OpenAdjustment, openAdjustment } from '#ingest/learning/adjustment.ts';
import { type FieldModel, openFieldModel } from '#ingest/learning/field-model.ts';
import { fitAdjustment } from '#ingest/learning/fit-adjustment.ts';
import { lessonsOf, usableOf } from '#ingest/learning/lessons.ts';
import { taxonomyShape } from '#ingest/taxonomy/taxonomy.ts';
import { readExamples } from '#ingest/training/read-examples.ts';
import { trainOwnTaxonomy } from '#ingest/training/train-own-taxonomy.ts';

type Example = Awaited<ReturnType<typeof readExamples>>[number];

const folder = path.resolve(import.meta.dirname, '../../../shared/data');

/** Null where the labelled set is not there. */
export function labelledSet(name: string): string | null {
  const file = path.join(folder, `${name}.jsonl.gz`);
  return existsSync(file) ? file : null;
}

/** `doubt`: what the model of then is least sure of, a hundred at a time; `leaning`: as a campaign draws that leans to doubt for the most part. */
export type Choice = 'random' | 'leaning' | 'doubt';

export type CurveOrder = {
  readonly file: string;
  readonly seed: number;
  readonly choice: Choice;
  /** Numbers of labels at which it is measured, ascending; 0 is the model that only knows the company's own examples. */
  readonly at: readonly number[];
  /** Sentences that the company wrote for each category itself. */
  readonly ownExamples: number;
  readonly heldBack: number;
  /** How often the annotator errs. */
  readonly errorRate: number;
};

export type CurvePoint = { readonly labels: number; readonly right: number; readonly answered: number };

const batch = 100;
const toId = (label: string) => label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** In an order by lot. */
export function shuffledBy<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, turn: random() }))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ item }) => item);
}

type World = {
  readonly model: FieldModel;
  readonly test: readonly Example[];
  readonly pool: readonly Example[];
  readonly ids: readonly string[];
};

/** A taxonomy of its own out of a few sentences a category; the rest is held back or waits to be labelled. */
async function openWorld({ file, seed, ownExamples, heldBack }: CurveOrder): Promise<World> {
  const order = shuffledBy(await readExamples(file), seededRandom(seed));
  const byLabel = new Map<string, Example[]>();
  for (const example of order) byLabel.set(example.label, [...(byLabel.get(example.label) ?? []), example]);
  const labels = [...byLabel.keys()].toSorted();
  const own = new Set(labels.flatMap((label) => byLabel.get(label)?.slice(0, ownExamples) ?? []));
  const leaves = labels.map((label) => ({
    id: toId(label),
    names: { en: label },
    keywords: {},
    examples: { en: [...own].filter((one) => one.label === label).map(({ text }) => text) },
  }));
  const document = taxonomyShape.parse({ id: 'company', leaves });
  const { model } = trainOwnTaxonomy(document);
  const taxonomy = { version: 1, document, model, appliedAt: 0, appliedBy: 'a test' };
  const rest = order.filter((example) => !own.has(example));
  return {
    model: await openFieldModel('category', taxonomy),
    test: rest.slice(0, heldBack),
    pool: rest.slice(heldBack),
    ids: labels.map(toId),
  };
}

function conversationOf({ text }: Example, id: number, label: string): TaughtConversation {
  const truth = new Map([[label, 1]]);
  const one = { id, customer: String(id), language: 'en', channel: 'chat', isFirm: false, isHeldOut: false, isDemo: false };
  return { ...one, truth, test: { truth, weight: 1 }, messages: [{ text, language: 'en' }] };
}

function learn(model: FieldModel, labelled: readonly TaughtConversation[]): OpenAdjustment {
  return openAdjustment(fitAdjustment(lessonsOf(model, usableOf(labelled, model.labels)), model.labels, { leastSure: model.leastSure }));
}

function doubtOf({ model }: World, { text }: Example, adjustment: OpenAdjustment | null): number {
  const told = model.tell({ text, language: 'en' });
  if (told === null) return 1;
  const probabilities = adjustment === null ? told.probabilities : adjustedProbabilities(adjustment, { ...told, language: 'en' });
  return 1 - Math.max(...Array.from(probabilities));
}

/** Which of the pool are labelled next, by their places. */
function choose(
  world: World,
  free: readonly number[],
  order: { choice: Choice; size: number; adjustment: OpenAdjustment | null; chance: () => number },
): number[] {
  const { choice, size, adjustment, chance } = order;
  if (choice === 'random') return shuffledBy(free, chance).slice(0, size);
  const candidates = free.flatMap((id) => {
    const example = world.pool[id];
    return example === undefined ? [] : [{ id, stratum: 'all', doubt: doubtOf(world, example, adjustment) }];
  });
  if (choice === 'leaning') return drawSample(candidates, { size, uncertainShare: 0.8, chance }).map(({ id }) => id);
  return candidates
    .toSorted((a, b) => b.doubt - a.doubt || a.id - b.id)
    .slice(0, size)
    .map(({ id }) => id);
}

function measure({ model, test }: World, adjustment: OpenAdjustment | null, labels: number): CurvePoint {
  const judge = model.judge(adjustment === null ? null : { version: 1, adjustment });
  const said = test.map(({ text, label }) => ({ label: toId(label), said: judge([{ text, language: 'en' }]) }));
  return {
    labels,
    right: said.filter((one) => one.said === one.label).length / test.length,
    answered: said.filter((one) => one.said !== null).length / test.length,
  };
}

/** Labels, teaches and measures step by step. A label is that of the set, or with the error rate any other. */
export async function learningCurve(order: CurveOrder): Promise<CurvePoint[]> {
  const world = await openWorld(order);
  const chance = seededRandom(order.seed + 1000);
  const points = order.at.includes(0) ? [measure(world, null, 0)] : [];
  const labelled: TaughtConversation[] = [];
  let free = world.pool.map((_, at) => at);
  let adjustment: OpenAdjustment | null = null;
  const most = Math.max(...order.at);
  while (labelled.length < most && free.length > 0) {
    const next = order.at.find((stop) => stop > labelled.length) ?? most;
    const size = Math.min(batch, next - labelled.length);
    const chosen = new Set(choose(world, free, { choice: order.choice, size, adjustment, chance }));
    for (const at of chosen) {
      const example = world.pool[at];
      if (example === undefined) continue;
      const wrong = world.ids[Math.floor(chance() * world.ids.length)] ?? '';
      labelled.push(conversationOf(example, at, chance() < order.errorRate ? wrong : toId(example.label)));
    }
    free = free.filter((at) => !chosen.has(at));
    if (order.choice !== 'random' || order.at.includes(labelled.length)) adjustment = learn(world.model, labelled);
    if (order.at.includes(labelled.length)) points.push(measure(world, adjustment, labelled.length));
  }
  return points;
}
