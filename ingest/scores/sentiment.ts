// The sentiment scorer: how a customer feels, in eleven languages, with the words that say so; and "cannot say" where it cannot.
import { readFile } from 'node:fs/promises';
import type { Highlight, SentimentScore } from '#db/model/score.ts';
import { inOneGo, type Portions } from '../stages/portions.ts';
import { toSimplified } from '../stages/simplify.ts';
import { feel } from './lexicon/lexicon.ts';
import type { ScoreInput, Scorer } from './scorer.ts';
import { findEvidence, openPulls, type Pulls } from './sentiment-evidence.ts';
import { askExperts, type Mixed, openSentimentModel, type SentimentModel } from './sentiment-model.ts';
import { sentimentOrder } from './sentiment-order.ts';
import { SentimentReader } from './sentiment-reader.ts';

/** Languages with a model of their own. Russian and Japanese are told by their words of feeling alone. */
export const modelLanguages = ['en', 'zh', 'fr', 'de', 'es', 'it', 'pt', 'ar', 'hi'] as const;
export const lexiconLanguages = ['ru', 'ja'] as const;

export const sentimentVersion = '2.6.0';

/** Surer than this or it cannot say: a little more than a guess between two labels. */
export const leastSure = 0.5;
/** Both a good and a bad part, each at least this sure, make a text mixed. */
const leastPart = 0.6;
const mostParts = 8;
const shortestPart = 8;
const longestText = 4000;

// What parts a text: the end of a sentence, or a word that turns it.
const partings =
  /[.!?。！？；;\n]+|(?<![\p{L}])(?:but|however|although|though|yet|aber|jedoch|allerdings|obwohl|mais|cependant|pourtant|pero|sin embargo|mas|porém|ma|però|tuttavia)(?![\p{L}])|但是|但|不过|可是|然而|就是|لكن|लेकिन|मगर/giu;

const unknown: SentimentScore = { label: null, score: null, probabilities: null, isMixed: false, isAbstained: true, evidence: [] };

function toProbabilities(values: ArrayLike<number>): NonNullable<SentimentScore['probabilities']> {
  return { neg: values[0] ?? 0, neu: values[1] ?? 0, pos: values[2] ?? 0 };
}

/** Whether one part of the text is clearly good and another clearly bad. */
function isMixed(text: string, ask: (part: string) => Mixed): boolean {
  const parts = text
    .split(partings)
    .map((part) => part.trim())
    .filter((part) => part.length >= shortestPart || /\p{Script=Han}{4}/u.test(part));
  if (parts.length < 2) return false;
  let [good, bad] = [false, false];
  // The longest, which costs most to read, comes last: where no other part is either, it need not be asked, since alone it cannot be both.
  const asked = parts.slice(0, mostParts).sort((a, b) => a.length - b.length);
  for (const [at, part] of asked.entries()) {
    if (at === asked.length - 1 && !good && !bad) return false;
    const { probabilities } = ask(part);
    good ||= (probabilities[2] ?? 0) >= leastPart;
    bad ||= (probabilities[0] ?? 0) >= leastPart;
    if (good && bad) return true;
  }
  return false;
}

/** Feelings without a model: the sum of the words, squeezed. Its confidence is not calibrated, so it seldom claims much. */
function byWords(text: string, language: string): SentimentScore {
  const felt = feel(text, language);
  if (felt === null) return unknown;
  const pull = felt.sum / (1 + Math.abs(felt.sum) * 0.25);
  const weights = [Math.exp(-pull), Math.exp(0.7 - Math.abs(pull) * 0.6), Math.exp(pull)];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = toProbabilities(weights.map((weight) => weight / total));
  const label = sentimentOrder.reduce((best, one) => (probabilities[one] > probabilities[best] ? one : best));
  const hasBoth = felt.hits.some(({ weight }) => weight >= 2) && felt.hits.some(({ weight }) => weight <= -2);
  const evidence: Highlight[] = felt.hits.slice(0, 6).map(({ start, end, weight }) => ({ start, end, weight: weight / 3 }));
  return {
    label,
    score: probabilities.pos - probabilities.neg,
    probabilities,
    isMixed: hasBoth,
    isAbstained: felt.hits.length === 0 || probabilities[label] < leastSure,
    evidence,
  };
}

/** `zh-Hant` is read by the model of `zh`. */
const baseOf = (language: string): string => language.split('-')[0] ?? 'und';

type Tools = { readonly model: SentimentModel; readonly reader: SentimentReader; readonly pulls: Pulls };

function byModel(text: string, { model, reader, pulls }: Tools): SentimentScore {
  const ask = (part: string) => askExperts(model, reader.read(part), part);
  const read = reader.read(text);
  if (read.size === 0) return unknown;
  const mixed = askExperts(model, read, text);
  const probabilities = toProbabilities(mixed.probabilities);
  const label = sentimentOrder[mixed.label] ?? 'neu';
  return {
    label,
    score: probabilities.pos - probabilities.neg,
    probabilities,
    isMixed: isMixed(text, ask),
    isAbstained: Math.max(...mixed.probabilities) < leastSure,
    evidence: findEvidence(text, mixed, pulls),
  };
}

function* openTools(bytes: Uint8Array): Portions<Tools> {
  const model = yield* openSentimentModel(bytes);
  const reader = new SentimentReader(model);
  return { model, reader, pulls: openPulls(model, reader) };
}

/** Reads the weights; each is unpacked when its language is first met. */
export async function openSentimentScorer(): Promise<Scorer<SentimentScore>> {
  const files = await Promise.all(
    modelLanguages.map(
      async (language) => [language, await readFile(new URL(`../models/sentiment/${language}.bin`, import.meta.url))] as const,
    ),
  );
  const packed = new Map<string, Uint8Array>(files);
  const opened = new Map<string, Tools>();
  // What one caller has begun to unpack another one goes on with: it is done once, whoever waits for it.
  const openings = new Map<string, Portions<Tools>>();
  function* open(language: string): Portions<void> {
    for (let bytes = packed.get(language); bytes !== undefined; bytes = packed.get(language)) {
      const opening = openings.get(language) ?? openTools(bytes);
      openings.set(language, opening);
      try {
        const step = opening.next();
        if (step.done === true) {
          opened.set(language, step.value);
          packed.delete(language);
        } else yield step.value;
      } catch (error) {
        openings.delete(language);
        throw error;
      }
    }
    openings.delete(language);
  }
  const toolsFor = (language: string): Tools | null => {
    if (packed.has(language)) inOneGo(open(language));
    return opened.get(language) ?? null;
  };
  return {
    id: 'sentiment',
    version: sentimentVersion,
    open: (language) => open(baseOf(language)),
    score: ({ text, language }: ScoreInput) => {
      const short = text.length > longestText ? text.slice(0, longestText) : text;
      const base = baseOf(language);
      const tools = toolsFor(base);
      // Each character keeps its place: the words of the evidence are found where the customer wrote them.
      return tools === null ? byWords(short, base) : byModel(language === 'zh-Hant' ? toSimplified(short) : short, tools);
    },
  };
}
