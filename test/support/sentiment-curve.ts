// Real conversations with a mood that people gave them, labelled by a simulated annotator, taught as `retrain` teaches, and measured on others that were held back.
import { z } from 'zod';
import { isHeldOut } from '#db/facts/held-out.ts';
import type { SentimentLabel } from '#db/model/score.ts';
import type { TaughtConversation } from '#db/store/taught-conversations.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { unpackAdjustment } from '#ingest/learning/adjustment.ts';
import { type FieldModel, openFieldModel } from '#ingest/learning/field-model.ts';
import { type Taught, teach } from '#ingest/learning/teach.ts';
import { readRows } from '#ingest/training/read-examples.ts';
import { labelledSet, shuffledBy } from './learning-curve.ts';

export type MoodSet = { readonly name: 'conv_stc3_csat_zh' | 'intent_appreviews_en'; readonly language: string };
type Labelled = { readonly texts: readonly string[]; readonly label: SentimentLabel };

const moods: readonly SentimentLabel[] = ['neg', 'neu', 'pos'];

const dialogue = z.looseObject({
  messages: z.array(z.looseObject({ role: z.string(), text: z.string() })),
  csat_mean_1to5: z.number().nullish(),
});
const review = z.looseObject({ text: z.string(), sentiment_from_stars: z.enum(['neg', 'neu', 'pos']) });

/** Satisfaction from 1 to 5, the mean of 19 annotators, as a mood: up to 2.5 bad, from 3.5 on good. */
const moodOf = (mean: number): SentimentLabel => (mean < 2.5 ? 'neg' : mean < 3.5 ? 'neu' : 'pos');

/** Neither set was taught to the shipped weights. Null where it is not there. */
async function readMoods({ name }: MoodSet): Promise<Labelled[] | null> {
  const file = labelledSet(name);
  if (file === null) return null;
  if (name === 'intent_appreviews_en')
    return (await readRows(file, review)).map(({ text, sentiment_from_stars: label }) => ({ texts: [text], label }));
  return (await readRows(file, dialogue)).flatMap(({ messages, csat_mean_1to5: mean }) => {
    const texts = messages.flatMap(({ role, text }) => (role === 'customer' && text.trim() !== '' ? [text] : []));
    return mean === null || mean === undefined || texts.length === 0 ? [] : [{ texts, label: moodOf(mean) }];
  });
}

export type MoodOrder = MoodSet & {
  readonly seed: number;
  /** Numbers of labels, ascending; 0 is the shipped model. */
  readonly at: readonly number[];
  readonly heldBack: number;
  readonly errorRate: number;
  /** Every label is that of another conversation: nothing can be learned. */
  readonly isShuffled?: boolean;
};

export type MoodPoint = {
  readonly labels: number;
  /** Shares of the held-back conversations; what is not answered is not right. */
  readonly right: number;
  readonly answered: number;
  readonly macroF1: number;
  /** Whether it would go live by itself, by the labels alone; null for the shipped model. */
  readonly isBetter: boolean | null;
};

function macroF1Of(rows: readonly { readonly truth: string; readonly said: string | null }[]): number {
  const f1 = moods.map((mood) => {
    const both = rows.filter(({ truth, said }) => truth === mood && said === mood).length;
    const either = rows.filter(({ truth }) => truth === mood).length + rows.filter(({ said }) => said === mood).length;
    return either === 0 ? 0 : (2 * both) / either;
  });
  return f1.reduce((sum, one) => sum + one, 0) / f1.length;
}

type Test = { readonly model: FieldModel; readonly test: readonly Labelled[]; readonly language: string };

function measure({ model, test, language }: Test, taught: Taught | null, labels: number): MoodPoint {
  const judge = model.judge(taught === null ? null : { version: 1, adjustment: unpackAdjustment(taught.weights) });
  const rows = test.map(({ texts, label }) => ({ truth: label, said: judge(texts.map((text) => ({ text, language }))) }));
  return {
    labels,
    right: rows.filter(({ truth, said }) => truth === said).length / rows.length,
    answered: rows.filter(({ said }) => said !== null).length / rows.length,
    macroF1: macroF1Of(rows),
    isBetter: taught?.figures.isBetter ?? null,
  };
}

function labelledBy(pool: readonly Labelled[], { language, seed, errorRate, isShuffled }: MoodOrder): TaughtConversation[] {
  const chance = seededRandom(seed + 1000);
  const labels = pool.map(({ label }) => label);
  const given = isShuffled ? shuffledBy(labels, chance) : labels;
  return pool.map(({ texts }, id) => {
    const right = given[id] ?? 'neu';
    const wrong = moods.filter((mood) => mood !== right)[Math.floor(chance() * 2)] ?? 'neu';
    const truth = new Map([[chance() < errorRate ? wrong : right, 1]]);
    const customer = `customer ${seed} ${id}`;
    const one = { id, customer, language, channel: 'social', isFirm: false, isDemo: false };
    const messages = texts.map((text) => ({ text, language }));
    return { ...one, isHeldOut: isHeldOut({ customer, conversationId: id }), truth, test: { truth, weight: 1 }, messages };
  });
}

/** Null where the set is not there. The labels come by lot; of each number three in ten are held out by teaching itself, for its gate. */
export async function sentimentCurve(order: MoodOrder): Promise<MoodPoint[] | null> {
  const all = await readMoods(order);
  if (all === null) return null;
  const lot = shuffledBy(all, seededRandom(order.seed));
  const world = { model: await openFieldModel('sentiment', null), test: lot.slice(0, order.heldBack), language: order.language };
  const labelled = labelledBy(lot.slice(order.heldBack), order);
  const points: MoodPoint[] = [];
  for (const labels of order.at) {
    const conversations = labelled.slice(0, labels);
    const taught = labels === 0 ? null : await teach({ field: 'sentiment', taxonomy: null, live: null, conversations });
    if (taught?.outcome === 'too-few') throw new Error(`${labels} labels are too few`);
    points.push(measure(world, taught, labels));
  }
  return points;
}
