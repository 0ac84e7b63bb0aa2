// The bench of the pipeline: messages a second of processor time, stage by stage, over real messages of ../shared or else of the demo.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { wordings } from '#ingest/demo/texts/index.ts';
import { openCategoryScorer } from '#ingest/scores/category.ts';
import { openHarmScorer } from '#ingest/scores/harm.ts';
import { openRiskScorer } from '#ingest/scores/risk.ts';
import type { ScoreInput } from '#ingest/scores/scorer.ts';
import { openSentimentScorer } from '#ingest/scores/sentiment.ts';
import { openLanguageDetector } from '#ingest/stages/language.ts';
import { needsAnswer } from '#ingest/stages/needs-answer.ts';
import { redactText } from '#ingest/stages/redact.ts';
import { readTokens } from '#ingest/taxonomy/tokens.ts';
import { readRows } from '#ingest/training/read-examples.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');
const sets = [
  'conv_twcs_multi',
  'conv_crypto_appstore',
  'conv_stc3_csat_zh',
  'sent_crypto_appstore',
  'sent_airline_en',
  'sent_appreviews_fr',
  'sent_potts_de',
  'sent_umsab_es',
  'sent_waimai10k_zh',
];
const eachSet = Number(process.argv[2] ?? 400);
const rounds = Number(process.argv[3] ?? 7);
const target = 4000;
const mostLoadMs = 300;

const rowShape = z.looseObject({
  text: z.string().optional(),
  messages: z.array(z.looseObject({ text: z.string().nullable(), role: z.string() })).optional(),
});

async function realTexts(): Promise<string[]> {
  const texts: string[] = [];
  for (const set of sets) {
    const rows = await readRows(path.join(folder, `${set}.jsonl.gz`), rowShape);
    const own = rows.flatMap(({ text, messages }) =>
      text === undefined ? (messages ?? []).flatMap((one) => (one.role === 'customer' ? (one.text ?? '') : [])) : text,
    );
    const step = Math.max(1, Math.floor(own.length / eachSet));
    texts.push(...own.filter((_, at) => at % step === 0).slice(0, eachSet));
  }
  return texts;
}

const demoTexts = (): string[] => Object.values(wordings).flatMap(({ openers }) => Object.values(openers).flat());

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

async function opened<Opened>(open: () => Promise<Opened>): Promise<{ tool: Opened; ms: number }> {
  const began = process.cpuUsage();
  const tool = await open();
  return { tool, ms: cpuMs(began) };
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const language = await opened(openLanguageDetector);
const sentiment = await opened(openSentimentScorer);
const category = await opened(openCategoryScorer);
const harm = await opened(openHarmScorer);
const risk = await opened(openRiskScorer);
const loads = { language, sentiment, category, harm, risk };

const texts = existsSync(folder) ? await realTexts() : demoTexts();
const redacted = texts.map((text) => redactText(text));
const detected = redacted.map(({ text }) => language.tool.detect(text).language);
const inputs = redacted.map(
  ({ text, findings }, at): ScoreInput => ({
    text,
    language: detected[at] ?? 'und',
    channel: 'email',
    actor: 'customer',
    redactions: [...new Set(findings.map(({ kind }) => kind))],
    // Once for all scorers, as the pipeline does it.
    tokens: readTokens(text),
  }),
);

const stages: readonly (readonly [string, () => void])[] = [
  ['redact', () => texts.forEach((text) => void redactText(text))],
  ['language', () => redacted.forEach(({ text }) => void language.tool.detect(text))],
  ['needs an answer', () => redacted.forEach(({ text }, at) => void needsAnswer(text, detected[at] ?? 'und'))],
  ['tokens', () => redacted.forEach(({ text }) => void readTokens(text))],
  ['sentiment', () => inputs.forEach((input) => void sentiment.tool.score(input))],
  ['category', () => inputs.forEach((input) => void category.tool.score(input))],
  ['harm', () => inputs.forEach((input) => void harm.tool.score(input))],
  ['risk', () => inputs.forEach((input) => void risk.tool.score(input))],
];

// In turns, so that what else the machine does falls on all stages alike.
const times = new Map(stages.map(([name]): [string, number[]] => [name, []]));
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, run] of stages) {
    const began = process.cpuUsage();
    run();
    if (round > 0) times.get(name)?.push(cpuMs(began));
  }
}

const perSecond = (ms: number): number => Math.round((texts.length * 1000) / ms);
const line = (cells: readonly (string | number)[]): void => {
  const [name = '', ...rest] = cells;
  process.stdout.write(`${String(name).padEnd(20)}${rest.map((cell) => String(cell).padStart(14)).join('')}\n`);
};

const characters = texts.reduce((sum, { length }) => sum + length, 0);
process.stdout.write(
  `${texts.length} messages ${existsSync(folder) ? 'of ../shared' : 'of the demo'}, ${Math.round(characters / texts.length)} characters on average, median of ${rounds} rounds of processor time\n\n`,
);
const medians = [...times].map(([name, list]) => ({ name, ms: medianOf(list) }));
const total = medians.reduce((sum, { ms }) => sum + ms, 0);
line(['stage', 'messages/s', 'us/message', 'share %']);
for (const { name, ms } of medians) {
  line([name, perSecond(ms), ((ms * 1000) / texts.length).toFixed(1), ((100 * ms) / total).toFixed(1)]);
}
line(['whole pipeline', perSecond(total), ((total * 1000) / texts.length).toFixed(1), '100.0']);
const loadMs = Object.values(loads).reduce((sum, { ms }) => sum + ms, 0);
process.stdout.write(
  `\nmodels opened in ${loadMs.toFixed(0)} ms: ${Object.entries(loads)
    .map(([name, { ms }]) => `${name} ${ms.toFixed(0)}`)
    .join(', ')}; sentiment unpacks a language when it first comes\n`,
);
if (perSecond(total) < target) process.stdout.write(`MISSED  whole pipeline: fewer than ${target} messages a second\n`);
if (loadMs > mostLoadMs) process.stdout.write(`MISSED  models opened in more than ${mostLoadMs} ms\n`);
if (perSecond(total) < target || loadMs > mostLoadMs) process.exitCode = 1;
