// A crew of annotators with known error rates over real texts with known labels, for holding estimates against the truth.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { drawSample } from '#db/facts/draw-sample.ts';
import { seededChance } from '#db/facts/seeded-chance.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';
import { openSentimentScorer } from '#ingest/scores/sentiment.ts';
import { german } from '#test/fixtures/sentiment/de.ts';
import { english } from '#test/fixtures/sentiment/en.ts';
import { french } from '#test/fixtures/sentiment/fr.ts';
import { chinese } from '#test/fixtures/sentiment/zh.ts';

export type JudgedText = {
  readonly language: string;
  readonly truth: string;
  readonly machine: string | null;
  readonly confidence: number;
};

const shared = path.resolve(import.meta.dirname, '../../../shared/data/sent_airline_en.jsonl.gz');
const lineShape = z.object({ text: z.string(), label: z.enum(['neg', 'neu', 'pos']) });
const mostShared = 2500;

export const hasSharedTexts = existsSync(shared);

/** Labelled texts as the shipped scorer judges them: open ones where they are there, else our golden sentences. */
export async function judgedTexts(): Promise<readonly JudgedText[]> {
  const scorer = await openSentimentScorer();
  const golden = [...english, ...chinese, ...french, ...german].map(({ text, label, language }) => ({ text, label, language }));
  const open = hasSharedTexts ? readShared() : [];
  return [...golden, ...open].map(({ text, label, language }) => {
    const said = scorer.score({ text, language, channel: null, actor: 'customer', redactions: [] });
    const { probabilities, isAbstained } = said;
    const confidence = probabilities === null ? 0 : Math.max(probabilities.neg, probabilities.neu, probabilities.pos);
    return { language, truth: label, machine: isAbstained ? null : said.label, confidence };
  });
}

function readShared() {
  const lines = gunzipSync(readFileSync(shared)).toString('utf8').trim().split('\n');
  const step = Math.max(1, Math.floor(lines.length / mostShared));
  return lines.filter((_, at) => at % step === 0).map((line) => ({ ...lineShape.parse(JSON.parse(line)), language: 'en' }));
}

/** Of what the machine labels, the share that it labels right: the truth that estimates are held against. */
export function trueAccuracy(texts: readonly JudgedText[]): number {
  const judged = texts.filter(({ machine }) => machine !== null);
  return judged.filter(({ machine, truth }) => machine === truth).length / judged.length;
}

export type CrewOrder = {
  readonly seed: number;
  readonly size: number;
  readonly uncertainShare: number;
  /** One for each person who labels a task. */
  readonly errorRates: readonly number[];
  /** A lead who knows the truth settles what they disagree on. */
  readonly isSettled: boolean;
};

const others: Readonly<Record<string, readonly [string, string]>> = { neg: ['neu', 'pos'], neu: ['neg', 'pos'], pos: ['neg', 'neu'] };

/** Draws a sample as a campaign does and lets the crew label it. */
export function playCrew(texts: readonly JudgedText[], { seed, size, uncertainShare, errorRates, isSettled }: CrewOrder): SampledTask[] {
  const candidates = texts.map(({ confidence, language }, id) => ({ id, stratum: language, doubt: 1 - confidence }));
  const chance = seededChance(`crew ${seed}`);
  return drawSample(candidates, { size, uncertainShare, chance }).flatMap(({ id, inclusion }) => {
    const text = texts[id];
    if (text === undefined) return [];
    const labels = errorRates.map((rate, person) => {
      const isWrong = chance() < rate;
      const wrong = others[text.truth]?.[chance() < 0.5 ? 0 : 1] ?? text.truth;
      return { annotator: `p${person}`, label: isWrong ? wrong : text.truth, at: 0 };
    });
    const isDisputed = labels.some(({ label }) => label !== labels[0]?.label);
    return [
      {
        taskId: id,
        campaignId: 1,
        conversationId: id,
        language: text.language,
        source: 'desk',
        channel: 'email',
        inclusion,
        gold: null,
        isTaught: false,
        wanted: errorRates.length,
        adjudicated: isSettled && isDisputed ? text.truth : null,
        labels,
        skips: 0,
        isFlagged: false,
        comments: [],
        machine: text.machine ?? 'abstained',
        counted: text.machine ?? 'abstained',
        confidence: text.machine === null ? null : text.confidence,
      },
    ];
  });
}
