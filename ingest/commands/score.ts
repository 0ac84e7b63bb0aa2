// `huiyin score`: texts in, everything that the stages tell of them out, as the pipeline would tell it.
import type { Command } from 'commander';
import { AppError } from '#db/model/errors.ts';
import type { MessageScores, SentimentScore } from '#db/model/score.ts';
import { openScorersOf } from '../scores/current-scorers.ts';
import { openScorers, type Scorers } from '../scores/index.ts';
import { type LanguageDetector, openLanguageDetector } from '../stages/language.ts';
import { redactText } from '../stages/redact.ts';
import { languageOf } from '../stages/spoken.ts';
import type { CommandContext } from './context.ts';
import { answerLines, type TextQuestion } from './json-questions.ts';

const says = 'JSON Lines {id?, text, language?, channel?} on standard input to language, scores and redacted text on standard output';

export function registerScore(program: Command, context: CommandContext): void {
  program
    .command('score')
    .description(says)
    .action(async () => {
      const [detector, scorers] = await Promise.all([openLanguageDetector(), openStoreScorers(context)]);
      await scoreCommand(context, { detector, scorers });
    });
}

/** By the taxonomy of the store; where there is none yet, by the shipped one: scoring a text must not make a store. */
async function openStoreScorers(context: CommandContext): Promise<Scorers> {
  const db = await context.findStore();
  try {
    return db === null ? await openScorers() : await openScorersOf(db);
  } finally {
    await db?.close();
  }
}

export type ScoreTools = { readonly detector: LanguageDetector; readonly scorers: Scorers };

/** Every line that can be read is answered in its place; the others are named on stderr and make the command fail at the end. */
export async function scoreCommand(context: Pick<CommandContext, 'stdin' | 'stdout' | 'stderr'>, tools: ScoreTools): Promise<void> {
  const failed = await answerLines(context, (question) => toAnswer(question, tools), 'a stage failed');
  // Not `invalid`: the call was right, and the lines that could be read are answered.
  if (failed > 0) throw new AppError('internal', `${failed} ${failed === 1 ? 'line was' : 'lines were'} not scored`);
}

function optionalText(question: TextQuestion, field: string): string | null {
  const value = question[field] ?? null;
  if (value === null || typeof value === 'string') return value;
  throw new AppError('invalid', `${field}: must be a text`);
}

function toAnswer(question: TextQuestion, { detector, scorers }: ScoreTools) {
  const channel = optionalText(question, 'channel');
  const hint = optionalText(question, 'language');
  const { text: redacted, findings } = redactText(question.text);
  const { language, script, confidence, others } = languageOf(redacted, hint, detector);
  const redactions = [...new Set(findings.map(({ kind }) => kind))];
  const { scores, failed } = scorers.score({ text: redacted, language, channel, actor: 'customer', redactions });
  if (failed.length > 0) throw new AppError('internal', `the scorer of ${failed.join(', ')} failed`);
  return {
    id: question.id ?? null,
    language,
    script,
    languageConfidence: rounded(confidence),
    otherLanguages: others,
    ...toJson(scores),
    redacted,
    findings: findings.map(({ kind, start, end }) => ({ kind, start, end })),
  };
}

function toJson({ sentiment, category, harm, risks }: MessageScores) {
  return {
    sentiment: sentiment === null ? null : sentimentJson(sentiment),
    category: category === null ? null : { id: category.id, confidence: rounded(category.confidence), evidence: category.evidence },
    // Of one message alone: what waiting adds is known of a conversation only.
    urgency: harm === null ? null : { level: harm.level, reasons: harm.reasons, evidence: harm.evidence },
    risk: risks,
  };
}

function sentimentJson({ label, score, probabilities, isMixed, isAbstained, evidence }: SentimentScore) {
  return {
    label,
    score: score === null ? null : rounded(score),
    probabilities:
      probabilities === null ? null : { neg: rounded(probabilities.neg), neu: rounded(probabilities.neu), pos: rounded(probabilities.pos) },
    mixed: isMixed,
    abstain: isAbstained,
    evidence,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
